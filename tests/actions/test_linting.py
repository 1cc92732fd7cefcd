"""`lint` finds what is wrong in a draft, says where, and is silent on what is right."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotebank import Bank
from quotebank.actions.lint_rules import RULES, Choice, Finding, shown
from quotebank.actions.linting import lint
from quotebank.draft.markdown import read_markdown
from quotebank.draft.reading import read_draft
from quotebank.draft.records import Part, Spot, Trouble
from quotebank.errors import MissingFile, UsageError
from tests.actions.linting_cast import make

_PAGE = Path(__file__).parents[2] / "docs" / "lint.md"
_NAMES = {"markdown": "draft.md", "latex": "draft.tex"}

Check = Callable[..., list[Finding]]


@pytest.fixture(scope="module")
def cast(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bank]:
    """The made-up bank, for tests that only read."""
    with make(tmp_path_factory.mktemp("lint")) as bank:
        yield bank


@pytest.fixture
def check(cast: Bank) -> Check:
    """Lint a text: ``check("text", "Q1")`` selects rules."""

    def run(text: str, *select: str, kind: str = "markdown", unused: bool = False) -> list[Finding]:
        return lint(cast, _draft(kind, text), Choice(select, unused=unused))

    return run


def _draft(kind: str, text: str) -> tuple[Part, ...]:
    def read(name: str) -> bytes:
        if name == _NAMES[kind]:
            return text.encode()
        raise MissingFile(f"{name}: there is no such file")

    return read_draft(_NAMES[kind], read)


def _samples() -> list[tuple[str, str, str, str]]:
    """Code, ``wrong`` or ``right``, format and text of each sample in the page."""
    found = []
    for section in re.split(r"(?m)^## (?=Q\d{3} )", _PAGE.read_text("utf-8"))[1:]:
        wrong, right = section.split("\nRight:\n")
        for side, half in (("wrong", wrong), ("right", right)):
            found += [
                (section[:4], side, *each) for each in re.findall(r"```(markdown|latex)\n(.*?)```", half, re.DOTALL)
            ]
    return found


_SAMPLES = _samples() if _PAGE.exists() else []


def _codes(findings: list[Finding]) -> list[str]:
    return [each.code for each in findings]


# The page -------------------------------------------------------------------------------------------------------------


def test_every_rule_has_its_page() -> None:
    """The page has a section for each rule, in order, with the rule's title and two samples of wrong and right each."""
    titles = re.findall(r"(?m)^## (Q\d{3}) (.+)$", _PAGE.read_text("utf-8"))
    assert titles == [(code, rule.title) for code, rule in RULES.items()]
    for code in RULES:
        assert [side for each, side, _, _ in _SAMPLES if each == code] == ["wrong", "wrong", "right", "right"]


@pytest.mark.parametrize(("code", "side", "kind", "text"), _SAMPLES)
def test_samples(check: Check, code: str, side: str, kind: str, text: str) -> None:
    """A wrong sample has findings of its rule and of no other; a right one has none."""
    select = [code] if code == "Q401" else []
    found = check(text, *select, kind=kind, unused=code == "Q402")
    assert set(_codes(found)) == ({code} if side == "wrong" else set())


@pytest.mark.parametrize(("code", "side", "kind", "text"), [each for each in _SAMPLES if each[1] == "wrong"])
def test_samples_switched_off(check: Check, code: str, side: str, kind: str, text: str) -> None:
    """A comment in the draft switches any rule off, for a line or for the file, by its code or its beginning."""
    for ignored in (code, code[:2]):
        comment = f"quotebank: ignore-file={ignored}"
        off = f"{text}\n\n<!-- {comment} -->\n" if kind == "markdown" else f"% {comment}\n{text}"
        assert check(off, *(["Q401"] if code == "Q401" else []), kind=kind, unused=code == "Q402") == []
    if kind == "markdown" and not text.startswith("---"):
        near = f"<!-- quotebank: ignore={code} -->\n{text}"
        found = check(near, *(["Q401"] if code == "Q401" else []), unused=code == "Q402")
        assert found == []


# What is right --------------------------------------------------------------------------------------------------------

