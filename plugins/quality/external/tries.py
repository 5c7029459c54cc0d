"""Trying addresses: hosts side by side, the addresses of one host one after another with pauses.

HEAD first, GET where HEAD is not answered well; of a GET only the beginning is taken. An outcome is `ok`, or a token
of the texts' table `[answer]`: `status:404`, `timeout`, `unknown-host`, `certificate`, `refused`, `redirects`.
"""

import asyncio
import ssl
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

import httpx
from msgspec import Struct

from plugins.core.stages import UNWATCHED, Stage, Stages

OK = "ok"
HOSTS_AT_ONCE = 8
WARY = frozenset({401, 402, 403, 405, 406, 407, 418, 429, 451, 999})
"""Answers of a site that is there, but speaks to no program."""


class LinkCheckLimits(Struct, frozen=True):
    """How to behave; times are in seconds."""

    agent: str = "Kaiku/0.1 (link check; tries each address once)"
    pause: float = 0.5
    """Between two requests to one host."""
    timeout: float = 15.0
    longest: float = 300.0
    """For all addresses of one host."""


def tried(addresses: Sequence[str], manners: LinkCheckLimits, stages: Stages = UNWATCHED) -> Mapping[str, str]:
    """Try every address; give the outcomes by address. One whose turn did not come in time is left out."""
    stages.begin(Stage.LINKS, len(addresses))
    hosts: dict[str, list[str]] = {}
    for address in addresses:
        hosts.setdefault(_host(address), []).append(address)
    return asyncio.run(_all(hosts, manners, stages)) if hosts else {}


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.casefold()
    except ValueError:  # What no host can be made of is tried too: the answer says what is wrong.
        return ""


async def _all(hosts: Mapping[str, list[str]], manners: LinkCheckLimits, stages: Stages) -> Mapping[str, str]:
    outcomes: dict[str, str] = {}
    room = asyncio.Semaphore(HOSTS_AT_ONCE)
    async with httpx.AsyncClient(
        headers={"User-Agent": manners.agent, "Accept": "*/*"},
        timeout=manners.timeout,
        follow_redirects=True,
        max_redirects=8,
    ) as client:

        async def of_host(addresses: list[str]) -> None:
            async with room:
                try:
                    async with asyncio.timeout(manners.longest):
                        for number, address in enumerate(addresses):
                            await asyncio.sleep(manners.pause if number else 0)
                            outcomes[address] = await _outcome(client, address, manners)
                            stages.advance()
                except TimeoutError:
                    return  # A host this slow has had its time; what was not tried is tried another day.

        await asyncio.gather(*(of_host(addresses) for addresses in hosts.values()))
    return outcomes


async def _outcome(client: httpx.AsyncClient, address: str, manners: LinkCheckLimits) -> str:
    status = await _status(client, "HEAD", address)
    if status == OK:
        return OK
    await asyncio.sleep(manners.pause)
    return await _status(client, "GET", address)


async def _status(client: httpx.AsyncClient, method: str, address: str) -> str:
    try:
        async with client.stream(method, address) as answer:
            code = answer.status_code
    except httpx.TimeoutException:
        return "timeout"
    except httpx.TooManyRedirects:
        return "redirects"
    except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, UnicodeError, ValueError) as error:
        return _why(error)
    return OK if code < 400 or (code in WARY and method == "GET") else f"status:{code}"


def _why(error: BaseException) -> str:
    reason = str(error).casefold()
    if "certificate" in reason or "ssl" in reason or "tls" in reason:
        return "certificate"
    unknown = ("name or service", "nodename", "getaddrinfo", "no address", "name resolution")
    return "unknown-host" if any(words in reason for words in unknown) else "refused"
