"""Pages put together for the tests: a head, a heading, some prose."""

import datetime as dt
import json
from typing import Any

from quotebank.ingest.page import Page, read_page

TODAY = dt.date(2026, 11, 26)
PROSE = (
    "The council said on Tuesday that it would not change the plan for the harbour, which has been in the making for "
    "years, and that the money would be there by the time it is needed. "
)
PARAGRAPHS = f"<p>{PROSE}</p><p>{PROSE}{PROSE}</p><p>{PROSE}</p>"
URL = "https://www.northernledger.example/politics/harbour-plan"


def html(head: str = "", body: str = "", *, lang: str = "en", prose: str = PARAGRAPHS) -> str:
    """A page of these parts, its prose after `body`."""
    return f'<!doctype html><html lang="{lang}"><head>{head}</head><body>{body}{prose}</body></html>'


def ld(**node: Any) -> str:
    """A JSON-LD element; its type is NewsArticle unless it says another."""
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **node})}</script>'


def meta(**values: str) -> str:
    """Meta elements; two underscores in a name are a colon, one stays."""
    return "".join(f'<meta property="{name.replace("__", ":")}" content="{value}">' for name, value in values.items())


def read(text: str | bytes, url: str = URL, **more: Any) -> Page:
    """A page read, as of a fixed day."""
    data = text.encode() if isinstance(text, str) else text
    return read_page(data, url=url, today=TODAY, **more)
