"""Publishing to a branch of a remote, against real repositories."""

import io
import json
import os
import re
from copy import copy
from pathlib import Path
from unittest.mock import Mock

import pytest

from plugins.publishing import git as running
from plugins.publishing.order import Order
from tests.publishing.places import SITE, Desk, git, news
from tests.sites import warm
from tests.systems import scripts


def test_first_time(desk: Desk) -> None:
    code, said = desk.publish()
    assert code == 0, said
    assert "Publishing to origin/gh-pages. The site's address: https://example.org/koe/" in said
    assert "New pages: 23\n  + /\n  + /404.html\n" in said
    assert "  + /sv/projekt/provprojekt/nyheter/\n  … and 3 more\n" in said
    published = desk.published()
    assert "Vanha teksti." in published["uutiset/juttu/index.html"].decode()
    assert published[".nojekyll"] == b""
    assert "CNAME" not in published
    assert json.loads(published["ledger.json"])["documents"]["juttu"]["versions"]["fi"]["published"] == "2031-06-01"
    assert len(desk.log()) == 1
    assert f"({desk.log()[0][:7]})" in said
    assert git(desk.remote, "log", "-1", "--format=%s", "gh-pages").startswith("Publish Koesivusto: new pages ")


def test_again_without_changes_makes_no_commit(desk: Desk) -> None:
    desk.begin()
    before = desk.log()
    for now in ("2031-06-01T12:00", "2031-06-02T09:00"):
        code, said = desk.publish(now=now)
        assert (code, desk.log()) == (0, before)
        assert "No changes." in said


def test_a_change_keeps_the_history(desk: Desk) -> None:
    desk.write(**{"site.yaml": SITE})
    desk.publish()
    first = desk.log()[0]
    desk.write(**{"news/juttu.fi.md": news("Juttu", "Uusi teksti."), "news/toinen.fi.md": news("Toinen", "Lisää.")})
    code, said = desk.publish()
    assert code == 0
    assert "New pages: 1\n  + /uutiset/toinen/\n" in said
    assert "  ~ /uutiset/juttu/\n" in said
    assert re.search(r"Other files: new \d+, changed \d+, removed 3\.", said)
    gone = set(git(desk.remote, "diff", "--diff-filter=D", "--name-only", "--no-renames", first, "gh-pages").split())
    assert len(gone) == 3
    assert all(path.startswith("haku/pagefind/") for path in gone)  # the index is named by what it holds
    assert desk.log()[1:] == [first]
    assert "Uusi teksti." in desk.published()["uutiset/juttu/index.html"].decode()


def test_the_writers_own_repository_stays_as_it_was(desk: Desk) -> None:
    git(desk.content, "add", ".")
    git(desk.content, "commit", "--quiet", "-m", "Sisältö")
    git(desk.content, "branch", "gh-pages")
    before = git(desk.content, "for-each-ref", "refs/heads"), git(desk.content, "status", "--porcelain")
    assert desk.publish()[0] == 0
    assert (git(desk.content, "for-each-ref", "refs/heads"), git(desk.content, "status", "--porcelain")) == before


def test_what_others_have_published_is_built_upon(desk: Desk, tmp_path: Path) -> None:
    desk.begin()
    others = copy(desk)
    others.cache, others.content = warm(tmp_path / "other-cache"), tmp_path / "other" / "content"
    git(tmp_path, "clone", "--quiet", str(desk.remote), "other")
    others.write(**{str(path.relative_to(desk.content)): path.read_text() for path in desk.content.rglob("*.*")})
    others.write(**{"news/toisten.fi.md": news("Toisten", "Toisten teksti.")})
    assert others.publish()[0] == 0
    between = desk.log()
    desk.write(
        **{"news/toisten.fi.md": news("Toisten", "Toisten teksti."), "news/oma.fi.md": news("Oma", "Oma teksti.")}
    )
    code, said = desk.publish(now="2031-06-03")
    assert code == 0
    assert desk.log()[1:] == between
    assert "New pages: 1\n  + /uutiset/oma/" in said
    versions = json.loads(desk.published()["ledger.json"])["documents"]
    assert versions["toisten"]["versions"]["fi"]["published"] == "2031-06-01"
    assert versions["oma"]["versions"]["fi"]["published"] == "2031-06-03"


