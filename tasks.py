"""The menu: a task a command, `./kaiku TASK`. Its docstring is its help, the words above it its options.

What a command line may say is in plugins/console/arguments.py, how it is read in plugins/console/menu.py.
A task imports what it runs only when it runs, so that the menu and its messages come at once.
"""

import atexit
import gc
import sys
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from plugins.console.arguments import ROOT, Given
from plugins.console.menu import Commands, commands_in, main, task
from plugins.console.toolbox import EVERY_CORE, first_failure, pytest_arguments, python, renew_locks
from plugins.console.toolbox import audit as toolbox_audit

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.core.index import SiteIndex
    from plugins.engine.command import Options
    from plugins.publishing.order import Order

READING = ("content", "cache", "now", "format")
FOUNDING = (
    *("name-fi", "name-sv", "name-en", "languages", "colour", "colour-dark", "base-url", "operator", "email"),
    *("project", "title-fi", "title-sv", "title-en", "workflows"),
)


def options(given: Given) -> "Options":
    """Hand the arguments over to the engine."""
    from plugins.engine.command import Options
    from plugins.engine.stage_clock import process_began

    common = (given.content, given.output, given.cache, given.base_url, given.lang, given.now, given.format)
    shown = (given.ledger, given.strict, given.external, given.drafts, given.timings)
    return Options(*common, *shown, process_began())


def order_of(given: Given, index: "SiteIndex") -> "Order":
    """Hand the arguments over to publishing."""
    from plugins.publishing.order import Order

    how = (given.to, given.ledger, given.yes, given.dry_run, given.lang, given.format, given.resume)
    return Order(index, given.content, given.cache, *how)


@task(*READING, "type", "project", "title-fi", "title-sv", "title-en", "date", "key")
def new(given: Given) -> int:
    """Begin a document: write its files in every language as drafts. What is missing is asked."""
    from plugins.drafts import command, interview
    from plugins.engine.command import look

    if (run := look(options(given))) is None or run.index is None:
        return 1
    titles = {"fi": given.title_fi, "sv": given.title_sv, "en": given.title_en}
    wanted = interview.Wanted(given.type, given.project, titles, given.date, given.key)
    return command.new(run.index, given.content, wanted, given.lang, given.format)


@task("now", "format", *FOUNDING, takes_words=True)
def init(given: Given) -> int:
    """Begin a site: make the content folder FOLDER with settings, first texts and a guide. Nothing is asked."""
    from plugins.engine.clock import moment
    from plugins.founding.command import init, wanted_of

    today = moment(given.now, ZoneInfo("Europe/Helsinki")).date()
    return init(given.rest, wanted_of(given), today, ROOT / "theme", given.lang, given.format)


@task(*READING, "type", "project", "language", "key", takes_words=True)
def import_(given: Given) -> int:
    """Bring in Word files, saved web pages, PDFs and posts: each FILE becomes a draft."""
    from plugins.drafts.importing import command
    from plugins.engine.command import look

    if (run := look(options(given))) is None or run.index is None:
        return 1
    asked = command.Asked(given.rest, given.type, given.project, given.language, given.key)
    return command.bring_in(run.index, given.content, asked, run.pipeline.report, given.lang, given.format)


@task(*READING, "output", "base-url", "ledger", "strict", "timings")
def build(given: Given) -> int:
    """Build the site from the content."""
    from plugins.engine import command

    return command.build(options(given))


@task(*READING, "ledger", "strict", "external", "timings")
def check(given: Given) -> int:
    """Check the content and list its faults; write nothing."""
    from plugins.engine import command

    return command.check(options(given))


@task(*READING, "ledger", "to", "yes", "dry-run", "resume", "timings")
def publish(given: Given) -> int:
    """Publish the site: build it, show what changes, ask, and send it to the branch of site.yaml or into a folder."""
    from plugins.engine import command
    from plugins.publishing import release

    if (run := command.read(options(given))) is None or run.index is None:
        return 1
    return release.publish(order_of(given, run.index), partial(command.release, options(given)))


@task(*READING, "to", takes_words=True)
def releases(given: Given) -> int:
    """List what has been published, newest first; with a number, show that release's receipt."""
    from plugins.engine.command import look
    from plugins.publishing.past import list_releases

    if (run := look(options(given))) is None or run.index is None:
        return 1
    return list_releases(order_of(given, run.index), given.rest)


@task(*READING, "ledger", takes_words=True)
def feeds(given: Given) -> int:
    """Show what subscribers of feeds and calendars would see: forecast FOLDER, where an earlier release stands."""
    from plugins.engine import command
    from plugins.publishing.feed_forecast import feeds

    def build_after(ledger: "Path | None") -> int:
        return command.build(replace(options(given), output=built, ledger=given.ledger or ledger))

    built = given.cache / "forecast"
    return feeds(given.rest, build_after, built, given.lang, given.format)


