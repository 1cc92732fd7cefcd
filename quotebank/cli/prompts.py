"""Asking a writer on a terminal, with what the bank knows offered behind TAB."""

from collections.abc import Callable, Iterable

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.document import Document
from prompt_toolkit.output import create_output
from prompt_toolkit.validation import ValidationError, Validator

from quotebank.actions.describing import csl_type
from quotebank.bank.bank import Bank
from quotebank.cli.session import Session
from quotebank.errors import QuotebankError
from quotebank.model.dates import PartialDate
from quotebank.text.visible import visible

_DEFAULT_TYPE = "article-newspaper"


def ask_article(session: Session, bank: Bank) -> dict[str, str | list[str]]:
    """The fields of a new article, asked one by one; an empty answer leaves one out. Raises `KeyboardInterrupt`."""
    briefs = bank.view_now.briefs()
    outlets = sorted({brief.outlet for brief in briefs if brief.outlet})
    people = sorted({name for brief in briefs for name in brief.authors})
    today = session.today()
    session.say("An empty answer leaves a field out; TAB completes; Ctrl-C stops without adding.")
    answers: dict[str, str | list[str]] = {}
    answers["outlet"] = ask("Outlet: ", outlets)
    answers["authors"] = _ask_many("Author: ", people)
    answers["title"] = ask("Title: ")
    answers["date"] = ask("Date (as printed): ", check=lambda text: PartialDate.parse(text, today))
    answers["issue"] = ask("Issue: ")
    answers["url"] = ask("Address: ")
    if answers["url"]:
        answers["accessed"] = ask(
            "Read there on: ", default=today.isoformat(), check=lambda text: PartialDate.parse(text, today)
        )
    answers["language"] = ask("Language: ")
    answers["type"] = ask("Type: ", default=_guess(str(answers["outlet"]), bank), check=csl_type)
    answers["tags"] = [tag.strip() for tag in ask("Tags, with commas: ").split(",") if tag.strip()]
    return {name: value for name, value in answers.items() if value}


def ask_text(question: str) -> str:
    """One line from the writer."""
    return ask(question)


def ask(
    question: str, words: Iterable[str] = (), *, default: str = "", check: Callable[[str], object] | None = None
) -> str:
    """One answer, with completion among `words`; a text that `check` refuses is asked for again."""
    import sys

    known = [visible(word) for word in words]
    # Questions go to stderr, so that stdout holds the answer of the command alone.
    session: PromptSession[str] = PromptSession(output=create_output(stdout=sys.stderr))
    answer = session.prompt(
        question,
        default=default,
        completer=WordCompleter(known, ignore_case=True, sentence=True, match_middle=True) if known else None,
        validator=_Reads(check) if check else None,
        validate_while_typing=False,
    )
    return answer.strip()


class _Reads(Validator):
    """Refuses a text that cannot be read, and says why."""

    def __init__(self, read: Callable[[str], object]) -> None:
        self._read = read

    def validate(self, document: Document) -> None:
        try:
            if text := document.text.strip():
                self._read(text)
        except QuotebankError as problem:
            raise ValidationError(message=str(problem)) from problem


def _ask_many(question: str, words: list[str]) -> list[str]:
    answers: list[str] = []
    while answer := ask(question if not answers else "Another author: ", words):
        answers.append(answer)
    return answers


def _guess(outlet: str, bank: Bank) -> str:
    """The type that the outlet's last article in the bank has."""
    for brief in bank.view_now.briefs() if outlet else ():
        if brief.outlet == outlet:
            return bank.article(brief.key).type
    return _DEFAULT_TYPE
