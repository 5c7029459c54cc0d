"""The folder beside an output tree that a build keeps for itself."""

from pathlib import Path


def companion(output: Path) -> Path:
    """Give the folder beside an output tree that holds its records, lock and staging: `.output.kaiku`."""
    return output.with_name(f".{output.name}.kaiku")
