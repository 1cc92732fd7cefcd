"""Text for BibTeX and BibLaTeX fields: every special character written so that TeX prints it.

The result is valid in classic BibTeX with LaTeX, in biblatex and in pandoc. Letters stay UTF-8, as do typographic
quotes and dashes.
"""

from quotebank.text.lines import one_line, percent_encoded

_SPECIAL = {
    "&": "\\&",
    "#": "\\#",
    "_": "\\_",
    "%": "\\%",
    "$": "\\$",
    "^": "\\textasciicircum{}",
    "~": "\\textasciitilde{}",
    "\\": "\\textbackslash{}",
}
_UNPAIRED = {"{": "\\textbraceleft{}", "}": "\\textbraceright{}"}


def escape(text: str) -> str:
    r"""`text` as the value of a field, without the braces around it.

    No command of the text survives, newlines become one space, control characters go. BibTeX counts braces even
    when they are escaped, so only a pair is written ``\{ \}`` and a single one as a command: the result is
    balanced whatever the text.
    """
    text = one_line(text)
    if text.isalnum():
        return text
    escaped = [_SPECIAL.get(char, char) for char in text]
    unpaired: list[int] = []
    for place, char in enumerate(text):
        if char == "{":
            unpaired.append(place)
        elif char == "}":
            if unpaired:
                escaped[unpaired.pop()] = "\\{"
                escaped[place] = "\\}"
            else:
                escaped[place] = _UNPAIRED[char]
    for place in unpaired:
        escaped[place] = _UNPAIRED["{"]
    return _unligated("".join(escaped))


def _unligated(text: str) -> str:
    """The text with what TeX would draw together (``--``, two apostrophes) kept apart by an empty group."""
    for pair in ("--", "``", "''"):
        while pair in text:
            text = text.replace(pair, f"{pair[0]}{{}}{pair[1]}")
    return text


def verbatim_url(url: str) -> str:
    """`url` for a verbatim field (url, doi, file): nothing is escaped there, so what would break it is percent-encoded.

    That is braces, backslashes, spaces, controls and whatever else cannot be printed.
    """
    return percent_encoded(url, "{}\\")
