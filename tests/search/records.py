"""Records, feeds and indexes for the tests of search."""

from collections.abc import Iterable, Mapping

from hypothesis import strategies as st

from quotebank.search.index import Change, Reading, SearchIndex
from quotebank.search.query import parse

LANKOV: Mapping[str, object] = {
    "key": "lankov2021korea",
    "ids": ["lankov2021a"],
    "title": "Kim Jong-un stays in the saddle",
    "authors": [{"family": "Lankov", "given": "Andrei", "original": "Андрей Ланьков"}],
    "outlet": "Valdai Club",
    "date": "2021-10-05",
    "tags": ["korea", "ideology"],
    "note": "ask for the recording",
}
KRASILNIKOV: Mapping[str, object] = {
    "key": "krasilnikov2021east",
    "title": "The eastern turn",
    "original": {"title": "Поворот на Восток", "outlet": "Взгляд"},
    "authors": [{"family": "Krasil’nikov", "given": "Sergei"}, {"literal": "Institute of the Far East"}],
    "outlet": "Vzglyad",
    "date": "2021-11",
}
UNDATED: Mapping[str, object] = {"key": "zavtra", "title": "Alone at home", "outlet": "Завтра"}
COINAGE: Mapping[str, object] = {
    "article": "lankov2021korea",
    "kind": "paraphrase",
    "text": "A new creed, “Kimjongunism,” is taught beside juche; Kim Jong-un has no rival in the hermit kingdom.",
    "speaker": "Choe Ryong-hae",
    "tags": ["doctrine"],
}
TRADE: Mapping[str, object] = {
    "article": "krasilnikov2021east",
    "kind": "direct",
    "text": "Сибирь торгует с Китаем.",
    "translation": "Siberia trades with China in anti-crisis mode.",
    "via": {"article": "Lankov2021A"},
    "note": "check the kingdom’s figures",
}
BANK = (
    Change("articles", "a1", LANKOV),
    Change("quotes", "q1", COINAGE),
    Change("articles", "a2", KRASILNIKOV),
    Change("quotes", "q2", TRADE),
    Change("articles", "a3", UNDATED),
)
"""Three articles and two quotes; the third article has none."""


class Ledger:
    """A feed as a bank gives it: changes in a list, the cursor their number."""

    def __init__(self, changes: Iterable[Change] = ()) -> None:
        self.changes = list(changes)
        self.asked: list[str | None] = []

    def __call__(self, cursor: str | None) -> Reading:
        """What was appended since `cursor`."""
        self.asked.append(cursor)
        read = int(cursor or 0)
        return Reading(iter(self.changes[read:]), str(len(self.changes)))


def index_of(changes: Iterable[Change]) -> SearchIndex:
    """An index in memory that has read `changes`."""
    index = SearchIndex.open(None)
    index.catch_up(Ledger(changes))
    return index


def found(index: SearchIndex, query: str) -> list[str]:
    """The ids a query finds, best first."""
    return [hit.id for hit in index.search(parse(query)).hits]


WORDS = ("kim", "jong-un", "juche", "Взгляд", "hermit", "kingdom", "the", "2021")
KEYS = ("k1", "K1", "k2", "k3", "old1", "old2")


def _texts() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)


def articles() -> st.SearchStrategy[Change]:
    """Articles that share few keys, so that they clash, and removals of them."""
    shape = st.fixed_dictionaries(
        {"key": st.sampled_from(KEYS)},
        optional={
            "title": _texts(),
            "ids": st.lists(st.sampled_from(KEYS), max_size=2),
            "date": st.sampled_from(("2021", "2021-10", "2020-02-29", "nonsense", "../2021")),
            "authors": st.lists(st.fixed_dictionaries({"family": _texts()}), max_size=2),
            "tags": st.lists(_texts(), max_size=2),
        },
    )
    return st.builds(Change, st.just("articles"), st.sampled_from(("a1", "a2", "a3")), st.none() | shape)


def quotes() -> st.SearchStrategy[Change]:
    """Quotes of those articles, or of none, and removals of them."""
    shape = st.fixed_dictionaries(
        {"article": st.sampled_from(KEYS), "text": _texts(), "kind": st.sampled_from(("direct", "comment"))},
        optional={"note": _texts(), "via": st.fixed_dictionaries({"article": st.sampled_from(KEYS)})},
    )
    return st.builds(Change, st.just("quotes"), st.sampled_from(("q1", "q2", "q3", "q4")), st.none() | shape)
