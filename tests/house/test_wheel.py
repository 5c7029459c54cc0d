"""The wheel holds everything that a site is made with, has one name, and says what it is made of."""

import csv
import io
import json
import re
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from plugins.console.texts import command
from tests.sites import files_of, plain_site, warm

ROOT = Path(__file__).parents[2]
IS_WINDOWS = sys.platform == "win32"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the wheel of the files that git knows, as the workflow does."""
    source, made = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("made")
    subprocess.run(["git", "checkout-index", "--all", f"--prefix={source}/"], cwd=ROOT, check=True)
    order = ["wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", made, source]
    subprocess.run([sys.executable, "-m", "pip", *map(str, order)], check=True, capture_output=True)
    (file,) = made.glob("kaiku-*.whl")
    return file


@pytest.fixture(scope="module")
def kaiku(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into an empty environment, which borrows the packages that it needs; give its command."""
    place = tmp_path_factory.mktemp("environment")
    venv.create(place, with_pip=False)
    programs = place / ("Scripts" if IS_WINDOWS else "bin")
    python = programs / ("python.exe" if IS_WINDOWS else "python")
    order = ["install", "--quiet", "--no-deps", "--no-index", "--no-compile", wheel]
    subprocess.run([sys.executable, "-m", "pip", "--python", str(python), *map(str, order)], check=True)
    packages = sysconfig.get_path("purelib", vars={"base": str(place), "platbase": str(place)})
    (Path(packages) / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return programs / ("kaiku.exe" if IS_WINDOWS else "kaiku")


def run(kaiku: Path, *words: str | Path, folder: Path) -> str:
    """Run the installed command where somebody stands; give what it said."""
    done = subprocess.run(
        [kaiku, *map(str, words)], cwd=folder, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_an_environment_gets_one_name(wheel: Path) -> None:
    """Nothing of the program can meet another package's `plugins`, `theme` or `tasks`."""
    names = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {name.partition("-")[0] for name in names} == {"kaiku"}
    assert len(names) == 2


def test_the_same_sources_give_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    order = ["wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", tmp_path]
    source = tmp_path / "source"
    subprocess.run(["git", "checkout-index", "--all", f"--prefix={source}/"], cwd=ROOT, check=True)
    subprocess.run([sys.executable, "-m", "pip", *map(str, order), str(source)], check=True, capture_output=True)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


def test_it_builds_a_site_where_its_user_stands(kaiku: Path, tmp_path: Path) -> None:
    plain_site(tmp_path / "content")
    warm(tmp_path / ".cache")
    run(kaiku, "build", "--now", "2031-06-01", folder=tmp_path)
    assert (tmp_path / "output" / "index.html").is_file()
    assert list((tmp_path / "output" / "theme").glob("kaiku.*.css"))
    assert list((tmp_path / ".cache").glob("readings-*"))


def test_it_begins_a_site_and_builds_it(kaiku: Path, tmp_path: Path) -> None:
    run(kaiku, "init", "oma", "--now", "2031-06-01", "--colour", "#7a1f5c", folder=tmp_path)
    run(kaiku, "build", "--now", "2031-06-01", folder=tmp_path / "oma")
    assert list((tmp_path / "oma" / "output" / "theme").glob("colours.*.css"))


@pytest.mark.long
def test_a_repository_of_content_alone_is_published(kaiku: Path, tmp_path: Path) -> None:
    """By the installed command, to a branch of that repository; what was built there is no part of it."""
    site, remote = tmp_path / "site", tmp_path / "remote.git"
    subprocess.run(["git", "init", "--quiet", "--bare", str(remote)], check=True)
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", str(site)], check=True)
    said = ["--base-url=https://example.org/oma/", "--operator=Esimerkkikirjasto", "--email=hankkeet@example.org"]
    run(kaiku, "init", ".", *said, folder=site)
    settings = (site / "site.yaml").read_text(encoding="utf-8")
    decided = settings.replace('{fi: "", sv: ""}', "{fi: Päätös, sv: Beslut}")
    (site / "site.yaml").write_text(decided, encoding="utf-8")
    for words in (
        ("remote", "add", "origin", str(remote)),
        ("config", "user.name", "Maija Mallikas"),
        ("config", "user.email", "maija.mallikas@example.org"),
        ("add", "--all"),
        ("commit", "--quiet", "--message=Alku"),
    ):
        subprocess.run(["git", *words], cwd=site, check=True)
    run(kaiku, "check", "--strict", folder=site)
    run(kaiku, "build", folder=site)
    run(kaiku, "publish", "--yes", folder=site)
    branches = subprocess.run(["git", "ls-remote", "origin"], cwd=site, capture_output=True, text=True, check=True)
    assert "refs/heads/gh-pages" in branches.stdout
    status = subprocess.run(["git", "status", "--short"], cwd=site, capture_output=True, text=True, check=True)
    assert status.stdout == ""


def test_the_folder_of_the_content_may_be_where_one_stands(kaiku: Path, tmp_path: Path) -> None:
    """A repository that holds content alone: the site stands in it, and is no content."""
    plain_site(tmp_path)
    warm(tmp_path / ".cache")
    for _ in range(2):
        said = run(kaiku, "build", "--now", "2031-06-01", "--lang", "en", folder=tmp_path)
        assert "DOC007" not in said
    assert (tmp_path / "output" / "index.html").is_file()


def test_developers_tasks_stay_in_the_checkout(kaiku: Path, tmp_path: Path) -> None:
    said = run(kaiku, "--help", folder=tmp_path)
    assert " build " in said
    assert " lint " not in said


def test_it_is_called_as_its_user_types_it(kaiku: Path, tmp_path: Path) -> None:
    """By its bare name where it is installed, in a checkout as the shell wants it."""
    for words in ((), ("build", "--help"), ("init", "oma", "--lang=sv")):
        said = run(kaiku, *words, folder=tmp_path)
        assert "kaiku" in said
        assert "./kaiku" not in said
    assert command("nt", is_checkout=True) == ".\\kaiku"
    assert command("posix", is_checkout=True) == "./kaiku"


def test_this_site_is_the_same_from_the_wheel_and_from_the_checkout(kaiku: Path, tmp_path: Path) -> None:
    """Byte for byte, of the repository's own content."""
    given = ["build", f"--content={ROOT / 'content'}", "--now", "2026-03-13"]
    run(kaiku, *given, f"--output={tmp_path / 'wheel'}", f"--cache={tmp_path / 'one'}", folder=tmp_path)
    places = [f"--output={tmp_path / 'checkout'}", f"--cache={tmp_path / 'other'}"]
    subprocess.run([sys.executable, str(ROOT / "tasks.py"), *given, *places], check=True, capture_output=True)
    one, other = files_of(tmp_path / "wheel"), files_of(tmp_path / "checkout")
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []
    assert len(one) > 100


@pytest.fixture(scope="module")
def bill(wheel: Path) -> Mapping[str, Any]:
    """Read the bill of materials."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if ".dist-info/sboms/" in name)
        text = archive.read(name).decode()
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    read: Mapping[str, Any] = json.loads(text)
    return read


def test_the_bill_lists_every_locked_package_with_its_licence(bill: Mapping[str, Any]) -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = set(re.findall(r"^([a-z0-9._-]+)==(\S+)", lock, re.MULTILINE))
    listed = {(part["name"], part["version"]): part for part in bill["components"] if part["type"] == "library"}
    assert listed.keys() == locked
    for part in bill["components"]:
        (licence,) = part["licenses"]
        assert licence.get("expression") or licence["license"].get("id"), part["name"]


def test_the_bill_says_who_needs_what(bill: Mapping[str, Any]) -> None:
    needs = {one["ref"].split("@")[0]: one.get("dependsOn", []) for one in bill["dependencies"]}
    assert any(ref.startswith("pkg:pypi/pelican@") for ref in needs["pkg:pypi/kaiku"])
    assert any(ref.startswith("pkg:pypi/blinker@") for ref in needs["pkg:pypi/pelican"])
    reached = set(_reached(needs, "pkg:pypi/kaiku"))
    assert {one["bom-ref"] for one in bill["components"]} == reached


def _reached(needs: Mapping[str, list[str]], owner: str) -> Iterator[str]:
    for ref in needs.get(owner.split("@", maxsplit=1)[0], []):
        yield ref
        yield from _reached(needs, ref)


def test_the_record_names_every_file(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (record,) = (name for name in archive.namelist() if name.endswith("/RECORD"))
        rows = csv.reader(io.StringIO(archive.read(record).decode()))
        assert {row[0] for row in rows} == set(archive.namelist())