_CLEAN = r"""
Putin wrote in 2012 that Russia is a bridge, and Karpova takes him at his word [@karpova2020, p. 3].
When Kissinger wrote on 3 May 1972 to Nixon, nobody knew [@karpova2020, p. 3].
As Mahan argued in 1890, sea power matters; see also the newer debate [@karpova2020, p. 3].
The port, Reuters reported on 4 June 2019, was shut [see @karpova2020, p. 8, for the background].
Karpova, who wrote for Kommersant in the 1990s, now sees insurers everywhere [@karpova2020, p. 3].
Karpova speaks of "a gate" and "insurers" [@karpova2020, p. 3].
The mayor of Varna wrote that the quay is closed, and Karpova agrees [@karpova2020, p. 3].
The mayor of Varna said that the quay is closed [@karpova2020, p. 3].
On 3 May 2022 the ministry published an order, "On the Use of Harbours in Winter" [@karpova2020, p. 3].
"We counted forty ships in January . . . and nobody asked where they had gone" [@karpova2020, p. 8].
Karpova counts on page 8: “We counted forty ships in January” [@karpova2020].
In October, Zuenko wrote again about walls [@zuenko2021wall].
Zuenko wrote on Sunday, 31 October 2021, about walls [@zuenko2021wall].
Zuenko wrote (31 October 2021) about walls that stood by 2 October [@zuenko2021wall].
Zuenko, writing in Vzglyad on 31 October, calls the wall a stage [@zuenko2021wall].
Peskov [quoted in @zuenko2021wall] argues otherwise.
Иван Зуенко писал 31 октября 2021 года в газете «Взгляд», что стена нужна [@zuenko2021wall].
По словам Зуенко, «стена нужна не для того, чтобы остановить вирус» [@zuenko2021wall].
Claire Dubois écrivait en novembre 2018 dans Le Monde que tout dort [@dubois2018, p. 2].
« Le port dort depuis que les grues ont été vendues », écrivait-elle le 6 novembre 2018 [@dubois2018, p. 2].
Dans un article du 6 novembre 2018, Dubois écrit que tout dort [@dubois2018, p. 2].
Lavrov said on 14 March 2021 in Moscow that ports are open; TASS carried it [@tass2021].
The agency TASS reported in early October that the port was open [@tass2021].
RIA Novosti reported that the port was open [@tass2021].
Kafka schrieb 1914 einen Brief an Felice, den Weber zitiert [@weber2019, S. 14].
Karpova wrote that Zuenko’s claim of 2 May was wrong [@karpova2020; @zuenko2021wall].
Both Karpova and Zuenko wrote about walls, she in 2020, he on 31 October 2021 [@karpova2020; @zuenko2021wall].
The historian Eva Novak wrote in Pravda in 2017 that boats are money [@novak2017].
The essay “Bread and Boats in the Winter of Our Town” is cited there [@novak2017].
Holm reports that fishermen “carry the mail across the strait twice a week” [@holm2022].
The timetable is kept “because it reminds him [the harbour master] of better days” [@holm2022].
Lee wrote on 29 September that “the sea does not forget the names” [@lee2021; as cited in @digest2021, para. 7].
According to Lee (as cited in @digest2021, para. 7), the sea remembers [@lee2021].
“A harbour is not closed by a gate.”[^1] And more.\n\n[^1]: @karpova2020, p. 3.
Lee wrote so.[^1]\n\n[^1]: @lee2021, as cited in @digest2021, para. 7.
"""


@pytest.mark.parametrize("line", [line.replace("\\n", "\n") for line in _CLEAN.strip().split("\n") if line])
def test_correct_sentences(check: Check, line: str) -> None:
    """Other people, other dates, other spellings and other works beside a citation are no findings."""
    assert check(line + "\n") == []


