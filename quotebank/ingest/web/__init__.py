"""One page of the web, fetched because the writer gave its address, and nothing else fetched with it.

`fetch` follows redirects itself, so that every hop is held against the rules: http and https only, no address
that is not on the public internet (see `peers`), and limits on time, size and number (see `limits`). Proxies named
in the environment are not used: a proxy resolves names itself, and what it connects to could not be checked.
Everything is loaded on first use.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotebank.ingest.web.fetching import Fetched, fetch
    from quotebank.ingest.web.limits import Limits

__all__ = ["Fetched", "Limits", "fetch"]

_HOMES = {
    "Fetched": "quotebank.ingest.web.fetching",
    "Limits": "quotebank.ingest.web.limits",
    "fetch": "quotebank.ingest.web.fetching",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
