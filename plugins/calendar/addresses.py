"""Addresses of calendars: of a language, of a project, of a meeting to come."""

from plugins.core.addresses import home_address, section_address, version_address
from plugins.core.documents import Version
from plugins.core.site import Site


def calendar_page(site: Site, language: str) -> str:
    """Return the address of the page of what comes and what was: `/kalenteri/`."""
    return section_address(site, language, "calendar")


def calendar_file(site: Site, language: str) -> str:
    """Return the address of a language's calendar: `/kalenteri.ics`, `/sv/kalender.ics`."""
    return f"{home_address(site, language)}{file_name(site, language)}"


def document_calendar(site: Site, version: Version) -> str:
    """Return the address of a project's or a meeting's calendar, beside its page: `/hankkeet/x/kalenteri.ics`."""
    return f"{version_address(site, version)}{file_name(site, version.language)}"


def file_name(site: Site, language: str) -> str:
    """Return the name of a calendar's file in a language."""
    return f"{site.word(language, 'calendar')}.ics"
