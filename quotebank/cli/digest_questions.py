"""Asking a writer on a terminal what a digest is, before its sources are gone through."""

from collections.abc import Mapping

from quotebank.actions.digest_records import Report
from quotebank.bank.bank import Bank
from quotebank.cli.prompts import ask
from quotebank.cli.session import Session
from quotebank.model.dates import PartialDate


def ask_report(session: Session, bank: Bank, report: Report, typed: Mapping[str, str | None]) -> dict[str, str]:
    """Title, outlet and date of the digest, each asked for if neither typed nor found in its text.

    Returns the answers that say something new. Raises `KeyboardInterrupt`.
    """
    article, today = report.article, session.today()
    answers: dict[str, str] = {}
    if not report.titled and typed["title"] is None:
        answers["title"] = ask("Title of the digest: ", default=article.title)
    if not article.outlet and typed["outlet"] is None:
        outlets = sorted({brief.outlet for brief in bank.view_now.briefs() if brief.outlet})
        answers["outlet"] = ask("Who publishes it: ", outlets)
    if article.date is None and typed["date"] is None:
        answers["date"] = ask("Its date (as printed): ", check=lambda text: PartialDate.parse(text, today))
    return {name: answer for name, answer in answers.items() if answer}
