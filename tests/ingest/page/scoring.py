"""The test pages scored: ``python -m tests.ingest.page.scoring`` prints what is right, empty and wrong, field by field.

A page is ``corpus/NAME.html`` beside ``NAME.json``: ``{"url", "content_type", "expect": {title, authors, outlet, date,
language, url}, "leave_out": [fields that must stay empty], "about"}``. A field that is in neither is not scored.
"""

import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from quotebank.ingest.page import Page, read_page

CORPUS = Path(__file__).with_name("corpus")
TODAY = dt.date(2026, 11, 26)
FIELDS = ("title", "authors", "outlet", "date", "language", "url")


class Score(NamedTuple):
    """One field of one page: ``right``, ``empty`` or ``wrong``, what was expected and what came."""

    page: str
    field: str
    verdict: str
    expected: object
    found: object
    about: str


def pages(corpus: Path = CORPUS) -> list[Path]:
    """The JSON files of all test pages."""
    return sorted(corpus.glob("*.json"))


@cache
def read(path: Path) -> tuple[Page, dict[str, Any]]:
    """A test page read, and what is expected of it."""
    shape = json.loads(path.read_text("utf-8"))
    data = path.with_suffix(".html").read_bytes()
    return read_page(data, url=shape.get("url", ""), content_type=shape.get("content_type", ""), today=TODAY), shape


def scores(path: Path) -> Iterator[Score]:
    """The verdicts on one test page."""
    page, shape = read(path)
    found = values(page)
    about = str(shape.get("about", ""))
    for field, expected in shape.get("expect", {}).items():
        if field not in found:
            continue
        if expected in ("", [], None):
            verdict = "wrong" if found[field] else "right"
        elif not found[field]:
            verdict = "empty"
        else:
            verdict = "right" if compared(field, found[field]) == compared(field, expected) else "wrong"
        yield Score(path.stem, field, verdict, expected, found[field], about)
    for field in shape.get("leave_out", ()):
        if field in found and field not in shape.get("expect", {}):
            yield Score(path.stem, field, "wrong" if found[field] else "right", "", found[field], about)


def values(page: Page) -> dict[str, Any]:
    """The scored fields of a page in the shape of its JSON file; nothing but a wall's for a page that is no article."""
    article = page.article
    return {
        "title": article.title,
        "authors": [name.display for name in article.authors],
        "outlet": article.outlet,
        "date": article.date.edtf() if article.date else "",
        "language": article.language,
        "url": article.url,
        "wall": bool(page.wall),
        "type": article.type,
        "archive_url": article.archive_url,
        "archive_date": article.archive_date.edtf() if article.archive_date else "",
    }


def compared(field: str, value: Any) -> Any:
    """A value as it is compared: languages by their first part, texts with their white space collapsed."""
    if field == "language":
        return str(value).lower().partition("-")[0]
    if field == "wall":
        return bool(value)
    if isinstance(value, list):
        return [_spaced(" ".join(str(item).split())) for item in value]
    return " ".join(str(value).split())


def _spaced(name: str) -> str:
    """A name in Chinese characters or Hangul without spaces: the parts of it are one word in print."""
    return name.replace(" ", "") if any("\u2e80" <= char <= "\ud7a3" for char in name) else name


def report() -> Iterator[str]:
    """The lines of the table, then every error."""
    everything = [score for path in pages() for score in scores(path)]
    table = Counter((score.field, score.verdict) for score in everything)
    for field in dict.fromkeys(score.field for score in everything):
        counts = {verdict: table[field, verdict] for verdict in ("right", "empty", "wrong")}
        yield f"{field:12} " + "  ".join(f"{verdict} {count:3}" for verdict, count in counts.items())
    right = sum(score.verdict == "right" for score in everything)
    share = 100 * right / max(len(everything), 1)
    yield f"{len(pages())} pages, {len(everything)} fields, {right} right: {share:.1f} %"
    for score in everything:
        if score.verdict != "right":
            where = f"{score.verdict:5} {score.page}: {score.field}"
            yield f"{where}: {score.found!r}, not {score.expected!r} ({score.about})"


def main() -> None:
    """Print the report."""
    for line in report():
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
