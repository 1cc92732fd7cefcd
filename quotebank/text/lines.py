"""What every text format asks for: a value on one line, and an address without a break."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re


def one_line(text: str) -> str:
    """`text` on one line that any UTF-8 file can hold.

    A run of white space with a line break or tab in it becomes one space; other control characters and
    non-characters are dropped; a lone surrogate becomes U+FFFD.
    """
    if text.isprintable():
        return text
    import re

    text = re.sub(r"[ \t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+", _spaces, text)
    text = re.sub(r"[\x00-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]", "", text)
    return re.sub(r"[\ud800-\udfff]", "\ufffd", text)


def _spaces(match: "re.Match[str]") -> str:
    run = match[0]
    return run if run.count(" ") == len(run) else " "


def percent_encoded(url: str, unsafe: str) -> str:
    """`url` with spaces, what cannot be printed, and the characters of `unsafe` percent-encoded as UTF-8."""
    if url.isascii() and url.isprintable() and not any(char in url for char in f" {unsafe}"):
        return url
    return "".join(
        [_encoded(char) if char in unsafe or char.isspace() or not char.isprintable() else char for char in url]
    )


def _encoded(char: str) -> str:
    return "".join([f"%{byte:02X}" for byte in char.encode("utf-8", "surrogatepass")])
