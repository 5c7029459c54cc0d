"""Every kind of diagnostic: its stable code, its name and its weight.

The texts are in `quality/texts/LANG.toml`, the examples in the editor's guide; a test holds the three together.
A code is never used again for another fault.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Code(NamedTuple):
    """One kind of diagnostic."""

    code: str
    name: str
    severity: str


_ALL = (
    # FRM: the form of a file and of its YAML
    Code("FRM001", "unknown-encoding", "error"),
    Code("FRM002", "binary-file", "error"),
    Code("FRM003", "too-large", "error"),
    Code("FRM004", "empty-file", "error"),
    Code("FRM005", "no-front-matter", "error"),
    Code("FRM006", "unclosed-front-matter", "error"),
    Code("FRM007", "yaml-syntax", "error"),
    Code("FRM008", "duplicate-key", "error"),
    Code("FRM009", "unknown-key", "error"),
    Code("FRM010", "missing-key", "error"),
    Code("FRM011", "wrong-type", "error"),
    Code("FRM012", "bad-value", "error"),
    Code("FRM013", "yaml-alias", "error"),
    Code("FRM014", "unreadable-file", "error"),
    Code("FRM015", "cut-value", "hint"),
    Code("FRM016", "odd-sign", "error"),
    # DOC: documents and their versions
    Code("DOC001", "no-language", "error"),
    Code("DOC002", "unknown-language", "error"),
    Code("DOC003", "bad-key", "error"),
    Code("DOC004", "duplicate-version", "error"),
    Code("DOC005", "unknown-project", "error"),
    Code("DOC006", "duplicate-document", "error"),
    Code("DOC007", "unknown-folder", "warning"),
    Code("DOC008", "long-title", "warning"),
    Code("DOC009", "long-summary", "warning"),
    Code("DOC010", "unread-file", "warning"),
    Code("DOC011", "passed-milestone", "hint"),
    Code("DOC012", "unportable-name", "warning"),
    Code("DOC013", "names-alike", "warning"),
    # TXT: the text of a body
    Code("TXT001", "top-heading", "error"),
    Code("TXT002", "skipped-heading", "warning"),
    Code("TXT003", "removed-html", "warning"),
    Code("TXT004", "too-deep", "error"),
    Code("TXT005", "raw-address", "warning"),
    Code("TXT006", "vague-link", "warning"),
    Code("TXT007", "table-without-headers", "warning"),
    Code("TXT008", "long-sentence", "hint"),
    Code("TXT010", "leftover-mark", "warning"),
    Code("TXT011", "undefined-reference", "warning"),
    Code("TXT012", "unused-note", "warning"),
    Code("TXT013", "empty-note", "warning"),
    Code("TXT014", "extra-cell", "warning"),
    Code("TXT015", "unclosed-comment", "warning"),
    Code("TXT016", "other-numbers", "warning"),
    Code("TXT017", "unclosed-tag", "warning"),
    Code("TXT018", "repeated-id", "error"),
    Code("TXT019", "reserved-id", "error"),
    Code("TXT020", "empty-heading", "warning"),
    Code("TXT021", "impossible-deadline", "warning"),
    # LNK: links between documents, to attachments and to places within them
    Code("LNK001", "broken-link", "error"),
    Code("LNK002", "unpublished-target", "error"),
    Code("LNK003", "missing-anchor", "error"),
    Code("LNK004", "missing-file", "error"),
    Code("LNK005", "unreachable-address", "warning"),
    Code("LNK006", "incomplete-link", "error"),
    # IMG: pictures
    Code("IMG001", "missing-picture", "error"),
    Code("IMG002", "no-alternative-text", "error"),
    Code("IMG003", "unreadable-picture", "error"),
    Code("IMG004", "too-large-picture", "error"),
    Code("IMG005", "unsupported-picture", "error"),
    Code("IMG006", "animated-picture", "warning"),
    Code("IMG007", "file-name-as-alternative", "warning"),
    Code("IMG008", "caption-as-alternative", "warning"),
    # PRV: personal data that was not meant for the public
    Code("PRV001", "identity-code", "error"),
    Code("PRV002", "phone-number", "warning"),
    Code("PRV003", "email-address", "warning"),
    Code("PRV004", "bank-account", "warning"),
    Code("PRV005", "home-address", "warning"),
    Code("PRV006", "card-number", "warning"),
    Code("PRV007", "picture-location", "warning"),
    Code("PRV008", "unread-attachment", "warning"),
    # FIL: files beside the texts
    Code("FIL001", "unused-file", "hint"),
    # ADR: addresses of the output
    Code("ADR001", "address-collision", "error"),
    Code("ADR002", "unportable-address", "error"),
    # SIT: the site's own settings
    Code("SIT001", "no-site", "error"),
    Code("SIT002", "undecided", "warning"),
    Code("SIT003", "undecided-at-release", "error"),
    # LED: the ledger of what has been published
    Code("LED001", "unreadable-ledger", "error"),
    Code("LED002", "changed-identity", "error"),
    Code("LED003", "reused-address", "warning"),
    # BIL: the versions of a document in their languages
    Code("BIL001", "missing-version", "error"),
    Code("BIL002", "stale-translation", "warning"),
    Code("BIL003", "touched-translation", "hint"),
    Code("BIL004", "damaged-record", "warning"),
    Code("BIL005", "differing-numbers", "warning"),
    Code("BIL006", "differing-links", "warning"),
    Code("BIL007", "differing-pictures", "warning"),
    Code("BIL008", "differing-headings", "warning"),
    Code("BIL009", "differing-meeting", "error"),
    Code("BIL010", "differing-facts", "warning"),
    # BLK: blocks
    Code("BLK001", "cannot-carry", "warning"),
    Code("BLK002", "large-block", "warning"),
    Code("BLK003", "too-large-block", "warning"),
    Code("BLK004", "duplicate-block", "error"),
    Code("BLK005", "cannot-carry-declared", "error"),
    Code("BLK006", "missing-project", "error"),
    Code("BLK007", "unknown-tag", "error"),
    Code("BLK008", "automatic-kind", "error"),
    Code("BLK009", "ineffective-key", "warning"),
    Code("BLK010", "changed-by-format", "error"),
    Code("BLK011", "too-large-declared", "error"),
    Code("BLK012", "unknown-placement", "warning"),
    # OUT: what was made, before it is put in place
    Code("OUT001", "dead-link-in-output", "error"),
    Code("OUT002", "unpublished-in-output", "error"),
    Code("OUT003", "malformed-output", "error"),
    # PLG: the program's own rooms
    Code("PLG001", "plugin-not-loaded", "error"),
)

CODES: Mapping[str, Code] = MappingProxyType({one.code: one for one in _ALL})
