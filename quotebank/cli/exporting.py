"""A bibliography handed to the writer: on stdout or in a file, of the whole bank or of what drafts cite."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotebank.cli.session import Session
from quotebank.errors import NotFound, UsageError

if TYPE_CHECKING:
    from quotebank.actions.cited_check import Compared
    from quotebank.actions.exporting import Export, Options, Wanted
    from quotebank.actions.styling import Styling
    from quotebank.bank.bank import Bank
    from quotebank.cli.drafts import Drafts
    from quotebank.formats import Format


class Target(NamedTuple):
    """Where an export goes and how: the flags of the same names."""

    format: str | None = None
    output: str | None = None
    as_json: bool = False


class CitedIn(NamedTuple):
    """The drafts whose citations are exported, and what to do with them: the flags of ``export`` about drafts."""

    names: Sequence[str]
    form: str = ""
    keep_going: bool = False
    check: str | None = None


def deliver(
    session: Session,
    bank: "Bank",
    known: "Format",
    made: "Export",
    target: Target,
    beside: dict[str, object] | None = None,
) -> None:
    """Write an export to its file, or show it; with `beside` what JSON tells of it. Raises as `save` does."""
    from quotebank.actions.exporting import save

    for notice in made.notices:
        session.say(notice)
    if target.output in (None, "-"):
        if target.as_json:
            raise UsageError("export: --json tells what was written to a file", "say --output, or --format json")
        for piece in made.pieces:
            session.write(piece)
        return
    path = session.here / str(target.output)
    size = save(bank, path, made.pieces)
    if target.as_json:
        session.show_json({**(beside or {}), "output": str(path), "format": known.name, "bytes": size})
    session.say(f"wrote {path} ({known.name}, {size} bytes) from {bank.path}")


def export_cited(
    session: Session,
    bank: "Bank",
    asked: CitedIn,
    target: Target,
    wanted: "Wanted",
    options: "Options",
    styling: "Styling | None" = None,
) -> bool:
    """Export what drafts cite, or check a bibliography of it; whether all was right.

    Each problem is told in a line on stderr, or in the JSON document. Raises `NotFound` where they keep anything from
    being written, and what `export` raises.
    """
    from quotebank.actions.exporting import choose_format, export
    from quotebank.cli.drafts import read_drafts

    drafts = read_drafts(session, bank, asked.names, asked.form)
    wanted = wanted._replace(cited=drafts.cited)
    if asked.check is not None:
        return _check(session, bank, asked.check, drafts, target, wanted, options)
    problems = drafts.problems
    if not target.as_json:
        for line in problems:
            session.say(line)
    if target.as_json and (target.output in (None, "-") or (problems and not asked.keep_going)):
        session.show_json(drafts.shape())
        return not problems
    if problems and not asked.keep_going:
        number = f"{len(problems)} problem{'s' if len(problems) > 1 else ''} in what is cited"
        raise NotFound(f"export: {number}, nothing written", "mend the draft, or write the rest with --keep-going")
    if not (drafts.cited.keys or drafts.cited.everything):
        raise NotFound(f"export: {', '.join(asked.names)}: nothing of this bank is cited there", "see --draft-format")
    known = choose_format(target.format, target.output)
    made = export(bank, known, wanted, session.today(), options, styling, session.progress("exporting"))
    deliver(session, bank, known, made, target, drafts.shape())
    return not problems


def _check(
    session: Session,
    bank: "Bank",
    name: str,
    drafts: "Drafts",
    target: Target,
    wanted: "Wanted",
    options: "Options",
) -> bool:
    from quotebank.actions.cited_check import compare, format_of

    if target.output is not None:
        raise UsageError("export: --check writes nothing", "leave out --output")
    data = session.read_file(name)
    known = format_of(name, data, target.format)
    pieces = [_pieces(session, bank, known, wanted, options._replace(bare=bare)) for bare in (options.bare, True)]
    compared = compare(data, known, drafts.cited, *pieces)
    told = set(compared.unknown)
    missing = [each for each in drafts.cited.missing if each.citation.key not in told]
    right = compared.right and not missing and not drafts.troubles
    if target.as_json:
        session.show_json({**drafts.shape(), "check": _shape(name, compared), "right": right})
        return right
    for line in drafts.problems:
        session.say(line)
    for line in _lines(name, compared, drafts):
        session.show(line)
    for key in compared.unknown:
        session.say(f"{name}: {key} is no record of this bank, and cannot be compared")
    verdict = "is what the draft needs" if right else "is not what the draft needs"
    session.say(f"{name} ({known.name}, {compared.entries} entries) {verdict}")
    return right


def _pieces(session: Session, bank: "Bank", known: "Format", wanted: "Wanted", options: "Options") -> Sequence[str]:
    """What would be written; nothing where no record is asked for."""
    from quotebank.actions.exporting import export

    if wanted.cited and not (wanted.cited.keys or wanted.cited.everything):
        return ()
    try:
        return list(export(bank, known, wanted, session.today(), options).pieces)
    except NotFound:  # filters leave nothing
        return ()


def _lines(name: str, compared: "Compared", drafts: "Drafts") -> list[str]:
    """What is wrong with a bibliography, a line each."""
    cited = drafts.cited
    first = {spelling: found.spot for key, found in cited.first.items() for spelling in cited.spelt[key]}
    lines = [f"{name}:{problem.line}: {problem.message}" for problem in compared.problems]
    for key in compared.missing:
        spot = first.get(key)
        where = f"cited at {spot.file}:{spot.line}:{spot.column}" if spot else "read for what is quoted in it"
        lines.append(f"{name}: missing: {key}, {where}")
    lines += [f"{name}: not needed: {key}" for key in compared.unneeded]
    lines += [f"{name}: differs from the bank: {each.key}: {', '.join(each.fields)}" for each in compared.differing]
    return lines


def _shape(name: str, compared: "Compared") -> dict[str, object]:
    """The JSON shape of a comparison."""
    return {
        "file": name,
        "entries": compared.entries,
        "missing": list(compared.missing),
        "unneeded": list(compared.unneeded),
        "differing": [{"key": each.key, "fields": list(each.fields)} for each in compared.differing],
        "unknown": list(compared.unknown),
        "problems": [{"line": each.line, "message": each.message, "raw": each.raw} for each in compared.problems],
    }
