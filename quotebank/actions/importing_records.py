"""What becomes of each record of an import: added, joined with the one that is there, or left out, and why."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from quotebank.actions.duplicates import Duplicates, Likeness
from quotebank.actions.merging import joined, joined_quotes, same_text
from quotebank.bank.bank import Bank
from quotebank.bank.lines import Shape
from quotebank.bank.transaction import ARTICLES, QUOTES, Transaction, keys_of
from quotebank.errors import UsageError
from quotebank.formats.parsed import Problem, number_of
from quotebank.model.articles import Article
from quotebank.model.keys import valid_key
from quotebank.model.quotes import Quote

ADD, SKIP, UPDATE, ASK = "add", "skip", "update", "ask"
POLICIES = (SKIP, UPDATE, ADD, ASK)
"""What becomes of a record that is there already: left alone, laid over that one, added beside it, or as is asked."""

Ask = Callable[[Article, Article, Likeness], str]
"""Asked what to do with a record, the one that is there and why they seem to be one: ``skip``, ``update``, ``add``."""


def check_policy(policy: str, ask: Ask | None) -> None:
    """Raise `UsageError` for a policy that is none, and for one that asks where there is nobody to be asked."""
    if policy not in POLICIES:
        raise UsageError(f"--on-duplicate: {policy} is not a choice", "use one of " + ", ".join(POLICIES))
    if policy == ASK and ask is None:
        raise UsageError("--on-duplicate ask: there is nobody to ask", "use skip, update or add")


class Imported(NamedTuple):
    """Keys and quote ids by what became of them, reasons by key or id, and problems by file.

    `why` says for each record that was skipped or updated to what it is the same, and for one added under another key
    than its own that this is so. Outlets come along with their spellings if the bank does not know them; they are
    not told of.
    """

    added: list[str]
    updated: list[str]
    skipped: list[str]
    problems: list[tuple[str, Problem]]
    why: dict[str, str]


class Importing:
    """One import under way. `policy` is what becomes of a record that is there already; `ask` decides on each."""

    def __init__(self, bank: Bank, change: Transaction, policy: str, ask: Ask | None) -> None:
        self.result = Imported([], [], [], [], {})
        self._bank = bank
        self._change = change
        self._policy = policy
        self._ask = ask
        self._known = Duplicates(bank)
        self._new: set[str] = set()
        self._choices: dict[str, str] = {}
        self._texts: dict[str, dict[tuple[object, ...], Quote]] = {}
        self._begin_file()

    def _begin_file(self) -> None:
        self._keys: dict[str, str] = {}
        self._numbered: list[str] = []

    def begin_file(self) -> None:
        """Forget the keys of the file before: the next one's are its own."""
        self._begin_file()

    # Articles -----------------------------------------------------------------------------------------------------

    def shape(self, shape: Shape) -> None:
        """Take the shape of an article, complete and checked: one like no other enters as it is."""
        key = shape["key"]
        if not key or not self._enters(shape):
            self._take(Article.from_json(shape), alone=False)
            return
        self._numbered.append(str(key))

    def _enters(self, shape: Shape) -> bool:
        """Whether a record shares neither its key nor any mark with another; then it has entered."""
        key = str(shape["key"])
        sought = self._known.sought(shape)
        if self._change.taken(key) or self._known.meets(sought):
            return False
        self._known.note(self._change.enter_shape(shape), sought)
        self._enter(key, "")
        return True

    def article(self, article: Article) -> None:
        """Take one article; raises quotebank's errors."""
        self._take(article, alone=bool(article.key and not article.ids))

    def _take(self, article: Article, *, alone: bool) -> None:
        """The same; `alone` if it may be that nothing else has its key or is like it."""
        self._numbered.append("")
        stored = article.key if alone and self._enters(article.to_json()) else self._article(article)
        self._numbered[-1] = stored
        for key in filter(None, keys_of(article)):
            self._keys.setdefault(key.casefold(), stored)

    def _article(self, article: Article) -> str:
        asked = article.key
        note = ""
        if asked and self._change.taken(asked):
            there = self._under(asked)
            found = self._known.same_work(article, there)
            if found:
                return self._again(article, there, found)
            note = f"new key: {asked} is another work's"
            article = replace(article, key="")
        found = self._known.find(article)
        if found and found.same:
            return self._again(article, self._under(found.key), found)
        return self._add(article, note)

    def _add(self, article: Article, note: str = "") -> str:
        if article.ids:
            free = tuple(name for name in article.ids if not self._change.taken(name))
            article = article if len(free) == len(article.ids) else replace(article, ids=free)
        shape = self._change.enter_article(article)
        key = str(shape["key"])
        self._known.note(shape)
        self._enter(key, note)
        return key

    def _enter(self, key: str, note: str) -> None:
        self._new.add(key)
        self.result.added.append(key)
        if note:
            self.result.why[key] = note

    def _again(self, article: Article, there: Article, found: Likeness) -> str:
        """What becomes of an article that is there already; the key that leads to it."""
        choice = self._policy
        if choice == ASK and self._ask:
            choice = self._ask(article, there, found)
        self._choices.setdefault(there.key, choice)
        reason = found.why if article.key in ("", there.key) else f"{article.key}: {found.why}"
        if choice == ADD:
            return self._add(replace(article, key=""), f"added beside {there.key} ({found.why})")
        whole = updated(there, article, self._free_names(article, there)) if choice == UPDATE else there
        if choice == UPDATE and whole != there:
            record = self._change.holder(there.key)
            assert record is not None
            shape = {**whole.to_json(), "modified": self._change.now}
            self._known.note(self._change.put(ARTICLES, record, shape))
            self.result.updated.append(there.key)
        else:
            self.result.skipped.append(there.key)
            reason += ", nothing new" if choice == UPDATE else ""
        self.result.why[there.key] = reason
        return there.key

    def _free_names(self, article: Article, there: Article) -> tuple[str, ...]:
        """The keys under which the record came, as far as they can lead to the one that is there."""
        own = {name.casefold() for name in keys_of(there)}
        names = dict.fromkeys(name for name in keys_of(article) if name.casefold() not in own and valid_key(name))
        return tuple(name for name in names if not self._change.taken(name))

    def _under(self, key: str) -> Article:
        """The article with that key, as this import left it."""
        known = self._known.noted(key)
        if known is None:
            place = self._change.find(key)
            article = Article.from_json(self._change.shape(place))
            known = self._known.noted(article.key) or article
        return known

    # Quotes -------------------------------------------------------------------------------------------------------

    def quote(self, quote: Quote) -> None:
        """Take one quote, to the article it came with or one that is there; raises quotebank's errors."""
        quote = self._pointed(quote)
        by_id = self._banked(quote.id)
        if by_id is None and quote.article in self._new and quote.id:
            self.result.added.append(self._change.add_quote(quote).id)
            return
        texts = self._texts_of(quote.article)
        known = by_id or texts.get(same_text(quote)) or texts.get(_words(quote))
        if known is None:
            if quote.id and self._change.live(QUOTES, quote.id):
                quote = replace(quote, id="")
            known = self._change.add_quote(quote)
            self.result.added.append(known.id)
        else:
            self._quote_again(quote, known)
            return
        texts[_words(known)] = texts[same_text(known)] = known

    def _quote_again(self, quote: Quote, known: Quote) -> None:
        choice = self._choices.get(known.article, self._policy)
        if quote.id == known.id:
            whole = replace(joined_quotes(quote, known), article=known.article, added=known.added)
            checked = known.verified if quote.text == known.text else quote.verified
            whole = replace(whole, modified=known.modified, verified=checked)
        else:  # only the words are known to be the same: what is there wins
            whole = joined_quotes(known, quote)
        if choice == UPDATE and whole != known:
            self._change.replace_quote(whole)
            self.result.updated.append(known.id)
        else:
            self.result.skipped.append(known.id)
        self.result.why[known.id] = "same id" if quote.id == known.id else f"{known.article} has this text already"

    def _pointed(self, quote: Quote) -> Quote:
        """A quote with the keys its articles have in the bank in place of those of its file."""
        quote = replace(quote, article=self._key(quote.article))
        return replace(quote, via=replace(quote.via, article=self._key(quote.via.article))) if quote.via else quote

    def _key(self, named: str) -> str:
        number = number_of(named)
        if number is not None:
            return self._numbered[number] if number < len(self._numbered) else ""
        return self._keys.get(named.casefold(), named)

    def _banked(self, record: str) -> Quote | None:
        place = self._bank.view.by_id(QUOTES, record) if record else None
        return Quote.from_json({"id": record, **self._change.shape(place)}) if place and place.live else None

    def _texts_of(self, key: str) -> dict[tuple[object, ...], Quote]:
        """The quotes of an article by their texts, those of this import among them."""
        if key not in self._texts:
            place = None if key in self._new else self._bank.view.by_name(key)
            article = Article.from_json(self._change.shape(place)) if place else None
            quotes: Sequence[Quote] = self._bank.quotes_of(article) if article else ()
            self._texts[key] = {form: quote for quote in quotes for form in (_words(quote), same_text(quote))}
        return self._texts[key]


def updated(there: Article, article: Article, names: Sequence[str] = ()) -> Article:
    """The record that is there with what another says of the same work laid over it; nothing it alone says is lost.

    Key, former keys (with `names` added), times and snapshot stay; the provenance of a field that is written over goes.
    """
    whole = joined(article, there)
    kept: Mapping[str, object] = {
        name: source
        for name, source in there.provenance.items()
        if getattr(whole, name, None) == getattr(there, name, None)
    }
    return replace(
        whole,
        key=there.key,
        ids=(*there.ids, *names),
        type=there.type if article.type == "document" else article.type,
        tags=tuple(dict.fromkeys((*there.tags, *article.tags))),
        note=there.note if article.note in there.note else whole.note,
        provenance=kept,
        snapshot=there.snapshot,
        added=there.added,
        modified=there.modified,
    )


def _words(quote: Quote) -> tuple[object, ...]:
    """The text alone, where a file says no more of it."""
    return (" ".join(quote.text.split()),)
