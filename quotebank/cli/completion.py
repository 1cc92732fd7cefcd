"""What the shell offers behind TAB: keys, authors, outlets and tags of the bank, from its key view.

A completion never fails and never waits for a missing bank: whatever goes wrong, it offers nothing.
"""

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

import typer

from quotebank.errors import QuotebankError

_MOST = 100


def complete_keys(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Citation keys that start with what is typed, each with who, where and when."""
    with suppress(QuotebankError, OSError):
        view = _session(ctx).bank().view_now
        return [
            (brief.key, ", ".join(part for part in (*brief.authors[:1], brief.outlet, brief.date) if part))
            for brief in view.keys(incomplete, _MOST)
        ]
    return []


def complete_authors(ctx: typer.Context, incomplete: str) -> list[str]:
    """Authors of the bank, as an index lists them."""
    return _matching(ctx, incomplete, lambda brief: brief.authors)


def complete_outlets(ctx: typer.Context, incomplete: str) -> list[str]:
    """Outlets of the bank."""
    return _matching(ctx, incomplete, lambda brief: (brief.outlet,))


def complete_tags(ctx: typer.Context, incomplete: str) -> list[str]:
    """Tags of the bank."""
    return _matching(ctx, incomplete, lambda brief: brief.tags)


def _matching(ctx: typer.Context, incomplete: str, values: Any) -> list[str]:
    with suppress(QuotebankError, OSError):
        start = incomplete.casefold()
        found: set[str] = set()
        for brief in _session(ctx).bank().view_now.briefs():
            found.update(value for value in _given(values(brief)) if value.casefold().startswith(start))
        return sorted(found)[:_MOST]
    return []


def _given(values: Iterable[str]) -> Iterable[str]:
    return (value for value in values if value)


def _session(ctx: typer.Context) -> Any:
    from quotebank.cli.session import system_session

    return ctx.find_root().obj or system_session()
