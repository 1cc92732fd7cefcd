"""A search result on a terminal: who, where, when, and the passage with what matched lit up."""

from collections.abc import Sequence

from quotebank.actions.searching import Found
from quotebank.cli.render import bold, dim, locator_text, when, who
from quotebank.search.passages import passage
from quotebank.text.visible import clip, visible, wrap

_INDENT = 4
_LINES = 4
# No stored text can hold these once it is made visible, so they can mark what is lit through the wrapping.
_ON, _OFF = "\x01", "\x02"


def result(rank: int, found: Found, width: int, colour: bool) -> str:
    """One result in a few lines, none wider than `width` cells."""
    article, quote = found.article, found.quote
    about = ", ".join(part for part in (who(article), article.outlet, when(article)) if part)
    head = f"{rank:>2}. {visible(article.key)}"
    score = f"{found.score:.0f}" + (f" ({found.coverage:.0%} of the words)" if found.partial else "")
    lines = [f"{bold(clip(head, max(10, width - len(score) - 2)), colour)}  {score}"]
    lines += [" " * _INDENT + line for line in wrap(visible(about), _room(width))]
    text = quote.text if quote else article.title
    lines += _lit(text, found.evidence.spans, _room(width), colour)
    if quote:
        told = [quote.kind, quote.id]
        if quote.locator:
            told.append(locator_text(quote.locator))
        if quote.via:
            told.append(
                f"via {quote.via.article}" + (f", {locator_text(quote.via.locator)}" if quote.via.locator else "")
            )
        lines += [" " * _INDENT + dim(line, colour) for line in wrap(visible("; ".join(told)), _room(width))]
    return "\n".join(lines)


def explanation(found: Found, width: int, colour: bool) -> list[str]:
    """What answers which words of the query, and how, in lines under a result."""
    lines: list[str] = []
    for match in found.evidence.matched:
        same = match.how == "phrase" or match.found.casefold() == match.query.casefold()
        alike = match.found if same else f"{match.found} ~ {match.query}"
        text = f"{match.score:3}  {alike} ({match.how}, in the {match.field})"
        lines += [" " * _INDENT + dim(line, colour) for line in wrap(visible(text), _room(width))]
    return lines


def _room(width: int) -> int:
    return max(10, width - _INDENT)


def _lit(text: str, spans: Sequence[tuple[int, int]], room: int, colour: bool) -> list[str]:
    """The passage around what matched, in lines, the matches bold where colour is allowed."""
    if not text:
        return []
    shown = passage(text, spans, room * _LINES - 2 * _LINES)
    parts, at = [], 0
    for start, end in shown.spans if colour else ():
        parts += [visible(shown.text[at:start]), _ON, visible(shown.text[start:end]), _OFF]
        at = end
    parts.append(visible(shown.text[at:]))
    lines, lit = [], False
    for line in wrap("".join(parts), room):
        opened = ("\x1b[1;33m" if lit else "") + line
        lit = line.rfind(_ON) > line.rfind(_OFF) if _ON in line or _OFF in line else lit
        marked = opened.replace(_ON, "\x1b[1;33m").replace(_OFF, "\x1b[0m")
        lines.append(" " * _INDENT + marked + ("\x1b[0m" if lit else ""))
    return lines