_WRONG = r"""
Q301 Vzglyad wrote on 30 October that walls help [@zuenko2021wall].
Q301 In September 2021 Zuenko wrote about walls [@zuenko2021wall].
Q301 @zuenko2021wall wrote on October 2 that it helps.
Q301 Claire Dubois écrivait le 7 novembre 2018 que tout dort [@dubois2018, p. 2].
Q301 Иван Зуенко писал 2 октября, что стена нужна [@zuenko2021wall].
Q301 Zuenko wrote in 2019 that walls help [@zuenko2021wall].
Q301 TASS reported on October 3 that it is open [@tass2021].
Q301 Karpova’s article of 5 May 2020 is clear [@karpova2020].
Q301 Suenko schrieb am 2. Oktober, die Mauer helfe [@zuenko2021wall].
Q301 Wie TASS am 3. Oktober berichtete, ist er offen [@tass2021].
Q302 Writing in Izvestia, Zuenko argues for walls [@zuenko2021wall].
Q302 Zuenko argued in The Guardian that it helps [@zuenko2021wall].
Q302 Weber schrieb am 12. März 2019 in der Süddeutschen Zeitung, sie sei leer [@weber2019].
Q302 Dubois écrivait dans Le Figaro que tout dort [@dubois2018, p. 2].
Q302 Kommersant reported on 31 October that walls help [@zuenko2021wall].
Q302 As Izvestia wrote, walls help [@zuenko2021wall].
Q303 Mirzaian [@zuenko2021wall] argues that walls help.
Q303 Lankov wrote on 31 October that walls help [@zuenko2021wall].
Q303 Как писал Лукьянов, стена нужна [@zuenko2021wall].
Q303 Martin écrivait que tout dort [@dubois2018, p. 2].
Q201 “We counted fourteen ships in January and not one of them in June” [@karpova2020, p. 8].
Q201 Fishermen carry the mail “across the strait three times a week” [@holm2022].
Q201 „Niemand hat den Fahrplan je abgeschafft, er hängt noch in dem leeren Wartesaal“ [@weber2019, S. 15].
Q201 > A harbour is never closed by a gate; it is closed by the insurers. [@karpova2020, p. 3]
Q201 “A harbour is never closed by a gate.”[^1] More.\n\n[^1]: See @karpova2020, p. 3.
Q202 “The ferry will sail again in the first week of May” [@holm2022].
Q202 « Les grues reviendront quand le port sera de nouveau ouvert » [@dubois2018, p. 2].
Q203 “The port has been opened to all vessels” [@karpova2020, p. 8].
Q203 As @weber2019 [S. 14] says, “We counted forty ships in January and not one of them in June”.
Q106 “We counted forty ships in January” (@karpova2020).
Q106 “The sea does not forget the names” [@lee2021; as cited in @digest2021].
Q106 “A harbour is not closed by a gate.”[^1] More.\n\n[^1]: @karpova2020.
Q204 The harbour master keeps the timetable of last summer because it reminds him of better days [@holm2022].
"""


@pytest.mark.parametrize("line", [line.replace("\\n", "\n") for line in _WRONG.strip().split("\n") if line])
def test_wrong_sentences(check: Check, line: str) -> None:
    """What is wrong is found by its rule, and by that alone."""
    assert _codes(check(line[5:] + "\n")) == [line[:4]]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (r"``A harbour is not closed by a gate'' \autocite[3]{karpova2020}.", []),
        (r"\textcite{karpova2020} wrote on May 4 that it is so.", []),
        (r"\textcite{karpova2020} wrote on May 6 that it is so.", ["Q301"]),
        (r"\enquote{A harbour is closed by a gate} \autocite[3]{karpova2020}.", ["Q201"]),
        (r"\begin{quote}We counted forty ships in June.\end{quote} \autocite[8]{karpova2020}", ["Q201"]),
        (r"\enquote{Die Br\"ucke schweigt}\footcite[14]{weber2019}.", []),
        (r"``Die Br\"ucke schweigt''\footnote{\cite{weber2019}.}", ["Q106"]),
    ],
)
def test_latex(check: Check, text: str, codes: list[str]) -> None:
    """Quotations of LaTeX, its blocks and footnotes among them, are held against the same records."""
    assert _codes(check(f"\\begin{{document}}\n{text}\n\\end{{document}}\n", kind="latex")) == codes


# Places, order, choice ------------------------------------------------------------------------------------------------


def test_place_and_words(check: Check) -> None:
    """A finding says file, line and column, what is wrong, what to do, and which record it is about."""
    (found,) = check("Text.\n\nA line, “a harbour is closed by a gate” [@karpova2020, p. 3].\n")
    assert found[:4] == ("draft.md", 3, 10, "Q201")
    assert "“not” is missing" in found.message
    assert "“A harbour is not closed by a gate”" in found.hint
    assert found.key == "karpova2020"


