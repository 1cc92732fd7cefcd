"""A citation under construction: pieces of text, italics and links with the right punctuation between them.

A piece is a pair of a kind and its text: ``("text", "Andrei Lankov, ")``, ``("italic", "TASS")``,
``("link", "https://tass.com/1")``. What the kinds look like is up to whoever shows them: nothing in plain text,
``*...*`` and ``<...>`` in Markdown, commands in LaTeX.
"""

from collections.abc import Iterable

TEXT, ITALIC, LINK = "text", "italic", "link"
BOLD, SMALL_CAPS, SUPERSCRIPT, SUBSCRIPT = "bold", "smallcaps", "superscript", "subscript"
"""The kinds; the second line is used by CSL styles alone."""

_MARKDOWN = {
    ITALIC: ("*", "*"), BOLD: ("**", "**"), SUPERSCRIPT: ("^", "^"), SUBSCRIPT: ("~", "~"),
    SMALL_CAPS: ("[", "]{.smallcaps}"),
}  # fmt: skip
_HTML = {
    ITALIC: ("<em>", "</em>"), BOLD: ("<strong>", "</strong>"), SUPERSCRIPT: ("<sup>", "</sup>"),
    SUBSCRIPT: ("<sub>", "</sub>"), SMALL_CAPS: ('<span style="font-variant: small-caps">', "</span>"),
}  # fmt: skip

Piece = tuple[str, str]
"""Kind and text."""

_CLOSED = ".?!…"


class Line:
    """Pieces put one after the other; `pieces` holds them, neighbouring texts run together."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []

    def then(self, *pieces: Piece, mark: str = ",") -> None:
        """Add what comes next; `mark` ends what stands before, inside its closing quotation marks."""
        filled = [piece for piece in pieces if piece[1]]
        if not filled:
            return
        if self.pieces:
            self.end(mark)
            self._add((TEXT, " "))
        for piece in filled:
            self._add(piece)

    def end(self, mark: str) -> None:
        """Put `mark` at the end, inside closing quotation marks; no full stop follows another end of a sentence."""
        if not self.pieces:
            return
        kind, text = self.pieces[-1]
        if kind != TEXT:
            if kind == LINK or not (mark == "." and text.endswith(tuple(_CLOSED))):
                self._add((TEXT, mark))
            return
        body, quotes = _split_quotes(text)
        if not (mark == "." and body.endswith(tuple(_CLOSED))):
            self.pieces[-1] = (TEXT, f"{body}{mark}{quotes}")

    def _add(self, piece: Piece) -> None:
        if self.pieces and piece[0] == TEXT == self.pieces[-1][0]:
            piece = (TEXT, self.pieces.pop()[1] + piece[1])
        self.pieces.append(piece)


def _split_quotes(text: str) -> Piece:
    """`text` without the quotation marks that close it, and those."""
    if not text.endswith("”"):
        return text, ""
    body = text[:-1]
    title = body[body.rfind("“") :]
    return (body[:-1], "’”") if body.endswith("’") and title.count("‘") == title.count("’") else (body, "”")


def in_quotes(text: str) -> str:
    """`text` in double quotation marks, those within it made single (Chicago Manual of Style, 17th ed., 13.30)."""
    if text.count('"') % 2 == 0:
        for _ in range(text.count('"') // 2):
            text = text.replace('"', "‘", 1).replace('"', "’", 1)
    return f"“{text.replace('“', '‘').replace('”', '’')}”"


def one_line(text: str) -> str:
    """`text` with every run of white space made one space, none at its ends."""
    return " ".join(text.split())


def as_plain(pieces: Iterable[Piece]) -> str:
    """The pieces as plain text, italics and links unmarked."""
    return "".join([text for _, text in pieces])


def as_markdown(pieces: Iterable[Piece]) -> str:
    """The pieces as Markdown: italics as ``*...*``, links as ``<...>``, all else escaped."""
    from quotebank.text.markdown import escape, link_target

    shown = []
    for kind, text in pieces:
        if kind == LINK:
            shown.append(f"<{link_target(text)}>")
        elif mark := _MARKDOWN.get(kind):
            inside = escape(text)
            before, after = _spaces(text)
            shown.append(f"{before}{mark[0]}{inside.rstrip()}{mark[1]}{after}" if inside.strip() else before)
        else:
            shown.append(" " * (len(text) - len(text.lstrip(" "))) + escape(text))
    return "".join(shown)


def as_html(pieces: Iterable[Piece]) -> str:
    """The pieces as a stretch of HTML: ``<em>``, ``<a href>``, ``<strong>`` and the like, all else escaped."""
    from html import escape

    shown = []
    for kind, text in pieces:
        inside = escape(one_line_kept(text), quote=False)
        if kind == LINK:
            shown.append(f'<a href="{escape(text)}">{inside}</a>')
        elif tags := _HTML.get(kind):
            shown.append(f"{tags[0]}{inside}{tags[1]}")
        else:
            shown.append(inside)
    return "".join(shown)


def one_line_kept(text: str) -> str:
    """`text` with line breaks and tabs made spaces; spaces at its ends stay."""
    if text.isprintable():
        return text
    before, after = _spaces(text)
    return f"{before}{one_line(text)}{after}"


def _spaces(text: str) -> tuple[str, str]:
    """A space if the text begins with white space, and one if it ends so."""
    return (" " if text[:1].isspace() else "", " " if text[-1:].isspace() else "")
