"""Gets what the tests need beside Python's packages, a browser and an editor: `python -m tests.preparation`."""

import sys

from tests import chromium
from tests.ckeditor import installation


def main() -> int:
    """Make sure that both are there; give the exit code."""
    return chromium.main() or installation.main()


if __name__ == "__main__":
    sys.exit(main())
