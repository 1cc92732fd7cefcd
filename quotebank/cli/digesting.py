"""The command ``digest``: read, propose, review or not, bank, tell."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from quotebank.actions.digest_records import Banked, Proposals, Report, text_mark
from quotebank.actions.digest_report import beforehand, describe_report
from quotebank.actions.digesting import propose, read
from quotebank.bank.bank import Bank
from quotebank.cli.adding import is_address
from quotebank.cli.digest_input import decoded, from_address
from quotebank.cli.session import Session
from quotebank.errors import NotFound, UsageError
from quotebank.ingest.digest.records import Digest

if TYPE_CHECKING:
    from quotebank.cli.digest_review import Review

FORMS = ("text", "markdown", "html")
"""The formats a digest may be in."""


class Asked(NamedTuple):
    """What the command line says; `explain` is the number of a proposal or 0, the rest as the flags of those names."""

    files: Sequence[str]
    typed: Mapping[str, str | None]
    report: str
    form: str
    line: int
    explain: int
    tags: Sequence[str]
    yes: bool
    dry_run: bool
    as_json: bool
    allow: Sequence[str] = ()

    @property
    def looks_only(self) -> bool:
        """Whether nothing is to be written."""
        return self.dry_run or bool(self.explain)


class Done(NamedTuple):
    """One digest after its turn: the places (from 0) of what was banked, None if nothing was to be."""

    name: str
    proposals: Proposals
    banked: frozenset[int] | None = None
    left: bool = False


def run_digest(session: Session, asked: Asked) -> None:
    """Read every digest, then bank one after the other; raises `NotFound` if none names a source or none is sure."""
    _check(session, asked)
    bank = session.bank()
    inputs = [_input(session, bank, asked, name) for name in asked.files]
    done = [_one(session, bank, of_it, name, text) for of_it, name, text in inputs]
    if asked.as_json and not asked.explain:
        from quotebank.cli.digest_shape import shape

        shapes = [shape(each.proposals, each.banked) for each in done]
        session.show_json(shapes[0] if len(shapes) == 1 else {"digests": shapes})
    _end(session, asked, done)


def _input(session: Session, bank: Bank, asked: Asked, name: str) -> tuple[Asked, str, str]:
    """A digest's name and text, and what is asked of it: of a page, what it says of itself unless it was typed."""
    if not is_address(name):
        return asked, name, decoded(_shown(name), session.read_file(name))
    from quotebank.actions.outlets import outlet_names

    page = from_address(session, name, asked.allow, outlet_names(bank).at)
    said = {flag: page.typed()[flag] if typed is None else typed for flag, typed in asked.typed.items()}
    return asked._replace(typed=said, form=asked.form or "html"), name, page.html


def _end(session: Session, asked: Asked, done: Sequence[Done]) -> None:
    """Say what came to nothing; the exit code is 1 if all did."""
    empty = [each.name for each in done if not each.proposals.items]
    if len(empty) == len(done):
        raise NotFound(f"{', '.join(empty)}: no source was found", "a digest names the outlets it quotes; try --format")
    for name in empty:
        session.say(f"{name}: no source was found")
    if asked.looks_only or any(each.banked for each in done):
        return
    if any(each.left for each in done):
        import typer

        session.say("nothing banked")
        raise typer.Exit(1)
    raise NotFound(
        f"nothing banked: no proposal has a confidence of {asked.line} or more",
        "look with --dry-run, or lower --min-confidence",
    )


def _check(session: Session, asked: Asked) -> None:
    if asked.form and asked.form not in FORMS:
        raise UsageError(f"--format: {asked.form} is no format of digests", "use one of " + ", ".join(FORMS))
    if asked.files.count("-") > 1:
        raise UsageError("digest: standard input is read once", "give - once")
    if len(asked.files) > 1:
        given = [name for name in ("title", "url") if asked.typed[name] is not None]
        given += ["report"] * bool(asked.report) + ["explain"] * bool(asked.explain)
        if given:
            raise UsageError(f"--{given[0]}: it is for one digest", "give one file")
    if not (asked.yes or asked.looks_only or session.interactive):
        raise UsageError("digest: records would be added", "say --yes to add them, or --dry-run to see them")


def _one(session: Session, bank: Bank, asked: Asked, name: str, text: str) -> Done:
    proposals = _read(session, bank, asked, name, text)
    if not proposals.items:
        return Done(_shown(name), proposals)
    if asked.explain:
        _explain(session, asked, proposals)
        return Done(_shown(name), proposals)
    chosen = [at for at, item in enumerate(proposals.items) if item.source.confidence >= asked.line]
    if asked.yes or asked.dry_run:
        _show(session, asked, proposals)
    else:
        review = _review(session, bank, asked, proposals)
        accepted = review.run()
        proposals, chosen = review.proposals, review.chosen
        if not accepted:
            return Done(_shown(name), proposals, frozenset(), left=True)
    from quotebank.actions.digest_banking import bank_them

    banked = bank_them(bank, proposals, chosen, tags=asked.tags, dry_run=asked.dry_run)
    if chosen:
        _tell_banked(session, bank, asked, banked)
    if asked.dry_run:
        return Done(_shown(name), proposals)
    return Done(_shown(name), _as_banked(proposals, chosen, banked), frozenset(chosen))