def test_the_remote_refuses(desk: Desk) -> None:
    desk.begin()
    before = desk.log()
    desk.write(**{"news/juttu.fi.md": news("Juttu", "Uusi teksti.")})
    desk.hook("echo 'Julkaiseminen on nyt kielletty.' >&2; exit 1")
    code, said = desk.publish()
    assert (code, desk.log()) == (1, before)
    assert "origin/gh-pages did not accept the site." in said
    assert "Julkaiseminen on nyt kielletty." in said
    assert "kaiku-publishing" not in git(desk.content, "for-each-ref")


def test_another_commit_stands_there_afterwards(desk: Desk) -> None:
    desk.begin()
    desk.write(**{"news/juttu.fi.md": news("Juttu", "Uusi teksti.")})
    hook = desk.remote / "hooks" / "post-receive"
    hook.write_text("#!/bin/sh\ngit update-ref refs/heads/gh-pages gh-pages~1\n", encoding="utf-8")
    hook.chmod(0o755)
    code, said = desk.publish()
    assert code == 1
    assert "The site was sent, but origin/gh-pages now holds something else." in said


@scripts
def test_a_remote_that_hangs_is_given_up(desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    helper = tmp_path / "git-remote-hidas"
    helper.write_text("#!/bin/sh\nsleep 60\n", encoding="utf-8")
    helper.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    git(desk.content, "config", "protocol.hidas.allow", "always")
    git(desk.content, "remote", "set-url", "origin", "hidas://jossain/koe")
    monkeypatch.setattr("plugins.publishing.branch.NETWORK_SECONDS", 0.3)
    code, said = desk.publish()
    assert code == 1
    assert "origin/gh-pages did not answer in time." in said


def test_unknown_remote(desk: Desk) -> None:
    git(desk.content, "remote", "rename", "origin", "muu")
    code, said = desk.publish()
    assert code == 2
    assert "no remote called origin" in said


def test_remote_by_its_address(desk: Desk) -> None:
    git(desk.content, "remote", "remove", "origin")
    with (desk.content / "site.yaml").open("a") as site:
        site.write(f"publish: {{remote: '{desk.remote}', branch: sivut}}\n")
    assert desk.publish()[0] == 0
    assert git(desk.remote, "rev-list", "--count", "sivut") == "1"
    assert "No changes." in desk.publish()[1]


def test_not_a_repository(desk: Desk, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    desk.content.rename(outside)
    desk.content = outside
    code, said = desk.publish()
    assert code == 2
    assert f"The content folder {outside} is not in a git repository" in said


def test_no_git(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    code, said = desk.publish()
    assert code == 2
    assert "There is no git on this machine." in said


@pytest.mark.parametrize(
    ("branch", "message"),
    [("main", "The branch main is the one in which the content is written."), ("a..b", "a..b cannot be the name")],
)
def test_branch_that_will_not_do(desk: Desk, branch: str, message: str) -> None:
    with (desk.content / "site.yaml").open("a") as site:
        site.write(f"publish: {{branch: {branch}}}\n")
    code, said = desk.publish()
    assert code == 2
    assert message in said


def test_branch_of_somebody_else(desk: Desk) -> None:
    git(desk.content, "add", ".")
    git(desk.content, "commit", "--quiet", "-m", "Sisältö")
    git(desk.content, "push", "--quiet", "origin", "main:gh-pages")
    before = desk.log()
    code, said = desk.publish()
    assert (code, desk.log()) == (2, before)
    assert "holds something else than a site that Kaiku has published" in said


def test_cname(desk: Desk) -> None:
    with (desk.content / "site.yaml").open("a") as site:
        site.write("publish: {cname: example.org}\n")
    assert desk.publish()[0] == 0
    assert desk.published()["CNAME"] == b"example.org"
    assert "No changes." in desk.publish()[1]


def test_trial(desk: Desk) -> None:
    code, said = desk.publish("--dry-run", yes=False)
    assert code == 0
    assert "New pages: 23\n  + /\n" in said
    assert "  + /hankkeet/koehanke/\n" in said
    assert "This was a trial. Nothing was sent." in said
    assert git(desk.remote, "for-each-ref") == ""


def test_nobody_to_ask(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    code, said = desk.publish(yes=False)
    assert code == 2
    assert "Add --yes" in said
    assert git(desk.remote, "for-each-ref") == ""


class Terminal(io.StringIO):
    """A terminal at which somebody has typed."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("answer", "code"), [("Ja\n", 0), ("\n", 1)])
def test_answer(desk: Desk, monkeypatch: pytest.MonkeyPatch, answer: str, code: int) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    got, said = desk.publish(yes=False)
    assert got == code
    assert "Publish? [y/N] " in said
    assert bool(git(desk.remote, "for-each-ref")) is (code == 0)


@pytest.mark.parametrize(
    ("answer", "is_yes"), [("k\n", True), ("Ja\n", True), ("yes\n", True), ("\n", False), ("n\n", False), ("", False)]
)
def test_words_for_yes(monkeypatch: pytest.MonkeyPatch, answer: str, is_yes: bool) -> None:
    order = Order(Mock(), Path(), Path(), None, None, agreed=False, trial=False, language="en", format="text")
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    assert order.asks() is is_yes


def test_what_must_be_public_is_decided(desk: Desk) -> None:
    desk.write(**{"site.yaml": "name: Koe\nbase_url: ''\nlanguages: [fi, sv]\nprivacy: {controller: ''}\n"})
    code, said = desk.publish()
    assert code == 1
    for key in ("base_url", "operator", "contact.email", "accessibility.feedback_email", "privacy.controller"):
        assert f"The setting {key} is empty" in said
    assert "site.yaml:2:1: error SIT003 [undecided-at-release]" in said
    assert "site.yaml:4:11: error SIT003 [undecided-at-release]" in said
    assert "SIT002" not in said
    assert git(desk.remote, "for-each-ref") == ""


def test_an_address_of_this_machine_is_no_address(desk: Desk) -> None:
    site = (desk.content / "site.yaml").read_text().replace("https://example.org/koe/", "http://localhost:8000/")
    desk.write(**{"site.yaml": site})
    code, said = desk.publish()
    assert code == 1
    assert "site.yaml:2:1: error SIT003" in said


def test_faults_stop_publishing(desk: Desk) -> None:
    desk.write(**{"news/juttu.fi.md": news("Juttu", "[linkki](ei-ole.fi.md)")})
    code, said = desk.publish()
    assert code == 1
    assert "LNK001" in said
    assert git(desk.remote, "for-each-ref") == ""


def test_two_at_once(desk: Desk) -> None:
    from filelock import FileLock

    desk.cache.mkdir(exist_ok=True)
    with FileLock(desk.cache / "publish.lock"):
        code, said = desk.publish()
    assert code == 1
    assert "Another publishing is under way." in said
    assert desk.publish()[0] == 0


def test_damaged_ledger_is_a_fault(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "ledger.json").write_text('{"format": 9}')
    code, said = desk.publish("--ledger", str(tmp_path / "ledger.json"))
    assert code == 1
    assert f"{tmp_path / 'ledger.json'}:1:1: error LED001 [unreadable-ledger]" in said


@scripts
def test_waiting_for_a_helper_that_hangs_ends_with_git(tmp_path: Path) -> None:
    with pytest.raises(running.GitError) as caught:
        running.run(["sh", "-c", "sleep 30 & sleep 30"], tmp_path, 0.2)
    assert caught.value.reason == "slow"
