"""What a citation engine is asked and what it answers: CSL-JSON items and places in the text in, pieces out.

Whoever formats citations by a CSL style (`quotebank.cite.pandoc` runs pandoc; a native engine may follow) is an
`Engine`; callers build `Citation` tuples and show the `Piece` tuples of `Formatted`.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from quotebank.cite.pieces import Piece
from quotebank.errors import QuotebankError


class EngineUnavailable(QuotebankError):
    """The program that formats by CSL styles is missing, too old or does not answer (exit 69, EX_UNAVAILABLE)."""

    exit_code = 69


class Cite(NamedTuple):
    """One item cited: a CSL-JSON id, the place in it, and words before and after, all in plain text.

    `label` is a CSL 1.0.2 locator ("page", "paragraph", ...) and `locator` its value ("3", "A1-A3"); a suffix
    follows the place as it is, with its own punctuation (", quoted in "). `in_text` is "Lankov (2021)" for
    "(Lankov 2021)", `suppress_author` "(2021)", `author_only` "Lankov"; at most one of them is meant.
    """

    id: str
    label: str = ""
    locator: str = ""
    prefix: str = ""
    suffix: str = ""
    author_only: bool = False
    suppress_author: bool = False
    in_text: bool = False


class Citation(NamedTuple):
    """One place in the text where something is cited, and what is cited there."""

    items: tuple[Cite, ...]


class Formatted(NamedTuple):
    """What an engine made of it.

    `citations` holds one tuple of pieces for each citation, in its order: the note of a note style, what stands in
    the text of any other. `bibliography` holds the id and the pieces of each entry in the style's order, empty
    for a style that has none. `warnings` are one-line messages to show a writer on stderr.
    """

    citations: tuple[tuple[Piece, ...], ...]
    bibliography: tuple[tuple[str, tuple[Piece, ...]], ...]
    warnings: tuple[str, ...] = ()


class Engine(Protocol):
    """Formats citations and a bibliography by a CSL style."""

    def format(
        self,
        items: Sequence[Mapping[str, object]],
        citations: Sequence[Citation],
        style: str,
        locale: str = "",
        nocite_all: bool = False,
    ) -> Formatted:
        """Citations and bibliography of CSL-JSON `items` by the CSL XML in `style`.

        Citations stand in the order of the text, so that later ones of the same item take the style's short
        form. The bibliography lists what is cited, every item with `nocite_all`. `locale` is a language tag
        ("de-DE"); empty for the style's own. Item texts are as `quotebank.text.csl` gives them. Raises `BadInput` for
        a citation of an id that is not among the items and for a style the engine cannot use,
        `EngineUnavailable` when the engine cannot be run or fails.
        """
        ...