def test_order_is_by_file_and_place(cast: Bank) -> None:
    """Findings come by the order of the files, then by line and column, each once."""
    first = read_markdown(
        "z.md", "See [@nobody].\n\nAnd [@someone; @anyone] “a harbour is closed by a gate” [@karpova2020].\n"
    )
    second = read_markdown("a.md", "See [@nobody].\n")
    places = [(each.file, each.line, each.column) for each in lint(cast, [first, second, first])]
    assert places == sorted(set(places), key=lambda each: (each[0] != "z.md", each[1:]))
    assert {file for file, _, _ in places} == {"z.md", "a.md"}


def test_choice() -> None:
    """Rules are chosen and dropped by code or beginning, in any case; what is off has to be named."""
    assert "Q401" not in Choice()
    assert "Q402" not in Choice()
    assert "Q402" in Choice(unused=True)
    assert Choice(["q2, Q301"]).codes == {"Q201", "Q202", "Q203", "Q204", "Q301"}
    assert Choice(["Q2"], ["Q204"]).codes == {"Q201", "Q202", "Q203"}
    assert "Q402" not in Choice(ignore=["Q4"], unused=True)
    assert Choice(["Q401"]).codes == {"Q401"}


def test_unknown_codes_are_refused() -> None:
    """A code that is none is a usage error that lists the codes."""
    with pytest.raises(UsageError, match="Q999") as caught:
        Choice(ignore=["Q1,Q999"])
    assert "Q101" in caught.value.hint


def test_troubles_are_findings(cast: Bank) -> None:
    """What a reader of drafts could not read is Q001 at its place, and the rest is checked."""
    part = read_markdown("a.md", "See [@nobody].\n")
    broken = Part("b.md", "markdown", "", "", troubles=(Trouble(Spot("b.md", 4, 2), "no text", "save it as UTF-8"),))
    found = lint(cast, [broken, part])
    assert found[0] == Finding("b.md", 4, 2, "Q001", "no text", "save it as UTF-8")
    assert _codes(found) == ["Q001", "Q101"]


def test_nothing_to_check(cast: Bank) -> None:
    """A draft without citations, and no draft at all, have no findings."""
    assert lint(cast, []) == []
    assert lint(cast, [read_markdown("a.md", "“A quotation of nobody in particular, and long.”\n")]) == []


def test_unused(check: Check) -> None:
    """Records that are cited, by an old key too, and those they were read in, are not unused."""
    found = check("See [@karpova2020old] and [@lee2021; as cited in @digest2021].\n", "Q402", unused=True)
    assert {each.key for each in found} == {
        "dubois2018",
        "holm2022",
        "novak2017",
        "tass2021",
        "weber2019",
        "zuenko2021wall",
    }


# What is looked up ----------------------------------------------------------------------------------------------------


