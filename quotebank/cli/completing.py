"""What ``complete`` does with what was typed, however the command line was read (`commands.complete_`, `quick`)."""

from typing import NamedTuple

from quotebank.cli.session import Session
from quotebank.errors import NotFound

LIMIT = 20


class Begun(NamedTuple):
    """The words and flags of ``complete``, by the names the command has for them."""

    words: tuple[str, ...] = ()
    limit: int = LIMIT
    as_json: bool = False


def run_complete(session: Session, begun: Begun) -> None:
    """Show the records that may be meant. As JSON none is an empty list; else raises `NotFound`."""
    from quotebank.actions.completing import complete
    from quotebank.text.visible import visible

    bank = session.bank()
    prefix = " ".join(begun.words)
    found = complete(bank, prefix, begun.limit, session.progress("indexing"))
    if begun.as_json:
        session.show_json([each.to_json() for each in found])
        return
    for each in found:
        session.show(f"{visible(each.key)}\t{visible(each.label)}")
    if not found:
        what = f"nothing begins with or resembles {prefix[:60]!r}" if prefix.strip() else "the bank is empty"
        raise NotFound(f"complete: {what}", "type less of it, or see `quotebank list`")
