"""Gets what the tests need beside Python's packages (`python -m tests.preparation`)."""

import sys

from tests import chromium, web_servers
from tests.ckeditor import installation
from tests.feeds import newsboat


def main() -> int:
    """Make sure that all are there; give the exit code."""
    return chromium.main() or installation.main() or newsboat.main() or web_servers.main()


if __name__ == "__main__":
    sys.exit(main())