def test_the_bank_is_not_read_through(cast: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    """A draft with every kind of finding is checked without reading all records, in the journal or in the view."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the bank was read through")

    draft = "\n\n".join(text for code, side, kind, text in _SAMPLES if kind == "markdown" and code[:2] != "Q0")
    parts = [read_markdown("a.md", draft.replace("@karpowa2020", "@karpova202").replace("@weber2091", "@weber201"))]
    expected = lint(cast, parts)
    for name in ("iter_articles", "iter_quotes", "lines", "article_texts", "quote_texts"):
        monkeypatch.setattr(cast, name, refuse)
    monkeypatch.setattr(cast.view, "briefs", refuse)
    assert lint(cast, parts) == expected
    assert {"Q101", "Q103", "Q104", "Q105", "Q106", "Q201", "Q202", "Q203", "Q204", "Q301", "Q302", "Q303"} <= set(
        _codes(expected)
    )


def test_saved_text_that_is_gone(tmp_path: Path) -> None:
    """Without its saved text a record's quotations are not called absent, and nothing fails."""
    with make(tmp_path) as bank:
        parts = [read_markdown("a.md", "“The ferry will sail again in the first week of May” [@holm2022].\n")]
        assert _codes(lint(bank, parts)) == ["Q202"]
        (saved,) = (tmp_path / "cast" / "snapshots").glob("*.txt")
        saved.write_text("another text", "utf-8")
        assert lint(bank, parts) == []
        saved.unlink()
        assert lint(bank, parts) == []


def test_a_saved_text_is_asked_once(cast: Bank) -> None:
    """The saved text of a record is read once, however often the record is cited."""
    asked: list[str] = []

    def snapshot(article: object) -> str | None:
        asked.append(getattr(article, "key", ""))
        return "The gulls know the hour by the sound of the crane, and the crane has not moved since Easter."

    text = "“The gulls know the hour by the sound of the train” [@holm2022].\n\n" * 5
    found = lint(cast, [read_markdown("a.md", text)], snapshot=snapshot)
    assert _codes(found) == ["Q201"] * 5
    assert asked == ["holm2022"]


def test_the_index_is_built_when_it_is_needed(tmp_path: Path) -> None:
    """Only a quotation that is nowhere beside its citation asks the search index."""
    with make(tmp_path) as bank:
        right = read_markdown("a.md", "“We counted forty ships in January” [@karpova2020, p. 8].\n")
        assert lint(bank, [right]) == []
        assert not list(tmp_path.rglob("*.search.sqlite"))
        wrong = read_markdown("a.md", "“Every winter the town sells one more of its boats” [@karpova2020].\n")
        assert _codes(lint(bank, [wrong])) == ["Q203"]
        assert list(tmp_path.rglob("*.search.sqlite"))


@pytest.mark.parametrize("word", ["forty", "January", "not", "nobody", "asked"])
def test_one_changed_word_is_found(check: Check, word: str) -> None:
    """Whichever word of a quotation is another, it is found; typography alone is not."""
    text = "We counted forty ships in January and not one of them in June, and nobody asked where they had gone"
    assert check(f"“{text}” [@karpova2020, p. 8].\n") == []
    assert check(f"« {text.replace(' ', chr(160))} » [@karpova2020, p. 8].\n") == []
    assert _codes(check(f"“{text.replace(word, 'lately')}” [@karpova2020, p. 8].\n")) == ["Q201"]


# Any text -------------------------------------------------------------------------------------------------------------

_ATOMS = st.sampled_from(
    ["“", "”", '"', "'", "«", "»", "> ", "\n\n", "\n", " [@karpova2020]", " @zuenko2021wall ", "[^1]",
     "[^1]: ", "Zuenko wrote",
     " on 2 October", " in Vzglyad", " 31.02.2021", " A harbour is not closed by a gate", ". ", "…",
     "[@lee2021, in @tass2021]",
     "「", "」", "\u202e", "\xad", "`", "<!-- quotebank: ignore=Q -->", "ёж ", " schrieb am 99. März 0000 "]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(_ATOMS | st.text(max_size=8), max_size=30).map("".join))
def test_total(cast: Bank, text: str) -> None:
    """Any text is checked without an exception, and every finding lies inside it."""
    lines = re.split(r"\r\n|\r|\n", text)
    for found in lint(cast, [read_markdown("a.md", text)], Choice(["Q"])):
        if found.code != "Q402":
            assert 1 <= found.line <= len(lines)
            assert 1 <= found.column <= len(lines[found.line - 1]) + 1
        assert found.code in RULES


_HOSTILE = [
    "“We counted forty boats in January” [@karpova2020] and ", "“nobody will ever know these words” @karpova2020 ",
    "Lankov wrote that [@karpova2020], ", "Lankov wrote on 2 May that [@karpova2020].\n\n", "@lee2021 ",
    "we counted forty ships in January and not one of them in June ", "> We counted. [@weber2019]\n\n",
    "[@nobody2021] ",
]  # fmt: skip


@pytest.mark.parametrize("piece", _HOSTILE)
def test_linear(cast: Bank, piece: str) -> None:
    """Four times the text takes about four times as long, be it one sentence that cites and quotes a thousand times."""

    def measured(count: int) -> float:
        part = read_markdown("a.md", f"{piece * count} [@karpova2020].\n")
        start = time.process_time()
        lint(cast, [part], Choice(["Q"], ["Q402"]))
        return time.process_time() - start

    measured(20)
    few = min(measured(100) for _ in range(2))
    assert measured(400) < 9 * few + 0.2


@given(st.text(), st.integers(min_value=10, max_value=90))
def test_shown_is_short(text: str, longest: int) -> None:
    """A stretch of text in a message has one line and no more than the characters allowed."""
    told = shown(text, longest)
    assert len(told) <= longest
    assert "\n" not in told
