"""Where the workbench stands: its list of blocks, the page of each block, and what its scripts read."""

from plugins.core.addresses import home_address
from plugins.core.block_contract import FOLDER
from plugins.core.site import Site

FINDER = f"{FOLDER}index.json"
"""Below the home of a language, the index in which its finder looks."""


def workbench_address(site: Site, language: str) -> str:
    """Return the address of a language's workbench: `/sv/blocks/`."""
    return f"{home_address(site, language)}{FOLDER}"


def block_address(site: Site, language: str, block: str) -> str:
    """Return the address of a block's page in a language: `/sv/blocks/hanke-uutiset/`."""
    return f"{workbench_address(site, language)}{block}/"


def finder_address(site: Site, language: str) -> str:
    """Return the address of the index in which the finder of a language looks."""
    return f"{home_address(site, language)}{FINDER}"
