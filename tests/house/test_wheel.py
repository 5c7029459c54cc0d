"""The wheel holds everything that a site is made with."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.sites import plain_site

ROOT = Path(__file__).parents[2]


def test_wheel_builds_a_site(tmp_path: Path) -> None:
    """Made of the files that git knows, unpacked, and run beside the packages that are here."""
    source, made = tmp_path / "source", tmp_path / "made"
    subprocess.run(["git", "checkout-index", "--all", f"--prefix={source}/"], cwd=ROOT, check=True)
    order = [
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "--wheel-dir",
        str(made),
        str(source),
    ]
    subprocess.run([sys.executable, "-m", "pip", *order], check=True, capture_output=True)
    (wheel,) = made.glob("kaiku-*.whl")
    place = tmp_path / "place"
    zipfile.ZipFile(wheel).extractall(place)
    plain_site(tmp_path / "content")
    places = [f"--{name}={tmp_path / name}" for name in ("content", "output", "cache")]
    done = subprocess.run(
        [sys.executable, "-m", "tasks", "build", *places, "--now", "2031-06-01", "--lang", "en"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(place)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "output" / "index.html").is_file()
    assert list((tmp_path / "output" / "theme").glob("kaiku.*.css"))
