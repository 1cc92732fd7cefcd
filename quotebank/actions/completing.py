"""Completing what a writer began to type into a draft: records by key, author, title or outlet.

First come keys that begin so, then authors, titles and outlets with such words, then what only resembles it: another
spelling, script or a slip. The key view and the search index answer; the bank is read for what is shown alone.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotebank.actions.progress import Progress
from quotebank.bank.bank import Bank
from quotebank.bank.transaction import ARTICLES, QUOTES
from quotebank.cite.wording import family_names, outlet, signers
from quotebank.errors import Damaged, NotFound
from quotebank.model.articles import Article
from quotebank.text.folding import base, fold
from quotebank.text.lines import one_line

if TYPE_CHECKING:
    from quotebank.bank.view import Location
    from quotebank.search.index import SearchIndex
    from quotebank.search.ranking import Hit

MOST = 20
"""How many records are offered unless another number is asked for."""

_LONGEST = 200
_MOST_WORDS = 8
_SHORTEST = 2
_TITLE_CELLS = 60
_HITS = 100
_ROUNDS = 3
_FIRST_WINDOW, _LAST_WINDOW = 1 << 16, 1 << 20
_FIELDS = {"author": 95.0, "title": 90.0, "outlet": 85.0}
_WORDS = 82.0
_ALIKE = 0.8


class Completion(NamedTuple):
    """One record that may be meant.

    `label` is who, which year and what, short enough for a menu; `date` is EDTF or ``""``. `score` is 0 to 100 and
    never rises from one to the next. `how` says what answers: ``key``, ``old key``, ``author``, ``title``, ``outlet``
    (that begins so), ``words`` (of several of these), ``recent``, or the search's own word for what resembles it
    (``typo``, ``sound``, ``spelling``, ``alias``, ...).
    """

    key: str
    label: str
    authors: tuple[str, ...]
    outlet: str
    date: str
    title: str
    kind: str
    score: float
    how: str

    def to_json(self) -> dict[str, object]:
        """The JSON shape: every field, texts ``""`` where there is none."""
        return {**self._asdict(), "authors": list(self.authors)}


def complete(bank: Bank, prefix: str, limit: int = MOST, progress: Progress | None = None) -> list[Completion]:
    """At most `limit` records whose key, author, title or outlet begins with or resembles `prefix`, the best first.

    An ``@`` before it does not matter. For an empty one: the records added or changed last, newest first. Raises
    `Busy`, and what the bank raises.
    """
    typed = prefix.strip().lstrip("@")[:_LONGEST].strip()
    found = _Offer(bank, limit)
    if not typed:
        for place in _recent(bank, limit):
            found.add(place, 100.0, "recent")
        return found.ranked()
    _by_key(bank, typed, found)
    words = [word for word in fold(typed).split() if len(word) >= _SHORTEST]
    if words and not found.full:
        from quotebank.actions.searching import opened

        with opened(bank, progress) as index:
            _by_words(index, words, typed, found)
    return found.ranked()


class _Offer:
    """Records as they are found, each once, up to a limit."""

    def __init__(self, bank: Bank, limit: int) -> None:
        self._bank = bank
        self._limit = limit
        self._found: dict[str, tuple[Location, float, str]] = {}

    @property
    def full(self) -> bool:
        """Whether no more are wanted."""
        return len(self._found) >= self._limit

    @property
    def room(self) -> int:
        """How many more are wanted."""
        return self._limit - len(self._found)

    def add(self, place: "Location | None", score: float, how: str) -> bool:
        """Take the record at a place unless it is there already; answers whether it was taken."""
        if place is None or not place.live or place.id in self._found or self.full:
            return False
        self._found[place.id] = (place, score, how)
        return True

    def add_hit(self, hit: "Hit", score: float, how: str) -> bool:
        """Take the article of a result of the search."""
        return self.add(self._bank.view.by_id(ARTICLES, hit.article) if hit.article else None, score, how)

    def ranked(self) -> list[Completion]:
        """What was found, read from the bank; what went meanwhile is left out."""
        made = []
        for place, score, how in sorted(self._found.values(), key=lambda each: -each[1]):
            try:
                article = Article.from_json(self._bank.read(place).doc)
            except NotFound:
                continue
            made.append(_completion(article, score, how))
        return made


def _completion(article: Article, score: float, how: str) -> Completion:
    names = tuple(one_line(name.display) for name in article.authors)
    date = article.date.edtf() if article.date else ""
    title = one_line(article.title or article.title_translated or article.original.title)
    where = outlet(article)
    return Completion(article.key, _label(article, title, where), names, where, date, title, "article", score, how)


def _label(article: Article, title: str, where: str) -> str:
    """``Lankov, 2021, The Birth of ...``: who signed it (else the outlet), the year, the title cut to fit a menu."""
    from quotebank.text.visible import clip

    who = one_line(family_names(signers(article)))
    year = article.date.year if article.date else None
    when = str(year) if year is not None else article.date.edtf() if article.date else "n.d."
    what = clip(title, _TITLE_CELLS) or (where if who else "")
    return ", ".join(part for part in (who or where, when, what) if part)


def _by_key(bank: Bank, typed: str, found: _Offer) -> None:
    """Keys, the one that is meant exactly first, also an old one; then also as Latin letters without signs."""
    view = bank.view_now
    exact = view.by_name(typed)
    if exact is not None:
        same = any(brief.key.casefold() == typed.casefold() for brief in view.keys(typed, 1))
        found.add(exact, 100.0, "key" if same else "old key")
    plain = base(typed)
    for start, score in ((typed, 99.0), (plain, 97.0)):
        if not found.full and start and (start is typed or start != typed.casefold()):
            for brief in view.keys(start, found.room + 1):
                found.add(view.by_name(brief.key), score, "key")


def _by_words(index: "SearchIndex", folded: Sequence[str], typed: str, found: _Offer) -> None:
    """Authors, titles and outlets: words that begin so, then words that resemble what was typed."""
    words, years = _parted(folded)
    filters = [f"date:{year}" for year in years]
    *whole, last = words
    begun = [f'"{word}"' for word in whole] + [f"{last}*"]
    for field, score in _FIELDS.items():
        _take(index, " ".join([*(f"{field}:{word}" for word in begun), *filters]), found, score, field)
    if len(words) > 1:
        _take(index, " ".join([*map(_anywhere, begun), *filters]), found, _WORDS, "words")
    pieces, _ = _parted(_pieces(typed))
    if pieces and (len(last) > _SHORTEST or whole):
        _take(index, " ".join([*map(_anywhere, pieces), *filters]), found, 0.0, "")


def _anywhere(word: str) -> str:
    """A word of the query language asked of author, title or outlet."""
    return " OR ".join(f"{field}:{word}" for field in _FIELDS)


def _parted(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Words and years: ``lankv2021birth`` is a name, a year and the beginning of a title. A year alone is a word."""
    import re

    found: list[str] = []
    years: list[str] = []
    for word in words[:_MOST_WORDS]:
        key = re.fullmatch(r"([^\W\d]*)((?:1[5-9]|20)[0-9]{2})([^\W\d]*)", word)
        if key and (len(words) > 1 or len(key[1]) >= _SHORTEST):
            years.append(key[2])
            found += [part for part in (key[1], key[3]) if len(part) >= _SHORTEST]
        else:
            found.append(word)
    return (found, years) if found else (list(words[:_MOST_WORDS]), [])


