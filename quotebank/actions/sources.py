"""Which works a bibliography lists: those quoted, those they were read in, or both.

A work whose every quote came by way of another was not read itself. Chicago lists it beside the one that was read
(Chicago Manual of Style, 17th ed., 14.260); APA (Publication Manual, 7th ed., 8.6) and MLA (MLA Handbook, 9th ed.,
6.77) list only the one that was read.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from quotebank.bank.bank import Bank
from quotebank.bank.transaction import keys_of
from quotebank.bank.view import Location
from quotebank.errors import UsageError
from quotebank.model.articles import Article
from quotebank.model.quotes import Quote

MODES = ("both", "read", "asked")
"""List the quoted work and the one it was read in; only the one that was read; exactly what was asked for."""

_FEW = 200
"""So many articles' quotes are looked up one by one; for more the whole bank is read once."""


class Listed(NamedTuple):
    """The works to list, with the keys of those added and those left out."""

    articles: list[Article]
    added: list[str]
    left_out: list[str]


class Sources:
    """Quotes and articles by key, as an export asks for them: each looked up once, or all read in one go."""

    def __init__(
        self, bank: Bank, articles: Sequence[Article], *, every_quote: bool = False, only_elsewhere: bool = False
    ) -> None:
        """`every_quote`: texts of quotes are wanted too, and not only where they were read.

        `only_elsewhere`: articles all of whose quotes were read in themselves need have none here, which saves reading
        them.
        """
        self._bank = bank
        self._only_elsewhere = only_elsewhere and not every_quote
        self._looked_up: dict[str, Sequence[Quote]] = {}
        self._articles: dict[str, Article | None] = {}
        for article in articles:
            for name in (article.key, *article.ids):
                self._articles[name.casefold()] = article
        self._quotes: dict[str, list[Quote]] | None = None
        if len(articles) > _FEW:
            self._quotes = self._read_through(every_quote)

    def quotes_of(self, key: str) -> Iterable[Quote]:
        """The quotes of an article; of many articles only those read in another source, unless all were wanted."""
        if self._quotes is not None:
            return self._quotes.get(key.casefold(), ())
        if key not in self._looked_up:
            self._looked_up[key] = self._look_up(key)
        return self._looked_up[key]

    def _look_up(self, key: str) -> Sequence[Quote]:
        article = self.find(key)
        if article is None or (self._only_elsewhere and not self._bank.view.read_elsewhere(*keys_of(article))):
            return ()
        return self._bank.quotes_of(article)

    def find(self, key: str) -> Article | None:
        """The article with that key or old key."""
        name = key.casefold()
        if name not in self._articles:
            place = self._bank.view.by_name(key)
            self._articles[name] = Article.from_json(self._bank.read(place).doc) if place else None
        return self._articles[name]

    def _read_through(self, every_quote: bool) -> dict[str, list[Quote]]:
        found: dict[str, list[Quote]] = {}
        # In most banks few quotes were read elsewhere, and the view knows which: the others need not be read.
        quotes = self._bank.iter_quotes() if every_quote else map(self._quote, self._bank.view.quotes_read_elsewhere())
        for quote in quotes:
            article = self._articles.get(quote.article.casefold())
            if article is not None:
                found.setdefault(article.key.casefold(), []).append(quote)
        return found

    def _quote(self, place: Location) -> Quote:
        return Quote.from_json({"id": place.id, **(self._bank.read(place).doc or {})})


def listed(
    articles: Sequence[Article],
    mode: str,
    quotes_of: Callable[[str], Iterable[Quote]],
    find: Callable[[str], Article | None],
) -> Listed:
    """The works to list for `articles` in one of `MODES`, in no order; raises `UsageError` for another."""
    if mode not in MODES:
        raise UsageError(f"--sources {mode}: not a choice", "choose " + ", ".join(MODES))
    if mode == "asked":
        return Listed(list(articles), [], [])
    chosen = {article.key: article for article in articles}
    left_out: list[str] = []
    added: list[str] = []
    queue = list(articles)
    while queue:
        article = queue.pop()
        read_in, itself = _read_in(article, quotes_of, find)
        for source in read_in:
            if source.key not in chosen:
                chosen[source.key] = source
                added.append(source.key)
                queue.append(source)
        if mode == "read" and read_in and not itself:
            left_out.append(article.key)
    for key in left_out:
        del chosen[key]
    return Listed(list(chosen.values()), sorted(set(added) - set(left_out)), sorted(left_out))


def _read_in(
    article: Article, quotes_of: Callable[[str], Iterable[Quote]], find: Callable[[str], Article | None]
) -> tuple[list[Article], bool]:
    """The other works an article's quotes were read in, and whether any was read in the article itself."""
    found: dict[str, Article] = {}
    itself = False
    for quote in quotes_of(article.key):
        source = find(quote.via.article) if quote.via else None
        if source is None or source.key == article.key:
            itself = True
        else:
            found[source.key] = source
    return list(found.values()), itself


def told(result: Listed) -> Iterator[str]:
    """What to tell the writer of works that were added or left out."""
    if result.added:
        yield f"{_several(result.added)} added: read for what is quoted in it"
    if result.left_out:
        yield f"{_several(result.left_out)} left out: quoted only in another source (--sources both lists them)"


def _several(keys: Sequence[str]) -> str:
    return ", ".join(keys) if len(keys) <= 3 else f"{', '.join(keys[:3])} and {len(keys) - 3} more"  # noqa: PLR2004


PREFERENCES: Mapping[str, str] = {
    "apa": "read", "modern-language-association": "read", "mla": "read",
}  # fmt: skip
"""How styles list a source quoted in another, by the first words of their names; all others list both."""


def preferred(style: str) -> str:
    """The mode a style, or a profile named after one, asks for."""
    return next((mode for name, mode in PREFERENCES.items() if style == name or style.startswith(f"{name}-")), "both")
