"""An outlet's name held against those the bank has: used, asked about, or said."""

from typing import TYPE_CHECKING

from quotebank.actions.outlets import OutletNames, refiled, suggest
from quotebank.bank.bank import Bank
from quotebank.cli.session import Session
from quotebank.model.articles import Article

if TYPE_CHECKING:
    from quotebank.actions.outlet_likeness import Suggestion


def settled_outlet(session: Session, bank: Bank, names: OutletNames, article: Article, said: str) -> Article:
    """The article under the name that the bank has for its outlet; `said` is the name as typed or as its page has it.

    A spelling the bank knows is used and told. One that is only likely is asked about on a terminal and told off it.
    """
    said = said.strip()
    if said and article.outlet != said:
        session.say(f"outlet: {said} is kept as {article.outlet}")
        return article
    found = _likely(bank, names, article.outlet)
    if found is None:
        return article
    if found.sure:
        session.say(f"outlet: {article.outlet} is kept as {found.name}")
        return refiled(article, found.name)
    if session.interactive:
        from quotebank.cli.prompts import ask

        use = ask(f"{article.outlet}: use {found.name}? [Y/n] ").lower()[:1] in ("", "y")
        return refiled(article, found.name) if use else article
    command = f"quotebank outlets merge {_quoted(found.name)} {_quoted(article.outlet)}"
    session.say(f"outlet: {article.outlet} may be {found.name}; if it is: {command}")
    return article


def _likely(bank: Bank, names: OutletNames, outlet: str) -> "Suggestion | None":
    """The outlet of the bank that a name it does not have probably is; quick for the names it has."""
    view = bank.view_now
    if not outlet or names.spellings(outlet) or view.has_outlet(outlet):
        return None
    known = [*names.names, *view.outlets()]
    return suggest(outlet, known) if known else None


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name
