"""Records as lines and pages for a terminal, measured in cells and safe to show."""

from collections.abc import Iterable, Iterator

from quotebank.model.articles import Article
from quotebank.model.quotes import Locator, Quote
from quotebank.text.visible import cells, clip, visible, wrap

_LABELS = {"page": "p.", "paragraph": "para.", "section": "sec.", "timestamp": ""}
_FIELD_WIDTH = 12
_NAMED = 2
_LEAST_REST = 12


def bold(text: str, colour: bool) -> str:
    """`text` in bold, if the terminal may have it."""
    return f"\x1b[1m{text}\x1b[0m" if colour else text


def dim(text: str, colour: bool) -> str:
    """`text` dimmed, if the terminal may have it."""
    return f"\x1b[2m{text}\x1b[0m" if colour else text


def who(article: Article) -> str:
    """The authors in a few words: one, two, or the first "et al."; nothing when unsigned."""
    names = [name.literal or f"{name.particle} {name.family or name.given}".strip() for name in article.authors]
    return " and ".join(names) if len(names) <= _NAMED else f"{names[0]} et al."


def when(article: Article) -> str:
    """The date as stored, or the issue where there is no day to show."""
    date = article.date.edtf() if article.date else ""
    if article.issue and len(date) <= len("2021"):
        return f"{date} no. {article.issue}".strip()
    return date or "n.d."


def article_row(article: Article) -> str:
    """An article as a line for other programs: key, date, authors, outlet, title, parted by tabs."""
    names = "; ".join(name.sorted for name in article.authors)
    fields = (article.key, article.date.edtf() if article.date else "", names, article.outlet, article.title)
    return "\t".join(visible(field) for field in fields)


def article_table(articles: list[Article], width: int, colour: bool) -> Iterator[str]:
    """Articles as rows that fit the width: key, date, who, and outlet with title in what is left."""
    rows = [(visible(a.key), visible(when(a)), visible(who(a)), visible(_what(a))) for a in articles]
    caps = (max(10, width * 3 // 10), 11, max(8, width // 5))
    widths = [min(cap, max((cells(row[column]) for row in rows), default=0)) for column, cap in enumerate(caps)]
    for row in rows:
        head = [pad(clip(text, size), size) for text, size in zip(row, widths, strict=False)]
        rest = width - sum(widths) - 2 * len(widths)
        if rest < _LEAST_REST:
            yield bold(head[0], colour) + "  " + clip("  ".join(row[1:]), max(1, width - widths[0] - 2))
        else:
            yield "  ".join((bold(head[0], colour), *head[1:], clip(row[3], rest))).rstrip()


def article_page(article: Article, quotes: Iterable[Quote], width: int, colour: bool) -> str:
    """Everything about an article, then its quotes."""
    lines = [bold(line, colour) for line in wrap(visible(article.key), width)]
    for label, value in _fields(article):
        text = visible(value)
        first, *rest = wrap(text, max(10, width - _FIELD_WIDTH)) or [""]
        lines.append(dim(pad(label, _FIELD_WIDTH), colour) + first)
        lines += [" " * _FIELD_WIDTH + line for line in rest]
    for quote in quotes:
        lines += ["", *quote_block(quote, width, colour)]
    return "\n".join(lines) + "\n"


def quote_block(quote: Quote, width: int, colour: bool) -> list[str]:
    """A quote as lines: its id, kind and whereabouts, then its text, indented."""
    about = [quote.kind]
    if quote.locator:
        about.append(locator_text(quote.locator))
    if quote.speaker:
        about.append(f"said by {quote.speaker}")
    if quote.via:
        about.append(f"via {quote.via.article}" + (f", {locator_text(quote.via.locator)}" if quote.via.locator else ""))
    if quote.tags:
        about.append(" ".join(f"#{tag}" for tag in quote.tags))
    record = visible(quote.id)
    first, *rest = wrap(visible(", ".join(about)), max(10, width - cells(record) - 2))
    lines = [f"{bold(record, colour)}  {dim(first, colour)}"]
    lines += [" " * (cells(record) + 2) + dim(line, colour) for line in rest]
    for label, text in (("", quote.text), ("translation: ", quote.translation), ("note: ", quote.note)):
        if text:
            lines += [f"  {line}" for line in wrap(label + visible(text, newlines=True), max(10, width - 2))]
    return lines


def locator_text(locator: Locator) -> str:
    """A locator in a few letters: ``p. 3``, ``para. 11``, ``12:30``."""
    return f"{_LABELS.get(locator.label, locator.label)} {locator.value}".strip()


def pad(text: str, width: int) -> str:
    """`text` filled with spaces to `width` cells."""
    return text + " " * max(0, width - cells(text))


def _what(article: Article) -> str:
    return ": ".join(part for part in (article.outlet, article.title) if part)


def _archived(article: Article) -> str:
    date = article.archive_date.edtf() if article.archive_date else ""
    return f"{article.archive_url} ({date})" if article.archive_url and date else article.archive_url or date


def _fields(article: Article) -> Iterator[tuple[str, str]]:
    date = article.date.edtf() if article.date else ""
    if article.date and article.date.inferred:
        date += f" ({', '.join(article.date.inferred)} inferred)"
    named = {
        "title": article.title,
        "translated": article.title_translated,
        "original": article.original.title,
        "authors": "; ".join(f"{n.sorted} [{n.original}]" if n.original else n.sorted for n in article.authors),
        "outlet": f"{article.outlet} [{article.original.outlet}]" if article.original.outlet else article.outlet,
        "date": date,
        "issue": article.issue,
        "volume": article.volume,
        "pages": article.pages,
        "section": article.section,
        "url": article.url,
        "accessed": article.accessed.edtf() if article.accessed else "",
        "archived": _archived(article),
        "language": article.language,
        "publisher": article.publisher,
        "translator": "; ".join(name.sorted for name in article.translator),
        "type": article.type,
        "tags": " ".join(f"#{tag}" for tag in article.tags),
        "old keys": ", ".join(article.ids),
        "note": article.note,
        "saved text": str(article.snapshot.get("text", "")),
        "added": article.added,
    }
    return ((label, value) for label, value in named.items() if value)
