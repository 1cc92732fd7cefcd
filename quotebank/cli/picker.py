"""Choosing among search results on a terminal while typing.

Loaded by ``pick`` alone: the terminal library behind it takes longer to load than most commands to run.
"""

import sys
from collections.abc import Callable, Sequence
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import BufferControl, FormattedTextControl, HSplit, Layout, VSplit, Window
from prompt_toolkit.output import create_output

from quotebank.actions.searching import Answer, Found
from quotebank.cli.render import when, who
from quotebank.errors import QuotebankError
from quotebank.search.passages import passage
from quotebank.text.visible import clip, visible

MOST = 50
"""How many results can be gone through; whoever wants others types more."""

Fragments = list[tuple[str, str]]


class Picker:
    """What is typed, what answers it, where the pointer stands and what is marked; nothing of a terminal."""

    def __init__(self, ask: Callable[[str], Answer]) -> None:
        self._ask = ask
        self.found: Sequence[Found] = ()
        self.total = 0
        self.at = 0
        self.said = ""
        self.marked: dict[str, Found] = {}

    def type(self, query: str) -> None:
        """Search anew; what cannot be searched for is said, and the results stay."""
        try:
            answer = self._ask(query)
        except QuotebankError as problem:
            self.said = str(problem)
            return
        self.found, self.total, self.at = answer.found, answer.total, 0
        words = ", ".join(each.found for each in answer.suggestions)
        self.said = f"did you mean {words}?" if words and not self.found else ""

    def move(self, step: int) -> None:
        """Move the pointer, as far as there are results."""
        self.at = max(0, min(len(self.found) - 1, self.at + step))

    def mark(self) -> None:
        """Mark the result at the pointer, or unmark it, and go on to the next."""
        if self.found:
            each = self.found[self.at]
            name = _name(each)
            if self.marked.pop(name, None) is None:
                self.marked[name] = each
            self.move(1)

    def chosen(self) -> list[Found]:
        """The marked results, or else the one at the pointer."""
        if self.marked:
            return list(self.marked.values())
        return [self.found[self.at]] if self.found else []

    def lines(self, width: int, height: int) -> list[Fragments]:
        """What to show of the results in a window of that size, the pointer in it."""
        first = max(0, min(self.at - height // 2, len(self.found) - height))
        shown = []
        for number in range(first, min(len(self.found), first + height)):
            each = self.found[number]
            pointer = ">" if number == self.at else " "
            mark = "*" if _name(each) in self.marked else " "
            style = "reverse" if number == self.at else ""
            shown.append([(style, f"{pointer}{mark}{_line(each, max(1, width - 2))}")])
        return shown

    def status(self) -> str:
        """The line under the results."""
        marked = f", {len(self.marked)} marked" if self.marked else ""
        return self.said or f"{self.total} results{marked}; Enter chooses, Tab marks, Esc leaves"


def pick(picker: Picker, query: str, *, source: Any = None, target: Any = None) -> list[Found]:
    """Let a person choose, beginning with `query`; raises `KeyboardInterrupt` when nothing is wanted.

    The picture goes to stderr, so that stdout holds the answer alone. `source` and `target` are prompt_toolkit's
    input and output, for other than the process's own.
    """
    buffer = Buffer(multiline=False, on_text_changed=lambda changed: picker.type(changed.text))
    output = target or create_output(stdout=sys.stderr)

    def rows() -> StyleAndTextTuples:
        size = output.get_size()
        lines = picker.lines(size.columns, _height(size.rows))
        shown: StyleAndTextTuples = []
        for line in lines:
            shown += [*line, ("", "\n")]
        return shown[:-1]

    body = HSplit(
        [
            VSplit([Window(FormattedTextControl("search: "), width=8), Window(BufferControl(buffer), height=1)]),
            Window(FormattedTextControl(rows), height=lambda: _height(output.get_size().rows)),
            Window(FormattedTextControl(lambda: [("class:status", visible(picker.status()))]), height=1),
        ]
    )
    application: Application[list[Found]] = Application(
        Layout(body), key_bindings=_bindings(picker), output=output, input=source, erase_when_done=True
    )
    application.ttimeoutlen = 0.05
    buffer.text = query
    buffer.cursor_position = len(query)
    picker.type(query)
    return application.run()


def _bindings(picker: Picker) -> KeyBindings:
    bindings = KeyBindings()

    def leave(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    def choose(event: KeyPressEvent) -> None:
        if picker.chosen():
            event.app.exit(result=picker.chosen())

    def moving(step: int) -> Callable[[KeyPressEvent], None]:
        return lambda _event: picker.move(step)

    for key in ("escape", "c-c", "c-d", "c-g"):
        bindings.add(key, eager=key == "escape")(leave)
    bindings.add("enter")(choose)
    bindings.add("tab")(lambda _event: picker.mark())
    for step, keys in ((-1, ("up", "c-p")), (1, ("down", "c-n")), (-10, ("pageup",)), (10, ("pagedown",))):
        for key in keys:
            bindings.add(key)(moving(step))
    return bindings


def _height(rows: int) -> int:
    """Lines for results: most of the terminal, but not more than a glance takes in."""
    return max(1, min(15, rows - 3))


def _name(found: Found) -> str:
    return found.quote.id if found.quote else found.article.key


def _line(found: Found, width: int) -> str:
    """One result in one line: score, key, who and when, and the passage."""
    article = found.article
    about = ", ".join(part for part in (who(article), article.outlet, when(article)) if part)
    head = f"{found.score:3.0f} {visible(article.key)}  {visible(about)}  "
    text = found.quote.text if found.quote else article.title
    shown = passage(text, found.evidence.spans, max(40, width)).text
    return clip(head + visible(shown), width)
