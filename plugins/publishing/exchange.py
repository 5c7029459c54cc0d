"""Exchanging two folders in one step, so that at no moment neither is there."""

import ctypes
import errno
import os
import sys
from pathlib import Path

_EXCHANGE = 2
_AT_FDCWD = -100
_UNSUPPORTED = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP})


def exchange(folder: Path, other: Path) -> bool:
    """Let two folders of one file system take each other's names at once; False where that cannot be done.

    Linux can since 3.15 (renameat2), on all of its usual file systems.
    """
    if sys.platform != "linux":
        return False
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "renameat2"):
        return False
    if library.renameat2(_AT_FDCWD, os.fsencode(folder), _AT_FDCWD, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNSUPPORTED:
        return False
    raise OSError(number, os.strerror(number), str(folder), None, str(other))
