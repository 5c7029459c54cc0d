"""Finds nginx and Apache for the tests of hosting, and installs Debian's: `python -m tests.web_servers`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGES = ("nginx-light", "libnginx-mod-http-brotli-static", "apache2-bin", "media-types")
MISSING = "The tests of hosting need nginx with brotli_static, and Apache: sudo apt install " + " ".join(PACKAGES)
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
APACHE_MODULES = Path("/usr/lib/apache2/modules")
MEDIA_TYPES = Path("/etc/mime.types")


def executable(name: str) -> str:
    """Return the path of `nginx` or `apache2`; raises FileNotFoundError, saying what to do."""
    found = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin")
    if found is None or not all(one.exists() for one in (BROTLI, APACHE_MODULES, MEDIA_TYPES)):
        raise FileNotFoundError(MISSING)
    return found


def main() -> int:
    """Make sure that both are there; give the exit code. Only Linux has them, and only its tests want them."""
    if sys.platform != "linux":
        return 0
    try:
        servers = [executable(name) for name in ("nginx", "apache2")]
    except FileNotFoundError:
        sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
        install = ("apt-get", "install", "-qq", "--yes", "--no-install-recommends", *PACKAGES)
        for command in (("apt-get", "update", "-qq"), install):
            environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
            subprocess.run([*sudo, *command], env=environment, check=False)
    try:
        servers = [executable(name) for name in ("nginx", "apache2")]
    except FileNotFoundError as reason:
        print(reason, file=sys.stderr)
        return 1
    print("Web servers for the tests:", *servers)
    return 0


if __name__ == "__main__":
    sys.exit(main())