@task(*READING, "to", "yes", "dry-run", takes_words=True)
def rollback(given: Given) -> int:
    """Bring an earlier release back as a new one: the one before, or that of a number. Until --resume it stays."""
    from plugins.engine import command
    from plugins.publishing.rollback import rollback

    if (run := command.look(options(given))) is None or run.index is None:
        return 1
    return rollback(order_of(given, run.index), given.rest, partial(command.depart, options(given)))


@task(*READING, "since", takes_words=True)
def digest(given: Given) -> int:
    """Gather what was published since a day, by project, for a newsletter; with a FOLDER, as text and HTML into it."""
    from plugins.digest.command import write_digest
    from plugins.engine.command import read

    if (run := read(options(given))) is None or run.index is None:
        return 1
    return write_digest(run.index, given.since, given.lang, given.format, given.rest)


@task(*READING, "days")
def upcoming(given: Given) -> int:
    """Show what the next days publish and withdraw, which meetings and milestones come, and what lacks a version."""
    from plugins.engine.command import read
    from plugins.publishing.forecast_text import upcoming

    if (run := read(options(given))) is None or run.index is None:
        return 1
    return upcoming(run.index, given.days, given.lang, given.format)


@task(*READING, "ledger", "port", "drafts", "timings")
def serve(given: Given) -> int:
    """Show the site on this machine as it is at every save."""
    from plugins.preview import server

    return server.serve(options(given), given.port)


@task(*READING, "ledger", "port", "timings")
def edit(given: Given) -> int:
    """Write in the browser: start the preview with the editor on this machine, and open it."""
    from plugins.editor import command

    return command.edit(options(given), given.port)


@task(*READING, "ledger", "all", takes_words=True)
def translations(given: Given) -> int:
    """Show which versions are true to one another. With confirm FILE… or confirm --all: record that they are."""
    from plugins.bilingual import command
    from plugins.engine.command import read

    if (run := read(options(given))) is None or run.index is None:
        return 1
    return command.translations(run.pipeline, run.index, given.lang, given.format, given.rest, everything=given.all)


@task(*READING, "output", "manifest", "report", "find", takes_words=True)
def scan(given: Given) -> int:
    """Look whether blocks on other pages are current: of placements.yaml, of a URL, FILE or FOLDER, or --find them."""
    from plugins.engine.command import read
    from plugins.scanning import command

    if (run := read(options(given))) is None or run.index is None:
        return 1
    manifest = given.manifest or given.output / "blocks" / "manifest.json"
    where = (given.report, given.cache, run.pipeline.settings.folders.theme, given.lang, given.format, run.index.now)
    return command.scan(command.ScanOrder(manifest, *where, given.rest, given.find), run.index.site, stages=run.stages)


@task("filter", takes_words=True)
def blocks(given: Given) -> int:
    """Try HTML on a model of a text format of Kirjastot.fi: simulate FILE shows what the format would leave of it."""
    from plugins.cms import command

    return command.blocks(given.rest, given.filter, given.lang)


@task()
def catalogues(_: Given) -> int:
    """Bring the catalogues of interface texts up to date with the templates."""
    from plugins.theming.catalogue_update import update

    return update(ROOT / "theme")


@task("cache")
def gallery(given: Given) -> int:
    """Show every component of the theme on one page."""
    from plugins.theming.component_gallery import write_gallery

    return write_gallery(given.cache, ROOT / "theme", given.lang)


@task(passes_on=True)
def test(given: Given) -> int:
    """Check the program: style, types and tests. Arguments go to pytest, alone; --long runs what takes long."""
    if given.rest:
        return python("tests.preparation") or python("pytest", *pytest_arguments(given.rest))
    return first_failure(lint.body(given), python("tests.preparation") or python("pytest", *EVERY_CORE))


@task()
def lint(_: Given) -> int:
    """Check the style and the types of the program's code."""
    return first_failure(python("ruff", "check"), python("ruff", "format", "--check"), python("mypy"))


@task()
def lock(_: Given) -> int:
    """Renew the lock files: the newest versions of the packages that fit."""
    return renew_locks()


@task()
def audit(given: Given) -> int:
    """Ask whether the locked packages have known weaknesses; this needs a network."""
    return toolbox_audit(given.lang)


@task(passes_on=True)
def bench(given: Given) -> int:
    """Measure the speed. Arguments go to the program that measures."""
    return python("bench", *given.rest)


COMMANDS = commands_in(globals())


def run(commands: Commands) -> int:
    """Run what the command line says; give the exit code."""
    atexit.register(gc.freeze)  # what is left at the end is not searched for cycles: that takes as long as reading it
    return main(sys.argv[1:], commands)


def __getattr__(name: str) -> object:
    """Hand Invoke's own command what it looks for; that takes longer to load than the menu takes to run."""
    if name == "namespace":
        from plugins.console.invoke_tasks import collection_of

        return collection_of(COMMANDS)
    raise AttributeError(name)


if __name__ == "__main__":
    sys.exit(run(COMMANDS))
