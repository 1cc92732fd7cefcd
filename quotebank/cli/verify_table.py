"""What `verify` found, on a terminal or as lines for other programs."""

from collections.abc import Iterator, Sequence

from quotebank.actions.verifying import Checked
from quotebank.cli.render import bold, dim, pad
from quotebank.text.quotation_tokens import joined
from quotebank.text.quotations import PAGE
from quotebank.text.visible import cells, clip, visible, wrap

_BEGINNING = 60
_INDENT = 4
_KEY_SHARE = 3
_COLOURS = {"exact": "32", "typography": "32", "free": "32", "altered": "31", "absent": "31", "too-close": "33"}
_OLD, _NEW = "31;9", "32"
# No text can hold these once it is made visible, so they can mark what is coloured through the wrapping.
_MARKS = {"\x01": f"\x1b[{_OLD}m", "\x02": f"\x1b[{_NEW}m", "\x03": "\x1b[0m"}


def row(each: Checked) -> str:
    """A finding as a line for other programs: status, key, id, what is found; parted by tabs.

    What is found is the quote with its differences marked, ``[-the quote's words-] {+the source's+}``, if it is
    altered; the repeated words if it is too close; else its beginning.
    """
    told = marked(each) if each.status == "altered" else each.found
    fields = (each.status, each.quote.article, each.quote.id, told or _beginning(each), *_notes(each))
    return "\t".join(visible(field) for field in fields)


def table(items: Sequence[Checked], width: int, colour: bool) -> Iterator[str]:
    """Findings as rows that fit the width; under one that needs a look, what is wrong with it."""
    statuses = max((cells(each.status) for each in items), default=0)
    keys = min(width // _KEY_SHARE, max((cells(visible(each.quote.article)) for each in items), default=0))
    ids = max((cells(visible(each.quote.id)) for each in items), default=0)
    for each in items:
        status = pad(each.status, statuses)
        key = bold(pad(clip(visible(each.quote.article), keys), keys), colour)
        rest = width - statuses - keys - ids - 6
        line = f"{_painted(status, _COLOURS.get(each.status, ''), colour)}  {key}  {pad(visible(each.quote.id), ids)}"
        yield f"{line}  {clip(visible(_beginning(each)), rest)}".rstrip() if rest > 0 else line
        yield from _details(each, max(10, width - _INDENT), colour)


def marked(each: Checked, colour: bool = False) -> str:
    """The quote with its differences in their places, as ``[-its words-] {+the source's+}``; marks for `colour`."""
    opened, changed, closed = ("\x01", "\x02", "\x03") if colour else ("[-", "{+", "")
    text, at = each.quote.text, 0
    parts: list[str] = []
    for one in sorted(each.held.differences if each.held else (), key=lambda one: (one.start, one.end)):
        if one.start < at:
            continue
        parts.append(visible(text[at : one.start], newlines=True))
        pieces = []
        if one.quoted:
            pieces.append(opened + visible(one.quoted) + (closed or "-]"))
        if one.source:
            pieces.append(changed + visible(one.source) + (closed or "+}"))
        before = text[one.start - 1 : one.start] if one.start == one.end else ""
        gap = " " if before and not before.isspace() and not joined(before) else ""
        parts.append(gap + " ".join(pieces))
        at = one.end
    return "".join([*parts, visible(text[at:], newlines=True)])


def _details(each: Checked, room: int, colour: bool) -> Iterator[str]:
    lines: list[str] = []
    if each.status == "altered":
        lines += wrap(marked(each, colour), room)
    if each.run:
        lines += wrap(visible(f"{each.run.words} words of the source: {each.run.found}"), room)
    for note in _notes(each):
        lines += [dim(line, colour) for line in wrap(visible(note), room)]
    now = ""
    for line in lines:
        shown = now + line
        now = next((char for char in reversed(line) if char in _MARKS), now).replace("\x03", "")
        ended = shown + ("\x03" if now else "")
        yield " " * _INDENT + "".join(_MARKS.get(char, char) for char in ended)


def _notes(each: Checked) -> list[str]:
    notes: list[str] = []
    held = each.held
    if held and (named := [one.kind for one in held.differences if one.kind in ("negation", "number")]):
        notes.append("touched: " + ", ".join(dict.fromkeys(named)))
    if held and any(one.kind == "moved" for one in held.differences):
        notes.append("its pieces stand in another order in the source")
    if held and held.left_out > PAGE:
        notes.append(f"an ellipsis leaves out {held.left_out} words")
    if each.source.casefold() != each.quote.article.casefold():
        notes.append(f"held against {each.source}")
    return notes


def _beginning(each: Checked) -> str:
    return clip(" ".join(visible(each.quote.text[: 8 * _BEGINNING]).split()), _BEGINNING)


def _painted(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour and code else text
