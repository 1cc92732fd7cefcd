"""The text of a digest, from the bytes of a file."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

from quotebank.errors import BadInput, UsageError
from quotebank.formats.parsed import utf8_text

_MARKED = {BOM_UTF32_LE: "utf-32", BOM_UTF32_BE: "utf-32", BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}
"""Encodings that a byte-order mark tells, the longer marks first: UTF-32's begins with UTF-16's."""

_BINARY = (b"%PDF-", b"PK\x03\x04", b"{\\rtf", b"\xd0\xcf\x11\xe0")
"""How PDF, Word's .docx, RTF and Word's .doc begin."""


def refuse_address(name: str) -> None:
    """Raise `UsageError` for the address of a page."""
    if name.lower().startswith(("http://", "https://")):
        raise UsageError(
            f"digest: {name}: pages are not fetched", "save the page, give its file, and say --url for its address"
        )


def decoded(name: str, data: bytes) -> str:
    """The text of a file: UTF-8, or UTF-16 and UTF-32 with a mark.

    Raises `BadInput` for other encodings (with the place of the first byte that does not fit), files that are not
    text, and empty ones.
    """
    for mark, encoding in _MARKED.items():
        if data.startswith(mark):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError as failure:
                raise BadInput(
                    f"{name}: not {encoding.upper()} text: byte {failure.start} cannot be read", "save it as UTF-8"
                ) from failure
            break
    else:
        if data.startswith(_BINARY) or b"\0" in data:
            raise BadInput(f"{name}: not a text file", "save it as text, Markdown or HTML")
        read = utf8_text(data)
        if not isinstance(read, str):
            raise BadInput(f"{name}: line {read.line}: {read.message}", "save it as UTF-8")
        text = read
    if not text.strip():
        raise BadInput(f"{name}: there is no text in it", "give the file of a press digest")
    return text
