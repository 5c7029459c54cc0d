"""The values that a diagnostic of each code carries, for whoever makes one and whoever writes its texts.

Most values are shown as they are. These are not:

- `expected` is a token that the table `[expected]` of each language turns into words; what follows a colon is its
  argument, several are parted by `|`: `text`, `date-or-time`, `one-of:notes|minutes`, `at-most:300`.
- `found` is shown in quotation marks, except for the words of the table `[found]`.
- `state` is a value of `index.Visibility`; `problem` of OUT003 and `marker` of OUT002 are tokens like `expected`,
  from the tables `[problem]` and `[marker]`. `problem` of FRM007 is what the YAML parser says, in English; the table
  `[yaml]` has its commonest sentences by their beginnings.
- `size` and `limit`, bytes as digits or megabytes as a decimal number, are written with the language's units.
- `key` of SIT002 and SIT003 adds a value `setting`, the words for that setting.
- `where` of the PRV codes, `answer` of LNK005 and `flaw` of LNK006 are tokens like `expected`, from the tables
  `[where]`, `[answer]` and `[flaw]`.
- `part` of BLK012 is a token of the table `[part]`: `block`, `language` or `profile`.
- `sign` of FRM016 is a token like `expected`, from the table `[sign]`; its argument is the sign's code point.
- `lack` of BIL001 is a token of the table `[lack]`: what a language has instead of a published version.
- `was` and `now` are tokens like `expected`, from the table `[identity]`: a document's type, or `block:KIND`.
"""

from collections.abc import Mapping
from types import MappingProxyType

VALUES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "FRM001": ("encoding",),
        "FRM002": (),
        "FRM003": ("size", "limit"),
        "FRM004": (),
        "FRM005": (),
        "FRM006": (),
        "FRM007": ("problem",),
        "FRM008": ("key", "first"),
        "FRM009": ("key", "near"),
        "FRM010": ("key",),
        "FRM011": ("key", "found", "expected"),
        "FRM012": ("key", "found", "expected", "near"),
        "FRM013": (),
        "FRM014": (),
        "FRM015": ("text",),
        "FRM016": ("sign",),
        "DOC001": ("name",),
        "DOC002": ("language", "known", "near"),
        "DOC003": ("key",),
        "DOC004": ("key", "language", "other"),
        "DOC005": ("project", "near"),
        "DOC006": ("key", "other"),
        "DOC007": ("folder", "near"),
        "DOC008": ("length",),
        "DOC009": ("length",),
        "DOC010": ("path", "near"),
        "DOC011": ("text", "date"),
        "DOC012": ("name",),
        "DOC013": ("path", "other"),
        "TXT001": (),
        "TXT002": ("from", "to"),
        "TXT003": ("element",),
        "TXT004": (),
        "TXT005": ("address",),
        "TXT006": ("text",),
        "TXT007": (),
        "TXT008": ("count", "most"),
        "TXT010": ("mark",),
        "TXT011": ("reference",),
        "TXT012": ("note",),
        "TXT013": ("note",),
        "TXT014": ("cells", "columns"),
        "TXT015": (),
        "TXT016": ("written", "shown"),
        "TXT017": ("element",),
        "TXT018": ("id", "first"),
        "TXT019": ("id",),
        "TXT020": (),
        "TXT021": ("deadline",),
        "LNK001": ("target", "near"),
        "LNK002": ("target", "state"),
        "LNK003": ("target", "fragment", "near"),
        "LNK004": ("target", "near"),
        "LNK005": ("address", "answer"),
        "LNK006": ("address", "flaw"),
        "IMG001": ("target", "near"),
        "IMG002": ("target",),
        "IMG003": ("target",),
        "IMG004": ("target", "width", "height", "most"),
        "IMG005": ("target", "format"),
        "IMG006": ("target",),
        "IMG007": ("target", "alt"),
        "IMG008": ("target",),
        **dict.fromkeys((f"PRV00{number}" for number in range(1, 7)), ("where",)),
        "PRV007": ("target",),
        "PRV008": ("target",),
        "FIL001": ("path",),
        "ADR001": ("address", "other"),
        "ADR002": ("address", "name"),
        "SIT001": (),
        "SIT002": ("key",),
        "SIT003": ("key",),
        "LED001": (),
        "LED002": ("key", "was", "now"),
        "LED003": ("address", "key"),
        "BIL001": ("key", "language", "lack"),
        "BIL002": ("other", "date", "passages", "removed"),
        "BIL003": ("other", "date", "passages", "removed"),
        "BIL004": (),
        "BIL005": ("values", "other"),
        "BIL006": ("target", "other"),
        "BIL007": ("count", "others", "other"),
        "BIL008": ("count", "others", "other"),
        "BIL009": ("key", "here", "others", "other"),
        "BIL010": ("key", "here", "others", "other"),
        "BLK001": ("block", "profile", "element"),
        "BLK002": ("block", "profile", "size"),
        "BLK003": ("block", "profile", "size"),
        "BLK004": ("block", "other"),
        "BLK005": ("block", "profile", "element"),
        "BLK006": ("block", "kind", "near"),
        "BLK007": ("block", "tag", "near"),
        "BLK008": ("block", "kind"),
        "BLK009": ("block", "kind", "key"),
        "BLK010": ("block", "profile", "element"),
        "BLK011": ("block", "profile", "size"),
        "BLK012": ("part", "name", "near"),
        "OUT001": ("address", "output"),
        "OUT002": ("marker", "output"),
        "OUT003": ("output", "problem"),
        "PLG001": ("plugin", "problem"),
    }
)

OPTIONAL = "near"
"""The nearest known name: present only when one is near."""

DERIVED: Mapping[str, tuple[str, ...]] = MappingProxyType({"SIT002": ("setting",), "SIT003": ("setting",)})
"""Values that the texts may name and that are made of others."""
