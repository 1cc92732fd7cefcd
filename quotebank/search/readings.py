"""What a word of a query is called under other systems of writing: the readings of one typed piece.

Asked only of words that show a sign of such a system; most words have none.
"""

from collections.abc import Iterator

from quotebank.text.folding import APOSTROPHES
from quotebank.text.scripts import is_cyrillic
from quotebank.text.variants import HYPHENS


def readings(typed: str) -> Iterator[tuple[str, str]]:
    """Other folded forms of a piece, each with how it came: ``spelling`` (another system's) or ``reading``.

    A reading is a guess at what the writer's system stands for, a spelling is none.
    """
    if not typed.isascii():
        from quotebank.text.variants import spellings

        yield from ((form, "spelling") for form in spellings(typed[:1].upper() + typed[1:]))
    if is_cyrillic(typed[0]):
        from quotebank.text.korean import kontsevich

        yield from ((form, "reading") for form in kontsevich(typed))
        return
    if typed[0] >= "\u0500":
        return
    from quotebank.text.folding import tokens
    from quotebank.text.variants import variants

    if any(sign in typed for sign in APOSTROPHES):
        found = list(tokens(typed))
        yield from ((each.text, "spelling") for each in variants(typed, found) if each.end == len(typed))
    if _east_asian(typed):
        from quotebank.text.chinese import wade_giles
        from quotebank.text.korean import mccune_reischauer

        yield from ((form, "reading") for form in (*wade_giles(typed), *mccune_reischauer(typed)))


def _east_asian(typed: str) -> bool:
    """Whether a piece shows a sign of Wade-Giles or McCune-Reischauer: a hyphen, an aspirate, ŏ, ŭ, ü, hs, ts, tz."""
    lower = typed.lower()
    signs = HYPHENS + APOSTROPHES + "ŏŭüê"
    return any(sign in lower for sign in signs) or lower.startswith(("hs", "ts", "tz"))
