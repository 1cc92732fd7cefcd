"""quotebank keeps press articles and what they say, finds them again, and cites them.

``from quotebank import Bank`` opens a bank from Python; `Article`, `Quote`, `Name` and `PartialDate` are
its records. They are loaded on first use, so that the command line starts quickly.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotebank.bank.bank import Bank
    from quotebank.model.articles import Article
    from quotebank.model.dates import PartialDate
    from quotebank.model.names import Name
    from quotebank.model.quotes import Quote

__version__ = "0.1.0"
__all__ = ["Article", "Bank", "Name", "PartialDate", "Quote", "__version__"]

_HOMES = {
    "Article": "quotebank.model.articles",
    "Bank": "quotebank.bank.bank",
    "Name": "quotebank.model.names",
    "PartialDate": "quotebank.model.dates",
    "Quote": "quotebank.model.quotes",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
