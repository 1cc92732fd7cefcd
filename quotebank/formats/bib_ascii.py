"""Field values in ASCII: letters with accents, Cyrillic and typographic signs as LaTeX commands.

For programs of the last century, and for papers typeset without UTF-8. What LaTeX has no command for (Chinese, Korean,
Arabic) stays as it is; addresses are percent-encoded instead.
"""

from functools import cache
from unicodedata import normalize

from quotebank.formats.bib_reading_fields import OWN, VERBATIM
from quotebank.text import latex_tables as tables

_SIGNS = {
    "–": "--", "—": "---", "“": "``", "”": "''", "‘": "\\textquoteleft{}", "’": "\\textquoteright{}",
    "„": "\\quotedblbase{}", "«": "\\guillemotleft{}",
    "»": "\\guillemotright{}", "‚": "\\quotesinglbase{}", "‹": "\\guilsinglleft{}", "›": "\\guilsinglright{}",
    "…": "\\ldots{}", "\xa0": "~", "€": "\\texteuro{}", "£": "\\pounds{}", "§": "\\S{}", "№": "\\textnumero{}",
    "°": "\\textdegree{}", "©": "\\copyright{}", "®": "\\textregistered{}", "™": "\\texttrademark{}", "•":
    "\\textbullet{}",
    "†": "\\dag{}", "¡": "\\textexclamdown{}", "¿": "\\textquestiondown{}", "½": "\\textonehalf{}", "×":
    "\\texttimes{}",
}  # fmt: skip


def ascii_field(name: str, value: str) -> str:
    """The value of the field `name` with what LaTeX can say in ASCII said so."""
    if value.isascii() or name == OWN:
        return value
    if name in VERBATIM:
        from quotebank.text.lines import percent_encoded

        return percent_encoded(value, "".join({char for char in value if char > "\x7f"}))
    return "".join([char if char <= "\x7f" else _command(char) for char in normalize("NFC", value)])


@cache
def _commands() -> dict[str, str]:
    """Commands by the character they print."""
    letters = {letter: f"{{\\{name}}}" for name, letter in tables.LETTERS.items() if len(letter) == 1}
    cyrillic = {letter: f"{{\\{name}}}" for name, letter in tables.CYRILLIC.items()}
    return {**letters, **cyrillic, **_SIGNS}


@cache
def _accents() -> dict[str, str]:
    return {mark: command for command, mark in reversed(tables.ACCENTS.items())}


def _command(char: str) -> str:
    known = _commands().get(char)
    if known is not None:
        return known
    parts = normalize("NFD", char)
    command = _accents().get(parts[1:])
    if command is None or not parts[0].isascii():
        return char
    return f"{{\\{command}{parts[0]}}}" if not command.isalpha() else f"{{\\{command}{{{parts[0]}}}}}"
