"""`python -m kaiku`: the command of an installed Kaiku, where its folder of commands is not on the path."""

import sys
from importlib import import_module

sys.exit(import_module("kaiku").main())
