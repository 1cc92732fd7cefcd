"""Bringing records in from files, none of them twice."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from quotebank.actions.naming import ALIASES, aliases
from quotebank.actions.outlets import OUTLETS, outlet_names
from quotebank.actions.progress import Progress, counted
from quotebank.actions.saving import saved_searches
from quotebank.bank.bank import Bank
from quotebank.bank.transaction import QUOTES, Transaction
from quotebank.errors import BadInput, ManyProblems, QuotebankError, UsageError
from quotebank.formats import Format, find_format, sniff, sniff_content
from quotebank.formats.parsed import Problem
from quotebank.model.articles import Article
from quotebank.model.quotes import Quote

POLICIES = ("fail", "skip", "update")
"""What becomes of a record that is there already and differs: a problem, left alone, or replaced."""


class Source(NamedTuple):
    """A file to import: its name as typed, its bytes and its format."""

    name: str
    data: bytes
    format: Format


def told_apart(name: str, data: bytes) -> Format:
    """The format of a file, by what is in it and else by its name; raises `UsageError` when neither tells."""
    known = sniff_content(data) or sniff(name, to="read")
    if known is None and data.strip():
        raise UsageError(f"{name}: not a format that can be read", "say --format")
    return known or find_format("json", to="read")


class Imported(NamedTuple):
    """Keys and quote ids by what became of them; records that are there already are skipped. With problems by file.

    Outlets come along with their spellings if the bank does not know them; they are not told of.
    """

    added: list[str]
    updated: list[str]
    skipped: list[str]
    problems: list[tuple[str, Problem]]


def bring_in(
    bank: Bank,
    sources: Sequence[Source],
    *,
    policy: str = "fail",
    keep_going: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Imported:
    """Import files in one transaction: everything, or nothing if anything is wrong.

    With `keep_going` what is right is kept and the rest reported; what was mended is reported and hinders nothing.
    Raises `ManyProblems` naming each with its file and line, `UsageError` for an unknown `policy`.
    """
    if policy not in POLICIES:
        raise UsageError(f"--on-duplicate: {policy} is not a choice", "use one of " + ", ".join(POLICIES))
    with bank.transaction("import", dry_run=dry_run) as change:
        importing = _Importing(bank, change, policy, progress)
        for source in sources:
            importing.take(source)
        result = importing.result
        lost = [(name, problem) for name, problem in result.problems if not problem.mended]
        if lost and not keep_going:
            raise ManyProblems(
                f"{len(lost)} problem(s), nothing imported",
                [f"{name}{f': line {p.line}' if p.line else ''}: {p.message}" for name, p in lost],
                "mend them, or import the rest with --keep-going",
            )
    return result


class _Importing:
    """One import under way: what each record of its files becomes."""

    def __init__(self, bank: Bank, change: Transaction, policy: str, progress: Progress | None) -> None:
        self.result = Imported([], [], [], [])
        self._bank = bank
        self._change = change
        self._policy = policy
        self._progress = progress
        self._keys: dict[str, str] = {}

    def take(self, source: Source) -> None:
        """All records of one file, articles before the quotes that point to them."""
        parsed = source.format.read(source.data)
        self.result.problems.extend((source.name, problem) for problem in parsed.problems)
        for article in counted(parsed.articles, len(parsed.articles), self._progress):
            self._try(source.name, f"article {article.key}", self._article, article)
        for quote in counted(parsed.quotes, len(parsed.quotes), self._progress):
            self._try(source.name, f"quote {quote.id}", self._quote, quote)
        self._beside(parsed.beside)

    def _beside(self, beside: Mapping[str, Sequence[Mapping[str, object]]]) -> None:
        """Outlets, aliases and saved searches, as far as the bank does not have them."""
        known = outlet_names(self._bank)
        taken = saved_searches(self._bank)
        names = [list(alias.names) for alias in aliases(self._bank)]
        for table, shapes in beside.items():
            for shape in shapes:
                if table == OUTLETS:
                    there = bool(known.spellings(str(shape["name"])))
                elif table == ALIASES:
                    there = shape["names"] in names
                else:
                    there = shape["name"] in taken
                if not there:
                    self._change.put(table, self._change.free_id(table), shape)

    def _try(self, name: str, what: str, step: Callable[..., None], record: Article | Quote) -> None:
        try:
            step(record)
        except QuotebankError as problem:
            self.result.problems.append((name, Problem(0, f"{what}: {problem}")))

    def _article(self, article: Article) -> None:
        if not article.key or not self._change.taken(article.key):
            stored = self._change.add_article(article)
            self._keys[article.key.casefold()] = stored.key
            self.result.added.append(stored.key)
            return
        if article.key.casefold() in self._keys:
            raise BadInput("the key is given twice", "leave one out")
        known = Article.from_json(self._change.shape(self._change.find(article.key)))
        if self._differs(_untimed(known) != _untimed(article), known.key):
            kept = {"key": known.key, "ids": known.ids, "added": known.added}
            self._change.replace_article(known.key, replace(article, **kept))  # type: ignore[arg-type]

    def _quote(self, quote: Quote) -> None:
        quote = replace(quote, article=self._keys.get(quote.article.casefold(), quote.article))
        known = self._same(quote)
        if known is None:
            self.result.added.append(self._change.add_quote(quote).id)
        elif self._differs(_untimed(known) != _untimed(replace(quote, id=known.id)), known.id):
            self._change.replace_quote(replace(quote, id=known.id, added=known.added))

    def _differs(self, different: bool, name: str) -> bool:
        """Whether the record that is there is to be replaced; notes what becomes of it."""
        if different and self._policy == "fail":
            raise BadInput("the bank has another state of it", "say --on-duplicate skip or update")
        replaced = different and self._policy == "update"
        (self.result.updated if replaced else self.result.skipped).append(name)
        return replaced

    def _same(self, quote: Quote) -> Quote | None:
        """The bank's quote with that id, or, for one without id, with the same text in the same article."""
        if quote.id:
            place = self._bank.view.by_id(QUOTES, quote.id)
            return Quote.from_json({"id": quote.id, **self._change.shape(place)}) if place and place.live else None
        for place in self._bank.view.quotes_of(quote.article):
            known = Quote.from_json({"id": place.id, **self._change.shape(place)})
            if known.text == quote.text:
                return known
        return None


def _untimed(record: Article | Quote) -> Article | Quote:
    return replace(record, added="", modified="")
