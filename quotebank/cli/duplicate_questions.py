"""Asking a writer what to do with a record that seems to be in the bank already."""

from collections.abc import Callable

from quotebank.actions.duplicates import Likeness
from quotebank.cli.render import article_row
from quotebank.cli.session import Session
from quotebank.model.articles import Article


def asking(session: Session) -> Callable[[Article, Article, Likeness], str]:
    """A question put on this session's terminal: of the new record, the one that is there, and why they seem one.

    The answer is ``skip``, ``update`` or ``add``.
    """

    def ask(article: Article, there: Article, found: Likeness) -> str:
        import typer

        session.say(f"new:         {article_row(article)}")
        session.say(f"in the bank: {article_row(there)}")
        session.say(f"the same ({found.sure} %): {found.why}")
        while True:
            answer = typer.prompt("skip, update or add", default="skip", err=True).strip().lower()
            chosen = [choice for choice in ("skip", "update", "add") if answer and choice.startswith(answer)]
            if chosen:
                return chosen[0]

    return ask