def _pieces(typed: str) -> list[str]:
    """What was typed, without the signs that mean something in a query."""
    import re

    pieces = (piece.strip("-") for piece in re.split(r'[\s":*“”„«»‟]+', typed))
    return [piece for piece in pieces if len(fold(piece)) >= _SHORTEST]


def _take(index: "SearchIndex", text: str, found: _Offer, score: float, how: str) -> None:
    """Offer the articles a query finds. A result is a quote: where one article has them all, others are asked for."""
    from quotebank.search.query import Term, parse
    from quotebank.search.ranking import Wanted

    query = parse(text)
    most = max(_HITS, 5 * found.room) if found.room > MOST else _HITS
    seen: dict[str, Term] = {}
    for _ in range(_ROUNDS):
        if found.full:
            return
        results = index.search(query._replace(excluded=tuple(seen.values())), Wanted(most))
        for hit in results.hits:
            seen[hit.key] = Term(hit.key, "key", "filter", (), hit.key)
            found.add_hit(hit, score or round(_ALIKE * hit.score, 1), how or _likeness(hit))
        if results.total <= len(results.hits):
            return


def _likeness(hit: "Hit") -> str:
    """How the least like of a result's words answers."""
    return min(hit.used, key=lambda used: used.guessed.similarity).guessed.how if hit.used else "words"


def _recent(bank: Bank, limit: int) -> Iterator["Location"]:
    """The articles added, changed or quoted last, newest first, from the end of the bank's file; far back none."""
    window = _FIRST_WINDOW
    while True:
        places = _changed(bank, window)
        if len(places) >= limit or window >= min(_LAST_WINDOW, bank.view.place.offset):
            return iter(places)
        window *= 4


def _changed(bank: Bank, window: int) -> list["Location"]:
    """The live articles that the last `window` bytes of the file are about, each once, newest first."""
    from quotebank.bank.lines import DamagedLine

    with bank.pinned(lambda view: view.place.offset) as (end, journal):
        start = max(journal.header().size, end - window)
        lines = list(journal.lines(start, end))[start > journal.header().size :]
        found: dict[str, Location] = {}
        for raw in reversed(lines):
            try:
                line = journal.change(raw)
            except DamagedLine as problem:
                raise Damaged(f"{bank.path}: a line is damaged: {problem}", "run `quotebank check`") from problem
            if line is None or line.doc is None:
                continue
            place = None
            if line.table == ARTICLES:
                place = bank.view.by_id(ARTICLES, line.id)
            elif line.table == QUOTES:
                place = bank.view.by_name(str(line.doc.get("article")))
            if place is not None and place.live:
                found.setdefault(place.id, place)
    return list(found.values())
