"""The blocks of blocks.yaml: lists and facts that the editors of another system ask for."""

from collections.abc import Iterator

from plugins.blocks.kinds import KINDS, OF_A_PROJECT, after_of, before_of, gathered, heading_of
from plugins.blocks.own_blocks import changed, deep_headings, picture_sources
from plugins.blocks.views import BlockFacts, BlockView, PlannedBlock
from plugins.core.addresses import absolute, home_address, section_address, version_address
from plugins.core.block_contract import exported
from plugins.core.destinations import absolute_links
from plugins.core.document_blocks import is_of_documents
from plugins.core.documents import DocumentType, Version
from plugins.core.facts import ProjectFacts
from plugins.core.index import SiteIndex
from plugins.core.site import BlockDeclaration


def declared_blocks(index: SiteIndex, language: str) -> Iterator[PlannedBlock]:
    """Yield the declared blocks, in the order of blocks.yaml.

    One of a project is there in the languages that the project has been published in. What cannot be made, or has a
    document's id, is passed over here: rules tell of it.
    """
    for declaration in index.site.blocks:
        profiles = exported(declaration.profiles)
        project = _project(index, declaration, language)
        needs_project = bool(declaration.project) or declaration.kind in OF_A_PROJECT
        can_be = declaration.kind in KINDS and not is_of_documents(index, declaration.id)
        if profiles and can_be and not (needs_project and project is None):
            view = _view(index, declaration, language, project, profiles[0])
            yield PlannedBlock(view, _facts(index, declaration, language, project), profiles)


def sources_of(index: SiteIndex, view: BlockView) -> tuple[str, ...]:
    """Return the sources that a block tells of: its document, the versions that it lists, or else its project."""
    declaration = next((block for block in index.site.blocks if view.declared and block.id == view.id), None)
    if declaration is None:
        return (view.source,)
    listed = gathered(declaration, index, view.language)
    project = _project(index, declaration, view.language)
    return tuple(version.source for version in listed or (project,) if version is not None)


def _project(index: SiteIndex, declaration: BlockDeclaration, language: str) -> Version | None:
    projects = index.published(language, DocumentType.PROJECTS)
    return next((project for project in projects if project.key == declaration.project), None)


def _view(
    index: SiteIndex, declaration: BlockDeclaration, language: str, project: Version | None, profile: str
) -> BlockView:
    address, source_title = _source(index, declaration, language, project)
    text = project if declaration.kind == "project" else None
    return BlockView(
        id=declaration.id,
        kind=declaration.kind,
        language=language,
        profile=profile,
        projects=(declaration.project,) if declaration.project else (),
        title=_heading(declaration, language, project),
        level=declaration.level,
        url=absolute(index.site, address),
        source_title=source_title,
        before=before_of(declaration, index, language, project),
        body=text.body.digest if text else "",
        links=absolute_links(index, text, language) if text else (),
        after=after_of(declaration, language, project),
        sources=picture_sources(index, text) if text else (),
        deep_headings=deep_headings(text, declaration.level) if text else (),
        source="blocks.yaml",
        line=declaration.line,
        column=declaration.column,
        declared=True,
    )


def _heading(declaration: BlockDeclaration, language: str, project: Version | None) -> str:
    # A heading in another language only says nothing to readers of this one.
    given = dict(declaration.heading.texts).get(language) or declaration.heading.common
    if given:
        return given
    if declaration.kind == "project" and project is not None:
        return project.title
    heading = heading_of(declaration.kind, language, project)
    return f"{heading}: {_short(project)}" if project is not None else heading


def _short(project: Version) -> str:
    return project.facts.short or project.title if isinstance(project.facts, ProjectFacts) else project.title


def _source(index: SiteIndex, declaration: BlockDeclaration, language: str, project: Version | None) -> tuple[str, str]:
    """Return the page that a block's source line leads to, and its name: the project, else the list of the section."""
    site = index.site
    if project is not None:
        return version_address(site, project), project.title
    types = ("meetings",) if declaration.kind == "meetings" else declaration.types
    if len(types) == 1:
        section = site.language(language).names[types[0]]
        return section_address(site, language, types[0]), f"{section}: {site.name.get(language)}"
    return home_address(site, language), site.name.get(language)


def _facts(index: SiteIndex, declaration: BlockDeclaration, language: str, project: Version | None) -> BlockFacts:
    """Date a block by the newest of what it tells; one of a project's facts by the project."""
    listed = gathered(declaration, index, language)
    versions = listed or ((project,) if project is not None else ())
    return BlockFacts(
        type="projects" if not listed and project is not None else declaration.kind,
        published=min((version.date.iso for version in versions if version.date), default=""),
        changed=max(map(changed, versions), default=""),
        feed_id=index.permanent_id("blocks", declaration.id, language),
    )
