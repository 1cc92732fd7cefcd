"""A pattern is compiled once, when it is first needed."""

import re

import pytest

from quotebank.ingest.digest.patterns import compiled


def test_a_pattern_is_compiled_once() -> None:
    """The same text gives the same compiled pattern, another text another one."""
    assert compiled(r"made\d+") is compiled(r"made\d+")
    assert compiled(r"made\d+") is not compiled(r"made\d*")


def test_flags_stand_at_the_head() -> None:
    """A pattern with a flag at its head is compiled with it."""
    assert compiled("(?xi) lan tern").fullmatch("LANTERN")
    assert compiled("lan tern").fullmatch("LANTERN") is None


def test_a_bad_pattern_is_told() -> None:
    """What is no pattern is refused when it is needed."""
    with pytest.raises(re.error, match="unterminated"):
        compiled("(lantern")
