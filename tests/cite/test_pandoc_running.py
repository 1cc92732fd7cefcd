"""Pandoc is found, run, and believed only when it makes sense."""

import importlib
import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from quotebank.cite.engine import Citation, Cite, EngineUnavailable
from quotebank.cite.pandoc import Pandoc
from tests.cite.test_pandoc import ITEMS, own

Script = Callable[..., str]


@pytest.fixture
def script(tmp_path: Path) -> Script:
    """Makes a program that says it is a pandoc and runs `body` otherwise."""

    def make(body: str = "", version: str = "pandoc 3.9", name: str = "pandoc", mode: int = 0o755) -> str:
        path = tmp_path / name
        path.write_text(
            f'#!/bin/sh\n[ "$1" = --version ] && {{ echo "{version}"; exit 0; }}\n{body}\n', encoding="utf-8"
        )
        path.chmod(mode)
        return str(path)

    return make


posix = pytest.mark.skipif(sys.platform == "win32", reason="the programs are shell scripts")


def refusal(program: str, timeout: float = 20) -> EngineUnavailable:
    """What is said when formatting with it fails."""
    engine = Pandoc.find({"QUOTEBANK_PANDOC": program, "PATH": ""}, timeout)
    with pytest.raises(EngineUnavailable) as caught:
        engine.format(ITEMS, [Citation((Cite("tass"),))], own("plain-note"))
    assert "\n" not in str(caught.value)
    return caught.value


@posix
@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("cat > /dev/null; exit 5", "failed with exit code 5"),
        ("cat > /dev/null; echo 'out of\n luck' >&2; exit 5", "failed with exit code 5: out of luck"),
        ("kill -9 $$", "killed by signal 9"),
        ("exit 1", "failed with exit code 1"),
        ("cat > /dev/null; echo hello", "no document"),
        ("cat > /dev/null", "no document"),
        ("cat > /dev/null; echo '[1, 2'", "no document"),
        ("cat > /dev/null; echo '[]'", "no document"),
        ("cat > /dev/null; echo '{}'", "no document"),
        ("""cat > /dev/null; echo '{"blocks": []}'""", "no document"),
        ("""cat > /dev/null; echo '{"blocks": [{"t": "Para", "c": 7}]}'""", "no document"),
        ("cat > /dev/null; printf '\\377\\376'", "no document"),
        ("head -c 200000 /dev/zero | tr '\\0' '['", "no document"),
    ],
)
def test_a_pandoc_that_fails(script: Script, body: str, words: str) -> None:
    """It dies, is killed, or prints what is no document: one line each, and no half of an answer."""
    assert words in refusal(script(body)).message


@posix
def test_a_pandoc_that_hangs_is_stopped(script: Script) -> None:
    """After the time given, and what it started does not keep us waiting."""
    begun = time.monotonic()
    assert "no answer within" in refusal(script("exec sleep 60"), timeout=0.3).message
    assert "no answer within" in refusal(script("sleep 60; true"), timeout=0.3).message
    assert time.monotonic() - begun < 20


@posix
@pytest.mark.parametrize(
    ("version", "words"),
    [
        ("pandoc 2.17.1.1", "version 2.17.1.1 is too old"),
        ("pandoc 1", "version 1 is too old"),
        ("pandoc.exe 2.19", "version 2.19 is too old"),
        ("cat 9", "does not say its version"),
        ("", "does not say its version"),
    ],
)
def test_an_old_pandoc_is_refused(script: Script, version: str, words: str) -> None:
    """By its version, before anything is formatted."""
    with pytest.raises(EngineUnavailable, match=re.escape(words)) as caught:
        Pandoc.find({"QUOTEBANK_PANDOC": script(version=version)})
    assert caught.value.hint == "install quotebank[csl] or pandoc 3"


@posix
@pytest.mark.parametrize("version", ["pandoc 3.0", "pandoc 3.9.1", "pandoc.exe 3.1", "pandoc 10.2"])
def test_a_new_pandoc_is_taken(script: Script, version: str) -> None:
    """From version 3 on, the tenth included."""
    program = script(version=version)
    assert Pandoc.find({"QUOTEBANK_PANDOC": program}).program == program


@posix
def test_one_that_cannot_be_run(script: Script, tmp_path: Path) -> None:
    """No executable bit, no such file, a folder, no program: named, never passed over for another."""
    plain = tmp_path / "text"
    plain.write_bytes(b"\x00\x01 no program")
    plain.chmod(0o755)
    chosen = [script(mode=0o644, name="closed"), str(tmp_path / "nowhere"), str(tmp_path), str(plain), "a\0b"]
    for program in chosen:
        with pytest.raises(EngineUnavailable, match="cannot be run") as caught:
            Pandoc.find({"QUOTEBANK_PANDOC": program, "PATH": os.environ.get("PATH", "")})
        assert program in caught.value.message


@posix
def test_where_it_is_looked_for(script: Script, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable, as a path or a name; then the package, without importing it; then the path; else it says so."""
    path = {"PATH": str(tmp_path)}
    found, other = script(), script(name="pandoc-next")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "packages")])
    monkeypatch.delitem(sys.modules, "pypandoc", raising=False)
    assert Pandoc.find(path).program == found
    assert Pandoc.find({**path, "QUOTEBANK_PANDOC": "pandoc-next"}).program == other
    assert Pandoc.find({**path, "QUOTEBANK_PANDOC": other}).program == other
    package = tmp_path / "packages" / "pypandoc"
    (package / "files").mkdir(parents=True)
    (package / "__init__.py").write_text("raise RuntimeError", encoding="utf-8")
    importlib.invalidate_caches()
    assert Pandoc.find(path).program == found
    Path(other).rename(package / "files" / "pandoc")
    assert Pandoc.find(path).program == str(package / "files" / "pandoc")
    (package / "files" / "pandoc").unlink()
    with pytest.raises(EngineUnavailable, match="pandoc: not found; install"):
        Pandoc.find({"PATH": str(tmp_path / "nothing")})


@posix
def test_warnings_are_passed_on(script: Script) -> None:
    """Each once and on one line, without what pandoc says of where it stands."""
    said = [
        "[WARNING] Citeproc: undefined macro x",
        "[WARNING] Two",
        "  lines",
        "[WARNING] Citeproc: undefined macro x",
    ]
    tree = '{"blocks": [{"t": "Para", "c": [{"t": "Cite", "c": [[], [{"t": "Str", "c": "A"}]]}]}]}'
    engine = Pandoc(script(f"cat > /dev/null\ncat >&2 <<'END'\n{chr(10).join(said)}\nEND\necho '{tree}'"))
    made = engine.format(ITEMS, [Citation((Cite("tass"),))], own("plain-note"))
    assert made.citations == ((("text", "A"),),)
    assert made.warnings == ("pandoc: undefined macro x", "pandoc: Two lines")
