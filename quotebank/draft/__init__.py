"""A writer's manuscript: which citations stand where in it, and the prose around them.

``read_draft(name, read)`` in `quotebank.draft.reading` is the way in: it reads a file with all it includes, one
`Part` each; it is loaded on first use. A format is a module here: `markdown`, `latex` (with `aux_files`, what LaTeX's
runs leave), `typst`, `restructured`, `org` and `word_documents`. `records` says what they find.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotebank.draft.reading import FORMS, read_draft
    from quotebank.draft.records import Citation, Part, ReadFile, Spot, Trouble

__all__ = ["FORMS", "Citation", "Part", "ReadFile", "Spot", "Trouble", "read_draft"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    room = "reading" if name in ("FORMS", "read_draft") else "records"
    return getattr(import_module(f"{__name__}.{room}"), name)
