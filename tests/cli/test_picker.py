"""Choosing among results while typing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from quotebank import Bank
from quotebank.actions.searching import Answer, search
from quotebank.cli.picker import MOST, Picker, pick
from tests.cli.conftest import Cli
from tests.cli.test_terminal import Screen


@pytest.fixture(name="ask")
def _ask(sample: Cli, bank_file: Path, tmp_path: Path) -> Iterator[Callable[[str], Answer]]:
    del sample
    with Bank(bank_file, cache=tmp_path / "cache") as bank:
        yield lambda query: search(bank, query, MOST)


@pytest.fixture(name="keys")
def _keys() -> Iterator[PipeInput]:
    with create_pipe_input() as pipe:
        yield pipe


def _picked(ask: Callable[[str], Answer], keys: PipeInput, typed: str, query: str = "") -> list[str]:
    keys.send_text(typed)
    return [found.article.key for found in pick(Picker(ask), query, source=keys, target=DummyOutput())]


def test_what_is_typed_is_searched_for(ask: Callable[[str], Answer], keys: PipeInput) -> None:
    """Typing narrows the list; Enter takes the result at the pointer."""
    assert _picked(ask, keys, "Kimjongunsm\r") == ["lankov2021a"]


def test_it_begins_with_the_query_given(ask: Callable[[str], Answer], keys: PipeInput) -> None:
    """What stood on the command line is there to be gone on with."""
    assert _picked(ask, keys, " Vzglyad\r", "Kishida") == ["mirzaian2021"]


def test_arrows_move_and_tab_marks(ask: Callable[[str], Answer], keys: PipeInput) -> None:
    """The pointer moves up and down within the list; marked results are taken together."""
    picker = Picker(ask)
    picker.type("outlet:Vzglyad")
    names = [found.quote.id for found in picker.found if found.quote]
    keys.send_text("\x1b[B\x1b[B\x1b[A\t\t\r")
    chosen = pick(Picker(ask), "outlet:Vzglyad", source=keys, target=DummyOutput())
    assert [found.quote.id for found in chosen if found.quote] == names[1:3]


@pytest.mark.parametrize("key", ["\x1b", "\x03", "\x04"])
def test_leaving_takes_nothing(ask: Callable[[str], Answer], keys: PipeInput, key: str) -> None:
    """Esc, Ctrl-C and Ctrl-D leave without a choice."""
    with pytest.raises(KeyboardInterrupt):
        _picked(ask, keys, "Kimjongunism" + key)


def test_enter_on_nothing_waits(ask: Callable[[str], Answer], keys: PipeInput) -> None:
    """Without results Enter does nothing, and typing goes on."""
    assert _picked(ask, keys, "xqzw\r\x15Kimjongunism\r") == ["lankov2021a"]


def test_what_cannot_be_searched_is_said_and_the_results_stay(ask: Callable[[str], Answer]) -> None:
    """A field half typed is told in the status line; the list stays as it was."""
    picker = Picker(ask)
    picker.type("Kimjongunism")
    picker.type("Kimjongunism foo:x")
    assert [found.article.key for found in picker.found] == ["lankov2021a"]
    assert "no field 'foo'" in picker.status()


def test_status_tells_results_marks_and_suggestions(ask: Callable[[str], Answer]) -> None:
    """The line below the list counts, and names words that may have been meant."""
    picker = Picker(ask)
    picker.type("outlet:Vzglyad")
    picker.mark()
    assert picker.status().startswith(f"{picker.total} results, 1 marked")
    picker.type("profit")
    assert picker.status().startswith("did you mean profil")


@pytest.mark.parametrize(("width", "height"), [(20, 1), (80, 3), (200, 50)])
def test_lines_fit_the_window(ask: Callable[[str], Answer], width: int, height: int) -> None:
    """However small the window, the pointer is in it and no line is wider."""
    from quotebank.text.visible import cells

    picker = Picker(ask)
    picker.type("outlet:Vzglyad")
    for _ in range(5):
        lines = picker.lines(width, height)
        assert len(lines) <= height
        assert sum(text.startswith(">") for line in lines for _, text in line) == 1
        assert all(cells("".join(text for _, text in line)) <= width for line in lines)
        picker.move(1)


def test_pick_on_a_terminal(sample: Cli, tmp_path: Path) -> None:
    """On a terminal the choice alone is printed, as a citation if asked."""
    del sample
    screen = Screen(tmp_path, "pick", "hermit", "--as", "pandoc")
    try:
        screen.wait_for("search:")
        screen.wait_for("lankov2021")
        screen.press("\r")
        assert screen.end() == 0
        assert "[@lankov2021]" in screen.shown
    finally:
        screen.close()
