"""What a system truly lacks: the one reason for which a test may be left out there."""

import os
import sys

import pytest

IS_WINDOWS = os.name == "nt"

signals = pytest.mark.skipif(IS_WINDOWS, reason="Windows has no signals that end or interrupt another process")
links = pytest.mark.skipif(IS_WINDOWS, reason="Windows makes symbolic links for administrators alone")
pipes = pytest.mark.skipif(IS_WINDOWS, reason="Windows has no named pipes in folders")
limits = pytest.mark.skipif(IS_WINDOWS, reason="Windows sets no limits to a process as it begins")
scripts = pytest.mark.skipif(IS_WINDOWS, reason="Windows runs no scripts by their first line, and no nginx")
newsboat = pytest.mark.skipif(IS_WINDOWS, reason="the feed reader newsboat is not made for Windows")
linux = pytest.mark.skipif(sys.platform != "linux", reason="it mounts file systems, or serves by Debian's nginx")
