"""Where a saved page came from: what browsers, SingleFile and web archives write into the pages they keep."""

import re
from typing import NamedTuple

from quotebank.ingest.page.intake import clean

_HEAD = 8_192


class Origin(NamedTuple):
    """The address a page was saved from, `""` where it does not say."""

    url: str
    source: str


def origin(html: str) -> Origin:
    """What a saved page says of its address.

    Read are the "mark of the web" (``<!-- saved from url=(0042)https://... -->``, written by browsers since Internet
    Explorer 5) and the comment of SingleFile (``url: https://...`` in a comment that names the program).
    """
    head = html[:_HEAD]
    if "saved from url" not in head and "SingleFile" not in head and "saved from url" not in head.lower():
        return Origin("", "")
    match = re.search(r"<!--\s{0,9}saved from url=\(\d{1,6}\)(https?://[^\s<>]{1,4000})", head, re.IGNORECASE)
    if match:
        return Origin(clean(match[1]), "the browser's saved-from comment")
    match = re.search(r"<!--\s{0,9}Page saved with SingleFile(?:(?!-->).){0,400}?\burl:\s{0,9}(https?://[^\s<>]{1,4000})",
                      head, re.IGNORECASE | re.DOTALL)  # fmt: skip
    if match:
        return Origin(clean(match[1]), "SingleFile's comment")
    return Origin("", "")
