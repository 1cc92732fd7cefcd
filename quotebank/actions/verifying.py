"""Holding a bank's quotations against the saved texts of their sources, and keeping what was found."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quotebank.actions.finding import find
from quotebank.actions.progress import Progress, counted
from quotebank.bank.bank import Bank
from quotebank.bank.transaction import QUOTES
from quotebank.errors import Damaged, MissingFile
from quotebank.model.articles import Article
from quotebank.model.quotes import Quote
from quotebank.text.overlaps import Run
from quotebank.text.quotation_words import main_script
from quotebank.text.quotations import Held, Source

DIRECT = "direct"
CLOSE = ("paraphrase", "summary")
"""Kinds that are looked at for closeness to the source's words; a comment owes the source nothing."""

FINDINGS = ("exact", "typography", "altered", "absent", "free", "too-close")
"""What is found where there is a text: of direct quotes the first four, of paraphrases and summaries the others."""

UNHELD = ("translation", "no-snapshot", "snapshot-missing", "snapshot-changed")
"""Why nothing can be said, and nothing is stored.

The quote is in another language than its source; no text of that was saved; the file is gone; it is not what was saved.
"""

WRONG = ("altered", "absent", "too-close", "snapshot-missing", "snapshot-changed")
"""What a writer has to look at."""

LONGEST_FOUND = 300
"""Characters of the source's words kept with a quote that differs."""

Snapshot = Callable[[Article], str | None]
"""The saved text of an article, None if none was saved; raises `MissingFile` and `Damaged`."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A quote, the key of the source it was held against (the one it was read in), and what was found.

    `status` is one of `FINDINGS` or `UNHELD`; `held` is there for a direct quote, `run` for a paraphrase that is
    too close.
    """

    quote: Quote
    source: str
    status: str
    held: Held | None = None
    run: Run | None = None

    @property
    def wrong(self) -> bool:
        """Whether a writer has to look at it."""
        return self.status in WRONG

    @property
    def found(self) -> str:
        """The source's words there, where they differ from the quote's or are too much like them."""
        if self.run:
            return self.run.found
        return self.held.found if self.held and self.status == "altered" else ""


@dataclass(frozen=True, slots=True)
class Verified:
    """Everything that was looked at, by article and age; `stored` of the findings were new and went into the bank."""

    checked: Sequence[Checked]
    stored: int
    counts: Mapping[str, int] = field(init=False)

    def __post_init__(self) -> None:
        statuses = [each.status for each in self.checked]
        counts = {name: statuses.count(name) for name in (*FINDINGS, *UNHELD)}
        object.__setattr__(self, "counts", {name: count for name, count in counts.items() if count})

    @property
    def wrong(self) -> int:
        """How many quotes a writer has to look at."""
        return sum(each.wrong for each in self.checked)


def verify(
    bank: Bank,
    keys: Sequence[str] = (),
    *,
    snapshot: Snapshot,
    now: str,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Verified:
    """Hold quotes against their sources: those of the articles (or with the ids) named and those read in them, or all.

    What is found is stored as the quote's `verified`, in one transaction, where it differs from what is stored there;
    a finding that has not changed keeps its time. A quote that somebody changes meanwhile is left alone. `now` is a
    UTC time. Raises `NotFound` for a key or id that is none.
    """
    sources: dict[str, list[Quote]] = {}
    for quote in _asked(bank, keys):
        if quote.kind == DIRECT or quote.kind in CLOSE:
            sources.setdefault(source_of(quote), []).append(quote)
    total = sum(map(len, sources.values()))
    checked = list(counted(_checks(bank, sources, snapshot), total, progress))
    # Storing gives quotes newer lines: the order of the bank would be another one the next time.
    checked.sort(key=lambda each: (each.quote.article.casefold(), each.quote.added, each.quote.id))
    return Verified(checked, _store(bank, checked, now, dry_run=dry_run))


def source_of(quote: Quote) -> str:
    """The key of the source whose words a quote has: the one it was read in."""
    return quote.via.article if quote.via else quote.article


def _asked(bank: Bank, names: Sequence[str]) -> Iterable[Quote]:
    if not names:
        return bank.iter_quotes()
    found: dict[str, Quote] = {}
    for name in names:
        record = find(bank, name)
        for quote in [record] if isinstance(record, Quote) else _quotes_at(bank, record):
            found.setdefault(quote.id, quote)
    return found.values()


def _quotes_at(bank: Bank, article: Article) -> list[Quote]:
    """The quotes of an article, then those of others that were read in it."""
    places = bank.view_now.quotes_via(article.key, *article.ids)
    return [*bank.quotes_of(article), *(bank.quote(place.id) for place in places)]


def _checks(bank: Bank, sources: Mapping[str, Sequence[Quote]], snapshot: Snapshot) -> Iterator[Checked]:
    """Every quote held against its source, each source read once."""
    for key, quotes in sources.items():
        article = bank.article(key)
        try:
            text = snapshot(article)
        except (MissingFile, Damaged) as problem:
            status = "snapshot-changed" if isinstance(problem, Damaged) else "snapshot-missing"
            yield from (Checked(quote, key, status) for quote in quotes)
            continue
        if text is None:
            yield from (Checked(quote, key, "no-snapshot") for quote in quotes)
            continue
        source = Source(text)
        for quote in quotes:
            yield _held(quote, key, source, article.language)


def _held(quote: Quote, key: str, source: Source, language: str) -> Checked:
    if quote.kind != DIRECT:
        run = source.too_close(quote.text)
        return Checked(quote, key, "too-close" if run else "free", run=run)
    held = source.hold(quote.text, quote.language or language)
    if held.status == "absent" and _is_translated(quote, source, language):
        return Checked(quote, key, "translation")
    return Checked(quote, key, held.status, held)


def _is_translated(quote: Quote, source: Source, language: str) -> bool:
    """Whether a quote is in another language than its source, as far as tags and scripts tell."""
    mine, theirs = (tag.partition("-")[0].casefold() for tag in (quote.language, language))
    scripts = {main_script(quote.text), main_script(source.text)} - {""}
    return bool(mine and theirs and mine != theirs) or len(scripts) > 1


def _store(bank: Bank, checked: Sequence[Checked], now: str, *, dry_run: bool) -> int:
    """Put new findings into the bank; returns how many."""
    new = [(each, _finding(each)) for each in checked if each.status in FINDINGS]
    new = [(each, finding) for each, finding in new if not _says(each.quote.verified, finding)]
    if not new:
        return 0
    stored = 0
    with bank.transaction("verify", dry_run=dry_run) as change:
        for each, finding in new:
            place = bank.view.by_id(QUOTES, each.quote.id)
            shape = change.shape(place) if place is not None and place.live else {}
            if shape.get("text") != each.quote.text or shape.get("kind") != each.quote.kind:
                continue
            # The writer has not changed the quote, so its time of change stays.
            change.put(QUOTES, each.quote.id, {**shape, "verified": {**finding, "at": now}})
            stored += 1
    return stored


def _finding(each: Checked) -> dict[str, object]:
    finding: dict[str, object] = {"status": each.status}
    if each.found:
        finding["found"] = each.found if len(each.found) <= LONGEST_FOUND else each.found[: LONGEST_FOUND - 1] + "…"
    return finding


def _says(stored: Mapping[str, object], finding: Mapping[str, object]) -> bool:
    return {name: value for name, value in stored.items() if name != "at"} == finding