def _read(session: Session, bank: Bank, asked: Asked, name: str, text: str) -> Proposals:
    """The proposals of one digest; on a terminal the writer is asked for what is not known of it, then it is read."""
    mark, today = text_mark(text), session.today()
    file = "" if name == "-" else name

    def once(typed: Mapping[str, str | None]) -> tuple[Digest, Report]:
        known = beforehand(bank, mark, typed, today, key=asked.report)
        told = session.progress(f"reading {_shown(name)}")
        digest = read(text, known, name=file, form=asked.form, progress=told)
        return digest, describe_report(digest, typed, today, mark=mark, known=known.known, name=_title(name))

    digest, report = once(asked.typed)
    if digest.sources and not (report.known or asked.yes or asked.looks_only):
        from quotebank.cli.digest_questions import ask_report

        if answers := ask_report(session, bank, report, asked.typed):
            digest, report = once({**asked.typed, **answers})
    return propose(bank, digest, report)


def _review(session: Session, bank: Bank, asked: Asked, proposals: Proposals) -> "Review":
    from quotebank.cli.digest_review import Review
    from quotebank.cli.prompts import ask

    def tell(text: str) -> None:
        for line in text.split("\n"):
            session.say(line)

    def again(digest: Digest) -> Proposals:
        return propose(bank, digest, proposals.report)

    today, width = session.today(), session.width
    return Review(proposals, again, asked.line, today, ask=ask, tell=tell, width=width)


# Telling ------------------------------------------------------------------------------------------------------------


def _show(session: Session, asked: Asked, proposals: Proposals) -> None:
    """The proposals, if they are only to be looked at, and what is beside them; --json has both in the answer."""
    from quotebank.cli import digest_table

    items = dict(enumerate(proposals.items, 1))
    if not asked.as_json:
        if asked.dry_run:
            marks = {number: "+" if item.source.confidence >= asked.line else "?" for number, item in items.items()}
            lines = (
                digest_table.table(items, session.width, session.colour, marks)
                if session.on_terminal
                else (digest_table.row(number, item) for number, item in items.items())
            )
            for line in lines:
                session.show(line)
        for warning in proposals.digest.warnings:
            session.say(f"mind: {warning}")
        for line in digest_table.unattributed(proposals.digest):
            session.say(line)
    for number, item in items.items():
        if item.source.confidence < asked.line:
            session.say(f"not banked: {digest_table.summary(number, item)}: {item.source.why}")


def _explain(session: Session, asked: Asked, proposals: Proposals) -> None:
    if asked.explain > len(proposals.items):
        raise NotFound(f"--explain {asked.explain}: there is no such proposal", f"there are {len(proposals.items)}")
    item = proposals.items[asked.explain - 1]
    if asked.as_json:
        from quotebank.cli.digest_shape import explained_shape

        session.show_json(explained_shape(asked.explain, item))
        return
    from quotebank.cli.digest_table import explanation

    for line in explanation(asked.explain, item, session.width):
        session.show(line)


def _tell_banked(session: Session, bank: Bank, asked: Asked, banked: Banked) -> None:
    """The keys of what was banked, and how much it was."""
    if not (asked.as_json or asked.dry_run):
        for key in (*banked.added, *banked.extended):
            session.show(key)
    known = len(banked.proposals) - len(banked.added)
    report = banked.report.article.key
    if banked.added or banked.quotes:
        counts = f"{len(banked.added)} added, {known} known before, {len(banked.quotes)} quote(s) via {report}"
        session.wrote(bank, counts, dry_run=asked.dry_run)
    else:
        session.wrote(bank, f"nothing new: {known} source(s) via {report} are all", dry_run=asked.dry_run)


def _as_banked(proposals: Proposals, chosen: Sequence[int], banked: Banked) -> Proposals:
    """The proposals with the keys that were given; what is new and was not banked has none."""
    stored = dict(zip(sorted(chosen), banked.proposals, strict=True))
    items = (
        stored.get(at) or (item if item.known else replace(item, draft=replace(item.draft, key="")))
        for at, item in enumerate(proposals.items)
    )
    return replace(proposals, report=banked.report, items=tuple(items))


def _shown(name: str) -> str:
    return "standard input" if name == "-" else name


def _title(name: str) -> str:
    """What a digest is called that has no title: its file's name."""
    return "Press digest" if name == "-" else PurePath(name).stem
