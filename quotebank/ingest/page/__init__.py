"""Web pages read: HTML to a candidate record, with a source and a confidence for every field.

``read_page(data, today=...)`` in `quotebank.ingest.page.reading` is the way in; it is loaded on first use. A page goes
through these rooms:

1. `decoding`: bytes to text; `saved`: what a browser or an archive wrote into a page it kept;
2. `document`: the tree, its meta elements (`meta_tags`), its JSON-LD (`structured`), its visible `blocks`;
3. `sections`: what menus and the nameplate tell of the declared titles; then one room a field: `titles`, `dates`,
   `outlets`, `authors` (over `bylines`), `languages`, `canonical`, `kinds`;
4. `weighing`: agreement raises confidence, contradiction lowers it; below a line a field is left out and listed;
5. `walls`: why a page is no article at all.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotebank.ingest.page.reading import read_page
    from quotebank.ingest.page.records import Page, Unsure, no_outlet

__all__ = ["Page", "Unsure", "no_outlet", "read_page"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    room = "reading" if name == "read_page" else "records"
    return getattr(import_module(f"{__name__}.{room}"), name)
