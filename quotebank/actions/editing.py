"""Changing a record: as text for an editor and back, and into the bank if nobody was faster."""

from dataclasses import replace
from json import JSONDecodeError, dumps, loads

from quotebank.bank.bank import Bank
from quotebank.errors import BadInput, Busy
from quotebank.model.articles import Article
from quotebank.model.quotes import Quote


def as_text(record: Article | Quote) -> str:
    """The record as indented JSON, every field a writer may change with its present value."""
    return dumps(record.to_json(), ensure_ascii=False, indent=2) + "\n"


def from_text(record: Article | Quote, text: str) -> Article | Quote:
    """The record that an edited text describes, of the same kind as `record`.

    Raises `BadInput` with the line for text that is not JSON, with the field for one that does not fit, and
    when the id of a quote was changed.
    """
    try:
        shape = loads(text)
    except JSONDecodeError as problem:
        raise BadInput(
            f"line {problem.lineno}: {problem.msg}", "the record was not changed; mend the JSON"
        ) from problem
    except RecursionError:
        raise BadInput("the record is nested too deeply", "the record was not changed") from None
    if isinstance(record, Article):
        return Article.from_json(shape)
    quote = Quote.from_json(shape)
    if quote.id != record.id:
        raise BadInput("id: a quote keeps its id", "leave it as it was")
    return quote


def keep(bank: Bank, before: Article | Quote, after: Article | Quote, *, dry_run: bool = False) -> Article | Quote:
    """Store `after` in the place of `before`, in one transaction; returns it as stored.

    A quote that says another thing, or is said to come from another place, is not verified any more.
    Raises `Busy` if the record is not `before` any more, because somebody else changed it meanwhile.
    """
    with bank.transaction("edit", dry_run=dry_run) as change:
        now: Article | Quote
        if isinstance(before, Article):
            name, now = before.key, Article.from_json(change.shape(change.find(before.key)))
        else:
            name, now = before.id, bank.quote(before.id)
        if now != before:
            raise Busy(f"{name}: somebody else has changed it meanwhile", "look at it, then edit it again")
        if isinstance(after, Article):
            return change.replace_article(name, after)
        return change.replace_quote(_unverified(before, after))


def _unverified(before: Article | Quote, after: Quote) -> Quote:
    assert isinstance(before, Quote)
    told = (before.text, before.kind, before.article, before.via)
    same = told == (after.text, after.kind, after.article, after.via) or before.verified != after.verified
    return after if same else replace(after, verified={})
