"""The everyday ``search`` without the command line's library, which takes longer to load than the search.

Only what is beyond doubt is read here: the command's name, words, and the flags below. Anything else, a misspelt
flag, ``--help``, a number that is none, is left to Typer, so that there is one place for errors and help. A test
holds the two to the same answers.
"""

from collections.abc import Sequence
from typing import Any

from quotebank.cli.searching import Asked
from quotebank.cli.session import Session

_FLAGS = {"--json": "as_json", "--keys": "keys", "--ids": "ids", "--explain": "explain", "--all": "partial"}
_NUMBERS = {"--limit": "limit", "-n": "limit", "--offset": "offset"}
_COMPLETING = "_QUOTEBANK_COMPLETE"
_MOST_DIGITS = 6


def quick_search(arguments: Sequence[str], session: Session) -> Asked | None:
    """What a plain ``search`` asks for, None if the command line is another; sets the options of the session."""
    if "search" not in arguments or _COMPLETING in session.environ:
        return None
    options: dict[str, str | bool] = {}
    rest = _leading(arguments, options)
    if rest is None or not rest or rest[0] != "search":
        return None
    asked = _words_and_flags(rest[1:], options)
    if asked is None:
        return None
    bank = options.get("--bank")
    if isinstance(bank, str):
        session.bank_name = bank
    session.no_color |= bool(options.get("--no-color"))
    return asked


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


def _words_and_flags(arguments: Sequence[str], options: dict[str, str | bool]) -> Asked | None:
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
        taken = _shared(arguments, at, options) or _own(arguments, at, given)
        if not taken:
            return None
        at += taken
    return Asked(tuple(words), **given) if words else None


def _own(arguments: Sequence[str], at: int, given: dict[str, Any]) -> int:
    """How many arguments a flag of ``search`` takes up at `at`; 0 if it is none of the plain ones."""
    name, sign, value = arguments[at].partition("=")
    if name in _FLAGS and not sign:
        given[_FLAGS[name]] = True
        return 1
    if name not in _NUMBERS or (sign and not name.startswith("--")):
        return 0
    text = value if sign else arguments[at + 1] if at + 1 < len(arguments) else ""
    if not (text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS):
        return 0
    given[_NUMBERS[name]] = int(text)
    return 1 if sign else 2
