"""Finds nginx for the tests of hosting, and installs Debian's: `python -m tests.nginx`."""

import os
import shutil
import subprocess
import sys

PACKAGES = ("nginx-light", "libnginx-mod-http-brotli-static")
APT = (("apt-get", "update", "-qq"), ("apt-get", "install", "-qq", "--yes", "--no-install-recommends", *PACKAGES))
MISSING = "The tests of hosting need nginx with brotli_static: sudo apt install " + " ".join(PACKAGES)
MODULE = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"


def executable() -> str:
    """Give the program, or fail saying what to do."""
    found = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin")
    if found is None or not os.path.exists(MODULE):
        raise FileNotFoundError(MISSING)
    return found


def main() -> int:
    """Make sure that it is there; give the exit code. Only Linux has it, and only its tests want it."""
    if sys.platform != "linux":
        return 0
    try:
        executable()
    except FileNotFoundError:
        sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
        for command in (
            ("apt-get", "update", "-qq"),
            ("apt-get", "install", "-qq", "--yes", "--no-install-recommends", *PACKAGES),
        ):
            environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
            subprocess.run([*sudo, *command], env=environment, check=False)
    try:
        print(f"Web server for the tests: {executable()}")
    except FileNotFoundError as reason:
        print(reason, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
