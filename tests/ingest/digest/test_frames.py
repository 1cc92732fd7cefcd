"""Each frame finds an outlet where it should and nowhere else; frames are tidy data."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.ingest.digest.frames import ADJUNCT, FRAMES, START, Frame, Scanner
from quotebank.ingest.digest.lexicon import LANGUAGES, LETTERS

EXAMPLES = {
    # name: (letters in which the frame finds the outlet behind "!", letters in which it does not find it)
    "fronted, dated": ("i!O,DvwO.", "!O,Dvw."),
    "dated before": ("eD!Ovw.", "w!Ovw."),
    "fronted, dated later": ("ie!O,ewD,Nvw.", "ie!O,Nvw."),
    "issue of": ("Io!Ovw.", "Do!Ovw."),
    "fronted": ("w.i!O,Nvw.", "N!Ow."),
    "author in": ("Ni!Ovw.", "wi!Ovw."),
    "author, dated, in": ("N,D,i!O,vw.", "Ni!Ow."),
    "interview with": ("it!O,Nvw.", "it!Ow."),
    "reports styled": (",ve!Qew.", ",ve!Q,w."),
    "writes in": ("Nvi!Ow.", "Nwi!Ow."),
    "says in": ("Nsi!O.", "Nsi!Ow."),
    "subject": ("e!Ovw.", "e!Oww."),
    "subject, dated": ("!O(D)w.", "!O(w)w."),
    "opens a block, dated": ("e!O(D)vw.", "we!O(D)vw."),
    "with an issue": ("w!O(I)w.", "w!O(D)w."),
    "subject, says": ("e!Osw.", "e!Oow."),
    "opens a block": ("ek!Cpw.", "w,ek!Cpw."),
    "fronted, styled": ("i!Q,Nvw.", "N!Q,Nvw."),
    "subject in clause": ("Nv,!Ovw.", "Nv.!Oww."),
    "according to": ("w,ae!O.", "w,we!O."),
    "reports OUTLET": ("w,ve!O.", "w,we!O."),
    "reports known": ("w,se!O", "w,pe!O"),
    "subject, any verb": ("e!Oww.", "e!O,Nw."),
    "ends a sentence": ("w,w!O.", "w,w!Ow."),
    "author, participle, in": ("N,wi!Ow.", "Nwi!Ow."),
    "adjective, outlet, dated": ("eC!Q(D)w.", "eN!Q(D)w."),
    "author, any verb, in": ("Nwi!Ow.", "wwi!Ow."),
    "newspaper behind": ("ie!Qk.", "ww!Qk."),
    "verb first": ("w.v!O.", "w.vD!O."),
    "says OUTLET": ("w,s!O.", "w.w!O."),
    "OUTLET reports": ("w,e!Ov.", "w,e!Os."),
    "OUTLET says": ("w,e!Os.", "w,e!Os"),
    "possessive": ("w!OSNvw.", "w!OSwvw."),
    "country's outlet": ("PS!Cvw.", "P!Cvw."),
    "in outlet, author": ("i!O,Nvw.", "N!O,Nvw."),
    "possessive, name": ("w!OSN", "w!OSC"),
    "authors of": ("NcNo!Ow.", "Nco!Ow."),
    "author, in": ("N,i!O,w.", "N,i!Ow."),
    "subject, apposition": ("e!O,ekPC,vw.", "e!O,ekPCvw."),
    "possessive article": ("w!OSDx", "w!OSDw"),
    "role": ("ro!Ow.", "No!Ow."),
    "author of": ("No!Ovw.", "No!Oww."),
    "author, outlet": ("N,!O:", "C,!O:"),
    "author, of outlet": ("N,o!O,w.", "No!O,w."),
    "in capitals": ("w!Kw.", "w!Qw."),
    "author (outlet)": ("N(!O)vw.", "N(!Ow."),
    "outlet (author)": ("e!O(N)vw.", "e!O(C)vw."),
    "article in": ("xo!Ow.", "wo!Ow."),
    "told": ("Nt!Ow.", "Nv!Ow."),
    "told, quoted": ("t!Qw.", "v!Qw."),
    "writing in": ("j!O,Nvw.", "i!O,Nvw."),
    "told at the end": ("Nt!O.", "Nt!Ow."),
    "date, verb, outlet": ("D,v!Ow.", "N,v!Ow."),
    "said to": ("NvNe!O.", "NvN!O."),
    "kind, quoted": ("k!Qw.", "k!Cw."),
    "according to, adjective": ("aP!Qw.", "aP!Cw."),
    "compound": ("e!Q-r", "e!Q-w"),
    "domain at the end": ("wo!U", "wo!Uw"),
    "author of, in": ("No!Qiw.", "No!Qow."),
    "in its issue": ("e!O,iDxw.", "e!O,Dxw."),
    "in the issue of": ("iDx!Ow.", "Dx!Ow."),
    "number of": ("xk!Ow.", "xw!Ow."),
    "adjective, outlet": ("eC!Qvw.", "eC!Qow."),
    "on a date in": ("Di!ONvw.", "Di!Ow."),
    "author in, loosely": ("NiD!Qw.", "wiD!Qw."),
    "role, outlet, author": ("re!ON", "re!OC"),
    "outlet, role, author": ("w!OrNvw.", "w!OrNow."),
    "told, dated": ("t!O(D)w.", "t!O(w)w."),
    "kind": ("kw!Ovw.", "kw!Oow."),
    "kind, known": ("k!Oww.", "k!Ovw."),
    "kind after": ("e!O,ek,vw.", "e!O,ekPvw."),
}


def fits(frame: Frame, marked: str) -> bool:
    """Whether a frame finds the outlet behind "!" in some letters."""
    place = marked.index("!")
    language = (frame.languages or "en").split()[0]
    found = Scanner(language).scan([marked.replace("!", "")])
    return any(one is frame and unit == place for one, _, unit in found)


def test_every_frame_has_an_example() -> None:
    """Each frame has its own name and an example here."""
    names = [frame.name for frame in FRAMES]
    assert len(set(names)) == len(names)
    assert set(names) == set(EXAMPLES)


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.name)
def test_a_frame_finds_what_it_should_and_nothing_else(frame: Frame) -> None:
    """A frame fits the letters that it describes and does not fit letters that differ in the point of it."""
    good, bad = EXAMPLES[frame.name]
    assert fits(frame, good)
    assert not fits(frame, bad)


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.name)
def test_frames_are_tidy(frame: Frame) -> None:
    """Weights run from 0 to 100, a known outlet weighing no less but in capitals; all codes are known."""
    assert 0 <= frame.known <= 100
    assert 0 <= frame.unknown <= (100 if frame.name == "in capitals" else frame.known)
    assert frame.way in ("after", "before", "sentence")
    assert set(frame.letters) <= set("CKQYTNU")
    assert set(frame.languages.split()) <= set(LANGUAGES)
    assert "OUTLET" in frame.gloss
    assert frame.before or frame.after or frame.letters == "K"


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.name)
def test_frames_know_only_letters_of_units(frame: Frame) -> None:
    """No frame waits for a letter that no unit has."""
    letters = set("OQKPUnNYCDIwTLS") | set(LETTERS.values())
    for pattern in (frame.before, frame.after, START, ADJUNCT):
        assert set(re.findall(r"[A-Za-z]", pattern.replace("?m", ""))) <= letters


def test_a_frame_of_one_language_is_used_in_that_only() -> None:
    """Frames of other languages are not looked for in English digests."""
    for frame in FRAMES:
        if frame.languages:
            row = EXAMPLES[frame.name][0].replace("!", "")
            assert all(found is not frame for found, _, _ in Scanner("en").scan([row]))


def test_an_unknown_phrase_needs_a_frame_that_takes_its_letter() -> None:
    """A known outlet fits every frame; a phrase only those that list its letter."""
    names = {letter: {frame.name for frame, _, _ in Scanner("en").scan([f"k{letter}w."])} for letter in "OQC"}
    assert "kind, quoted" in names["O"] & names["Q"]
    assert "kind, quoted" not in names["C"]


@given(st.lists(st.text(st.sampled_from('OQYKCPDIUNLTnwrvseiockSjxatgpm",.:;()|/-'), max_size=14), max_size=5))
def test_rows_do_not_see_one_another(rows: list[str]) -> None:
    """Frames found in several rows at once are those found in each row alone, and each points at a unit of its row."""
    scanner = Scanner("de")
    together = sorted((row, unit, frame.name) for frame, row, unit in scanner.scan(rows))
    alone = [(n, unit, frame.name) for n, row in enumerate(rows) for frame, _, unit in scanner.scan([row])]
    assert set(together) == set(alone)
    assert all(rows[row][unit] in "OUYKTCQN" for row, unit, _ in together)


@pytest.mark.parametrize("pattern", ["O", "w,", "D,", "N,", "i", "ie", "NcNo", ",DI", '"', "(", "OSD", "Oxx", "e!"])
def test_endless_rows_take_linear_time(pattern: str) -> None:
    """A row of 20,000 like letters is read in a moment."""
    row = (pattern * 20_000)[:20_000]
    start = time.process_time()
    found = [unit for _, _, unit in Scanner("en").scan([row])]
    assert time.process_time() - start < 5
    assert all(row[unit] in "OUYKTCQN" for unit in found)
