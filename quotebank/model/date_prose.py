"""Dates in English prose, for people to read."""

from quotebank.model.edtf import Point, read

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


def prose(text: str) -> str:
    """The EDTF date `text` as a sentence would say it; raises `BadInput` when it is none."""
    start, end = read(text)
    if start is not None and end is not None:
        return _single(start) if "/" not in text else _range(start, end)
    if start is not None:
        return f"since {_single(start)}" if text.endswith("..") else f"{_single(start)}–?"
    assert end is not None
    return f"until {_single(end)}" if text.startswith("..") else f"?–{_single(end)}"


def _single(point: Point) -> str:
    about = "c. " if point.qualifier in ("~", "%") else ""
    doubt = " (?)" if point.qualifier in ("?", "%") else ""
    return f"{about}{_bare(point)}{doubt}"


def _bare(point: Point) -> str:
    if point.hidden:
        return f"{point.year}s" if point.hidden == 1 else f"{point.year}–{point.last()[0]}"
    year = str(point.year) if point.year > 0 else f"{1 - point.year} BC"
    if point.season:
        return f"{SEASONS[point.season]} {year}"
    return " ".join(part for part in (_day_and_month(point), year) if part)


def _day_and_month(point: Point) -> str:
    if not point.month:
        return ""
    return f"{point.day} {MONTHS[point.month - 1]}" if point.day else MONTHS[point.month - 1]


def _range(start: Point, end: Point) -> str:
    """Two dates with what they share said once: ``4–6 October 2021``."""
    if start == end:
        return _single(start)
    if start.qualifier or end.qualifier or start.hidden or end.hidden or start.year != end.year:
        dash = "–" if " " not in _single(start) + _single(end) else " – "
        return f"{_single(start)}{dash}{_single(end)}"
    if start.day and end.day and start.month == end.month:
        return f"{start.day}–{_bare(end)}"
    if start.season and end.season:
        return f"{SEASONS[start.season]}–{_bare(end)}"
    if start.month and end.month and bool(start.day) == bool(end.day):
        return f"{_day_and_month(start)}–{_bare(end)}"
    return f"{_single(start)} – {_single(end)}"
