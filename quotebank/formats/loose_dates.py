"""Dates as other programs write them: read if they say one, else passed over."""

from quotebank.errors import BadInput
from quotebank.model.dates import PartialDate


def as_edtf(text: str) -> str:
    """The text itself if it is an EDTF date, else ``""``."""
    try:
        return PartialDate.from_edtf(text.strip()).text
    except BadInput:
        return ""


def in_words(text: str) -> str:
    """The EDTF text of a date in words (``4 October 2021``); ``""`` for none, and for one without its year."""
    try:
        date = PartialDate.parse(text)
    except BadInput:
        return ""
    return date.text if date is not None and not date.inferred else ""
