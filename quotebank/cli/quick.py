"""The everyday ``search`` and ``complete`` without the command line's library, which takes longer to load than they.

Only what is beyond doubt is read here: the command's name, words, and the flags below. Anything else, a misspelt
flag, ``--help``, a number that is none, is left to Typer, so that there is one place for errors and help. A test
holds the two to the same answers.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from quotebank.cli.completing import Begun
from quotebank.cli.searching import Asked
from quotebank.cli.session import Session

_COMPLETING = "_QUOTEBANK_COMPLETE"
_MOST_DIGITS = 6


class _Grammar(NamedTuple):
    """The plain flags of a command, those with a number, and the least that number may be."""

    flags: dict[str, str]
    numbers: dict[str, str]
    least: int = 0


def _search() -> _Grammar:
    flags = {"--json": "as_json", "--keys": "keys", "--ids": "ids", "--explain": "explain", "--all": "partial"}
    return _Grammar(flags, {"--limit": "limit", "-n": "limit", "--offset": "offset"})


def _complete() -> _Grammar:
    return _Grammar({"--json": "as_json"}, {"--limit": "limit", "-n": "limit"}, least=1)


def quick_search(arguments: Sequence[str], session: Session) -> Asked | None:
    """What a plain ``search`` asks for, None if the command line is another; sets the options of the session."""
    read = _read("search", _search(), arguments, session)
    return Asked(**read) if read and read["words"] else None


def quick_complete(arguments: Sequence[str], session: Session) -> Begun | None:
    """The same for a plain ``complete``."""
    read = _read("complete", _complete(), arguments, session)
    return Begun(**read) if read else None


def _read(name: str, grammar: _Grammar, arguments: Sequence[str], session: Session) -> dict[str, Any] | None:
    """The words and flags of the command of that name; None if it is another, or there is anything else in it."""
    if name not in arguments or _COMPLETING in session.environ:
        return None
    options: dict[str, str | bool] = {}
    rest = _leading(arguments, options)
    if rest is None or not rest or rest[0] != name:
        return None
    read = _words_and_flags(rest[1:], grammar, options)
    if read is None:
        return None
    bank = options.get("--bank")
    if isinstance(bank, str):
        session.bank_name = bank
    session.no_color |= bool(options.get("--no-color"))
    return read


def _leading(arguments: Sequence[str], options: dict[str, str | bool]) -> Sequence[str] | None:
    """The command line from the command on; options before it go into `options`."""
    at = 0
    while at < len(arguments) and arguments[at].startswith("-"):
        taken = _shared(arguments, at, options)
        if not taken:
            return None
        at += taken
    return arguments[at:]


def _shared(arguments: Sequence[str], at: int, options: dict[str, str | bool]) -> int:
    """How many arguments an option of every command takes up at `at`; 0 if there is none."""
    name, sign, value = arguments[at].partition("=")
    if name == "--no-color" and not sign:
        options[name] = True
        return 1
    if name == "--bank" and sign:
        options[name] = value
        return 1
    if name == "--bank" and at + 1 < len(arguments):
        options[name] = arguments[at + 1]
        return 2
    return 0


def _words_and_flags(
    arguments: Sequence[str], grammar: _Grammar, options: dict[str, str | bool]
) -> dict[str, Any] | None:
    words: list[str] = []
    given: dict[str, Any] = {}
    at = 0
    while at < len(arguments):
        argument = arguments[at]
        if argument == "--":
            words += arguments[at + 1 :]
            break
        if not argument.startswith("-"):
            words.append(argument)
            at += 1
            continue
        taken = _shared(arguments, at, options) or _own(arguments, at, grammar, given)
        if not taken:
            return None
        at += taken
    return {"words": tuple(words), **given}


def _own(arguments: Sequence[str], at: int, grammar: _Grammar, given: dict[str, Any]) -> int:
    """How many arguments a flag of the command takes up at `at`; 0 if it is none of the plain ones."""
    name, sign, value = arguments[at].partition("=")
    if name in grammar.flags and not sign:
        given[grammar.flags[name]] = True
        return 1
    if name not in grammar.numbers or (sign and not name.startswith("--")):
        return 0
    text = value if sign else arguments[at + 1] if at + 1 < len(arguments) else ""
    if not (text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS and int(text) >= grammar.least):
        return 0
    given[grammar.numbers[name]] = int(text)
    return 1 if sign else 2
