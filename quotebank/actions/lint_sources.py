"""What the bank says of the records a draft cites, each looked up once: for holding the draft against it."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from quotebank.bank.bank import Bank
from quotebank.errors import Damaged, MissingFile
from quotebank.model.articles import Article
from quotebank.model.quotes import Quote
from quotebank.text.quotation_tokens import WORDS, tokens
from quotebank.text.quotations import Held, Source

if TYPE_CHECKING:
    from quotebank.actions.verifying import Snapshot

DIRECT = "direct"
_GAP = "\n\n"
Find = Callable[[str], Article | None]


class Passages:
    """Some texts read as one source: a quotation with an ellipsis may take from several of them."""

    def __init__(self, quotes: Sequence[Quote], texts: Sequence[str]) -> None:
        self.quotes = quotes
        self._starts = list(accumulate((len(text) + len(_GAP) for text in texts), initial=0))
        self.source = Source(_GAP.join(texts))

    def quote_at(self, offset: int) -> Quote | None:
        """The quote whose text has an offset."""
        return self.quotes[min(len(self.quotes), bisect_right(self._starts, offset)) - 1] if self.quotes else None


class CitedRecord:
    """A record with its quotes and saved text, read when they are first asked for."""

    def __init__(self, bank: Bank, article: Article, snapshot: "Snapshot", find: Find) -> None:
        self.article = article
        self._bank = bank
        self._snapshot = snapshot
        self._find = find
        self._held: dict[str, tuple[Held, Quote | None]] = {}

    @property
    def key(self) -> str:
        """Its present key."""
        return self.article.key

    @cached_property
    def quotes(self) -> list[Quote]:
        """All its quotes."""
        return self._bank.quotes_of(self.article)

    @cached_property
    def read_in(self) -> dict[str, Article]:
        """The other records in which its quotes were read, by key."""
        keys = dict.fromkeys(quote.via.article for quote in self.quotes if quote.via)
        found = [self._find(key) for key in keys]
        return {each.key: each for each in found if each is not None and each.key != self.key}

    @cached_property
    def secondhand(self) -> bool:
        """Whether all that is known of it was read elsewhere: each quote, and no text of its own was saved."""
        read = all(quote.via and quote.via.article not in self._names for quote in self.quotes)
        return bool(self.quotes) and read and bool(self.read_in) and not self.article.snapshot

    @cached_property
    def direct(self) -> Passages:
        """Its direct quotes, as they stand."""
        some = [quote for quote in self.quotes if quote.kind == DIRECT]
        return Passages(some, [quote.text for quote in some])

    @cached_property
    def translated(self) -> Passages:
        """The renderings of its quotes."""
        some = [quote for quote in self.quotes if quote.translation]
        return Passages(some, [quote.translation for quote in some])

    @cached_property
    def retold(self) -> str:
        """The words that paraphrases, summaries and comments have in quotation marks of their own, a line each."""
        from quotebank.draft.quoted_marks import pairs

        texts = [quote.text for quote in self.quotes if quote.kind != DIRECT]
        return "\n".join(text[mark.start : mark.end] for text in texts for mark in pairs(text) if mark.closed)

    @cached_property
    def saved(self) -> list[Source]:
        """The saved texts of the record and of those its quotes were read in; what is gone or changed is left out."""
        found: list[Source] = []
        for article in (self.article, *self.read_in.values()):
            try:
                text = self._snapshot(article)
            except (MissingFile, Damaged):
                continue
            if text:
                found.append(Source(text))
        return found

    @property
    def known(self) -> bool:
        """Whether there is anything that the record's own words can be held against."""
        return bool(self.direct.quotes or self.saved)

    def hold(self, text: str) -> tuple[Held, Quote | None]:
        """The best that its direct quotes, renderings and saved texts say of a quotation, and the quote that has it."""
        if text not in self._held:
            self._held[text] = self._hold(text)
        return self._held[text]

    def _hold(self, text: str) -> tuple[Held, Quote | None]:
        best: tuple[Held, Quote | None] = (Held("absent"), None)
        for passages in (self.direct, self.translated):
            if passages.quotes:
                held = passages.source.hold(text, self.article.language)
                if is_better(held, best[0]):
                    best = (held, passages.quote_at(held.start))
        if is_right(best[0]):
            return best
        for source in self.saved:
            held = source.hold(text, self.article.language)
            if is_better(held, best[0]):
                best = (held, best[1] if not is_right(held) else None)
        if not is_right(best[0]) and self.retold:
            held = Source(self.retold).hold(text, self.article.language)
            if is_right(held):
                best = (held, None)
        return best

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset((self.article.key, *self.article.ids))


def is_right(held: Held) -> bool:
    """Whether a quotation has the source's words."""
    return held.status in ("exact", "typography")


def is_better(held: Held, other: Held) -> bool:
    """Whether one finding speaks more for a quotation than another."""
    return _rank(held) < _rank(other)


def _rank(held: Held) -> tuple[int, int]:
    return ("exact", "typography", "altered", "absent").index(held.status), len(held.differences)


def title_words(text: str) -> str:
    """The words of a title as they are compared, without marks."""
    return " ".join(token.key for token in tokens(text) if token.kind in WORDS)


class Shelf:
    """The records of a draft by any key it cites them by."""

    def __init__(self, bank: Bank, articles: Sequence[Article], snapshot: "Snapshot") -> None:
        self.bank = bank
        self._snapshot = snapshot
        self._records: dict[str, CitedRecord] = {}
        for article in articles:
            self._keep(article)

    def record(self, key: str) -> CitedRecord | None:
        """The record cited by a key, present or old; None for a key that nothing has."""
        return self._records.get(key) or self._records.get(key.casefold())

    def find(self, key: str) -> Article | None:
        """The article with a key, cited or not."""
        known = self._records.get(key)
        if known is not None:
            return known.article
        place = self.bank.view.by_name(key)
        return Article.from_json(self.bank.read(place).doc) if place else None

    def records(self) -> list[CitedRecord]:
        """All of them, each once."""
        return list({id(record): record for record in self._records.values()}.values())

    @cached_property
    def titles(self) -> list[str]:
        """The words of the titles of all of them, in every language they are known in."""
        articles = [record.article for record in self.records()]
        texts = [text for each in articles for text in (each.title, each.title_translated, each.original.title)]
        return [title_words(text) for text in texts if text]

    def _keep(self, article: Article) -> None:
        record = CitedRecord(self.bank, article, self._snapshot, self.find)
        for name in (article.key, *article.ids):
            self._records.setdefault(name, record)
            self._records.setdefault(name.casefold(), record)
