"""Encodings: the letters of a file of which nobody has said how they are written."""


def decoded(data: bytes) -> str:
    """Return the text of a file as Windows and others write it: UTF-8, UTF-16 with its mark, else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")  # what Windows wrote before UTF-8; nearly every byte is some letter
