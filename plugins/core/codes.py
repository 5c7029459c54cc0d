"""Every kind of diagnostic, a row each: its stable code, its name, its weight, and the values that its texts name.

The texts are in `quality/texts/LANG.toml`, the examples in the editor's guide; a test holds the three together.
A code is never used again for another fault.

Most values are shown as they are. These are not:

- `expected` is a token that the table `[expected]` of each language turns into words; what follows a colon is its
  argument, several are parted by `|`: `text`, `date-or-time`, `one-of:notes|minutes`, `at-most:300`.
- `found` is shown in quotation marks, except for the words of the table `[found]`.
- `state` is a value of `index.Visibility`; `problem` of OUT003 and `marker` of OUT002 are tokens like `expected`,
  from the tables `[problem]` and `[marker]`. `problem` of FRM007 is what the YAML parser says, in English; the table
  `[yaml]` has its commonest sentences by their beginnings.
- `size` and `limit`, bytes as digits or megabytes as a decimal number, are written with the language's units.
- `key` of SIT002 and SIT003 adds a value `setting`, the words for that setting.
- `where` of the PRV codes, `answer` of LNK005, `flaw` of LNK006 and `reason` of TXT022 are tokens like `expected`,
  from the tables `[where]`, `[answer]`, `[flaw]` and `[reason]`.
- `part` of BLK012 is a token of the table `[part]`: `block`, `language` or `profile`.
- `sign` of FRM016 is a token like `expected`, from the table `[sign]`; its argument is the sign's code point.
- `lack` of BIL001 is a token of the table `[lack]`: what a language has instead of a published version.
- `filetype` of IMP001 and `fact` of IMP007 are tokens of the tables `[filetype]` and `[fact]`: what a file is, and
  which fact a text may be.
- `was` and `now` are tokens like `expected`, from the table `[identity]`: a document's type, or `block:KIND`.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

OPTIONAL = "near"
"""The value that is the nearest known name: present only when one is near."""


class Code(NamedTuple):
    """One kind of diagnostic."""

    code: str
    name: str
    severity: str
    values: tuple[str, ...]


def _row(code: str, name: str, severity: str, *values: str) -> Code:
    return Code(code, name, severity, values)


ROWS = (
    # FRM: the form of a file and of its YAML
    _row("FRM001", "unknown-encoding", "error", "encoding"),
    _row("FRM002", "binary-file", "error"),
    _row("FRM003", "too-large", "error", "size", "limit"),
    _row("FRM004", "empty-file", "error"),
    _row("FRM005", "no-front-matter", "error"),
    _row("FRM006", "unclosed-front-matter", "error"),
    _row("FRM007", "yaml-syntax", "error", "problem"),
    _row("FRM008", "duplicate-key", "error", "key", "first"),
    _row("FRM009", "unknown-key", "error", "key", "near"),
    _row("FRM010", "missing-key", "error", "key"),
    _row("FRM011", "wrong-type", "error", "key", "found", "expected"),
    _row("FRM012", "bad-value", "error", "key", "found", "expected", "near"),
    _row("FRM013", "yaml-alias", "error"),
    _row("FRM014", "unreadable-file", "error"),
    _row("FRM015", "cut-value", "hint", "text"),
    _row("FRM016", "odd-sign", "error", "sign"),
    _row("FRM017", "marks-in-value", "warning", "mark"),
    # DOC: documents and their versions
    _row("DOC001", "no-language", "error", "name"),
    _row("DOC002", "unknown-language", "error", "language", "known", "near"),
    _row("DOC003", "bad-key", "error", "key"),
    _row("DOC004", "duplicate-version", "error", "key", "language", "other"),
    _row("DOC005", "unknown-project", "error", "project", "near"),
    _row("DOC006", "duplicate-document", "error", "key", "other"),
    _row("DOC007", "unknown-folder", "warning", "folder", "near"),
    _row("DOC008", "long-title", "warning", "length"),
    _row("DOC009", "long-summary", "warning", "length"),
    _row("DOC010", "unread-file", "warning", "path", "near"),
    _row("DOC011", "passed-milestone", "hint", "text", "date"),
    _row("DOC012", "unportable-name", "warning", "name"),
    _row("DOC013", "names-alike", "warning", "path", "other"),
    # TXT: the text of a body
    _row("TXT001", "top-heading", "error"),
    _row("TXT002", "skipped-heading", "warning", "from", "to"),
    _row("TXT003", "removed-html", "warning", "element"),
    _row("TXT004", "too-deep", "error"),
    _row("TXT005", "raw-address", "warning", "address"),
    _row("TXT006", "vague-link", "warning", "text"),
    _row("TXT007", "table-without-headers", "warning"),
    _row("TXT008", "long-sentence", "hint", "count", "most"),
    _row("TXT010", "leftover-mark", "warning", "mark"),
    _row("TXT011", "undefined-reference", "warning", "reference"),
    _row("TXT012", "unused-note", "warning", "note"),
    _row("TXT013", "empty-note", "warning", "note"),
    _row("TXT014", "extra-cell", "warning", "cells", "columns"),
    _row("TXT015", "unclosed-comment", "warning"),
    _row("TXT016", "other-numbers", "warning", "written", "shown"),
    _row("TXT017", "unclosed-tag", "warning", "element"),
    _row("TXT018", "repeated-id", "error", "id", "first"),
    _row("TXT019", "reserved-id", "error", "id"),
    _row("TXT020", "empty-heading", "warning"),
    _row("TXT021", "impossible-deadline", "warning", "deadline"),
    _row("TXT022", "unshown-text", "warning", "text", "reason"),
    _row("TXT023", "text-outside-cells", "warning"),
    _row("TXT024", "uncounted-decision", "warning", "word"),
    # LNK: links between documents, to attachments and to places within them
    _row("LNK001", "broken-link", "error", "target", "near"),
    _row("LNK002", "unpublished-target", "error", "target", "state"),
    _row("LNK003", "missing-anchor", "error", "target", "fragment", "near"),
    _row("LNK004", "missing-file", "error", "target", "near"),
    _row("LNK005", "unreachable-address", "warning", "address", "answer"),
    _row("LNK006", "incomplete-link", "error", "address", "flaw"),
    # IMG: pictures
    _row("IMG001", "missing-picture", "error", "target", "near"),
    _row("IMG002", "no-alternative-text", "error", "target"),
    _row("IMG003", "unreadable-picture", "error", "target"),
    _row("IMG004", "too-large-picture", "error", "target", "width", "height", "most"),
    _row("IMG005", "unsupported-picture", "error", "target", "format"),
    _row("IMG006", "animated-picture", "warning", "target"),
    _row("IMG007", "file-name-as-alternative", "warning", "target", "alt"),
    _row("IMG008", "caption-as-alternative", "warning", "target"),
    # PRV: personal data that was not meant for the public
    _row("PRV001", "identity-code", "error", "where"),
    _row("PRV002", "phone-number", "warning", "where"),
    _row("PRV003", "email-address", "warning", "where"),
    _row("PRV004", "bank-account", "warning", "where"),
    _row("PRV005", "home-address", "warning", "where"),
    _row("PRV006", "card-number", "warning", "where"),
    _row("PRV007", "picture-location", "warning", "target"),
    _row("PRV008", "unread-attachment", "warning", "target"),
    # FIL: files beside the texts
    _row("FIL001", "unused-file", "hint", "path"),
    # ADR: addresses of the output
    _row("ADR001", "address-collision", "error", "address", "other"),
    _row("ADR002", "unportable-address", "error", "address", "name"),
    # SIT: the site's own settings
    _row("SIT001", "no-site", "error"),
    _row("SIT002", "undecided", "warning", "key"),
    _row("SIT003", "undecided-at-release", "error", "key"),
    _row("SIT004", "other-host", "error", "cname", "host"),
    _row("SIT005", "faint-colour", "error", "colour", "contrast", "near"),
    # LED: the ledger of what has been published
    _row("LED001", "unreadable-ledger", "error"),
    _row("LED002", "changed-identity", "error", "key", "was", "now"),
    _row("LED003", "reused-address", "warning", "address", "key"),
    # BIL: the versions of a document in their languages
    _row("BIL001", "missing-version", "error", "key", "language", "lack"),
    _row("BIL002", "stale-translation", "warning", "other", "date", "passages", "removed"),
    _row("BIL003", "touched-translation", "hint", "other", "date", "passages", "removed"),
    _row("BIL004", "damaged-record", "warning"),
    _row("BIL005", "differing-numbers", "warning", "values", "other"),
    _row("BIL006", "differing-links", "warning", "target", "other"),
    _row("BIL007", "differing-pictures", "warning", "count", "others", "other"),
    _row("BIL008", "differing-headings", "warning", "count", "others", "other"),
    _row("BIL009", "differing-meeting", "error", "key", "here", "others", "other"),
    _row("BIL010", "differing-facts", "warning", "key", "here", "others", "other"),
    # BLK: blocks
    _row("BLK001", "cannot-carry", "warning", "block", "profile", "element"),
    _row("BLK002", "large-block", "warning", "block", "profile", "size"),
    _row("BLK003", "too-large-block", "warning", "block", "profile", "size"),
    _row("BLK004", "duplicate-block", "error", "block", "other"),
    _row("BLK005", "cannot-carry-declared", "error", "block", "profile", "element"),
    _row("BLK006", "missing-project", "error", "block", "kind", "near"),
    _row("BLK007", "unknown-tag", "error", "block", "tag", "near"),
    _row("BLK008", "automatic-kind", "error", "block", "kind"),
    _row("BLK009", "ineffective-key", "warning", "block", "kind", "key"),
    _row("BLK010", "changed-by-format", "error", "block", "profile", "element"),
    _row("BLK011", "too-large-declared", "error", "block", "profile", "size"),
    _row("BLK012", "unknown-placement", "warning", "part", "name", "near"),
    _row("BLK013", "unreadable-scan", "warning"),
    _row("BLK014", "placement-on-own-site", "warning", "address"),
    # IMP: files that were brought in from elsewhere
    _row("IMP001", "unsupported-source", "error", "filetype"),
    _row("IMP002", "damaged-source", "error"),
    _row("IMP003", "locked-source", "error"),
    _row("IMP004", "empty-source", "error"),
    _row("IMP005", "too-large-source", "error"),
    _row("IMP006", "taken-key", "error", "key"),
    _row("IMP007", "left-in-text", "warning", "fact", "text"),
    _row("IMP008", "assumed-date", "warning", "date"),
    _row("IMP009", "struck-out-text", "hint", "text"),
    _row("IMP010", "kept-remark", "hint"),
    _row("IMP011", "picture-without-text", "warning", "picture"),
    _row("IMP012", "unbrought-picture", "warning", "picture"),
    # OUT: what was made, before it is put in place
    _row("OUT001", "dead-link-in-output", "error", "address", "output"),
    _row("OUT002", "unpublished-in-output", "error", "marker", "output"),
    _row("OUT003", "malformed-output", "error", "output", "problem"),
    # PLG: the program's own rooms
    _row("PLG001", "plugin-not-loaded", "error", "plugin", "problem"),
)

CODES: Mapping[str, Code] = MappingProxyType({row.code: row for row in ROWS})
