"""The settings of a release: `pelican -s publishconf.py` builds exactly what `./kaiku publish` sends.

Everything is as in pelicanconf.py, only stricter: what must be public may not stand empty in site.yaml. The release
has a folder of its own, which neither builds nor previews write into; `./kaiku publish` begins with it empty.
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
if str(HERE) not in sys.path:  # as in pelicanconf.py, which is found this way too
    sys.path.insert(0, str(HERE))

from pelicanconf import *  # noqa: E402, F403 - this is how Pelican's settings files extend one another

OUTPUT_PATH = str(HERE / ".cache" / "publish" / "site")
KAIKU_RELEASE = True
KAIKU_DRAFTS = False
KAIKU_ON_REQUEST = False
