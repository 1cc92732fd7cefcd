"""Kindle's "My Clippings.txt": highlights, notes and bookmarks in many languages, and broken files."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.formats.kindle import looks_like, read
from quotebank.model.quotes import Locator

WHEN = "Added on Monday, 30 December 2024 14:46:33"


def entry(what: str, text: str, title: str = "A Book (Doe, Jane)") -> str:
    """One entry as the device writes it."""
    return f"{title}\r\n{what}\r\n\r\n{text}\r\n==========\r\n"


def highlight(place: str, text: str, title: str = "A Book (Doe, Jane)") -> str:
    """A highlight of an English device."""
    return entry(f"- Your Highlight {place} | {WHEN}", text, title)


def note(place: str, text: str) -> str:
    """A note of an English device."""
    return entry(f"- Your Note {place} | {WHEN}", text)


@pytest.mark.parametrize(
    ("what", "kind", "label", "value", "added"),
    [
        ("- Your Highlight on page 1 | location 10-12 | Added on Monday, 30 December 2024 14:46:33", "direct", "page",
         "1", "2024-12-30T14:46:33Z"),
        ("- Highlight Loc. 1234-36  | Added on Monday, December 03, 2012, 07:51 PM", "direct", "elocation", "1234-1236",
         "2012-12-03T19:51:00Z"),
        ("- Your Underline on page xii-xii | Added on Monday, April 18, 2016 7:28:27\u202fAM", "direct", "page", "xii",
         "2016-04-18T07:28:27Z"),
        ("- Ihre Markierung auf Seite 42 | Position 1234-1236 | Hinzugefügt am Montag, 30. Dezember 2024 14:46:33",
         "direct", "page", "42", "2024-12-30T14:46:33Z"),
        ("- Ihre Notiz bei Position 1234 | Hinzugefügt am Montag, 30. Dezember 2024 14:46:33", "comment", "elocation",
         "1234", "2024-12-30T14:46:33Z"),
        ("- Votre surlignement à l’emplacement 20-26 | Ajouté le lundi 30 septembre 2019 18:00:39", "direct",
         "elocation", "20-26", "2019-09-30T18:00:39Z"),
        ("- La subrayado en la página 6 | posición 36-40 | Añadido el lunes, 30 de septiembre de 2019 18:00:39",
         "direct", "page", "6", "2019-09-30T18:00:39Z"),
        ("– Ваш выделенный отрывок в месте 900–930 | Добавлено: понедельник, 30 декабря 2024 г. в 14:46:33", "direct",
         "elocation", "900-930", "2024-12-30T14:46:33Z"),
        ("– Ваша заметка на странице 5 | Место 53 | Добавлено: воскресенье, 3 марта 2024 г. в 18:48:36", "comment",
         "page", "5", "2024-03-03T18:48:36Z"),
        ("-  La tua evidenziazione alla pagina 6 | posizione 36-40 | Aggiunto in data sabato 30 maggio 2020 18:00:39",
         "direct", "page", "6", "2020-05-30T18:00:39Z"),
        ("- Seu destaque na página xiv | posição 7-9 | Adicionado: sexta-feira, 29 de novembro de 2019 18:00:13",
         "direct", "page", "xiv", "2019-11-29T18:00:13Z"),
        ("- Je highlight op locatie 55 t/m 88 | Toegevoegd op maandag 30 september 2019 18:00:39", "direct",
         "elocation", "55-88", "2019-09-30T18:00:39Z"),
        ("- 您在第 7 页（位置 #114-116）的标注 | 添加于 2019年9月30日星期一 下午6:00:39", "direct", "page", "7",
         "2019-09-30T18:00:39Z"),
        ("- 您在位置 #1500-1540的笔记 | 添加于 2019年9月30日星期一 上午6:00:39", "comment", "elocation", "1500-1540",
         "2019-09-30T06:00:39Z"),
        ("- 7ページ｜位置No. 114-116のハイライト |作成日: 2024年12月30日月曜日 14:46:33", "direct", "page", "7",
         "2024-12-30T14:46:33Z"),
        ("- 7페이지의 하이라이트 | 위치 114-116 | 추가됨: 2022년 5월 3일 화요일 오전 10:11:12", "direct", "page", "7",
         "2022-05-03T10:11:12Z"),
    ],
)  # fmt: skip
def test_the_languages_of_the_device_are_read(what: str, kind: str, label: str, value: str, added: str) -> None:
    """Kind, place and time are told in each language; the page is cited where there is one, else the location."""
    data = entry(what, "The text.").encode()
    parsed = read(data)
    [quote] = parsed.quotes
    assert (quote.kind, quote.text, quote.added) == (kind, "The text.", added)
    assert quote.locator == Locator(label, value)
    assert (parsed.problems, looks_like(data)) == ([], True)


@pytest.mark.parametrize(
    "what",
    [
        "- Your Bookmark on page 5 | location 60 | Added on x", "- Ihr Lesezeichen bei Position 4 | x",
        "- 您在位置 #1的书签 | x",
        "- El marcador en la posición 3 | x", "- Votre signet sur la page 1 | x", "– Ваша закладка на странице 5 | x",
    ],
)  # fmt: skip
def test_bookmarks_are_passed_over(what: str) -> None:
    """A bookmark has no words, so it makes neither a record nor a problem."""
    parsed = read(entry(what, "").encode())
    assert (list(parsed.records), parsed.problems) == ([], [])


@pytest.mark.parametrize(
    ("line", "title", "authors"),
    [
        ("Sapiens (Harari, Yuval Noah)", "Sapiens", ["Yuval Noah Harari"]),
        ("Dune (Book 1) (Herbert, Frank;Doe, Jane)", "Dune (Book 1)", ["Frank Herbert", "Jane Doe"]),
        ("飘 (外国文学) (Mitchell, Margaret (US))", "飘 (外国文学)", ["Margaret Mitchell"]),
        ("--authors (Inconnu(e))", "--authors", []),
        ("Gödel, Escher, Bach (An Eternal Golden Braid)  ", "Gödel, Escher, Bach (An Eternal Golden Braid)", []),
        ("report.pdf (jane@example.org)", "report.pdf", []),
        ("Only a title", "Only a title", []),
        ("(Nobody)", "(Nobody)", []),
        ("Broken (bracket", "Broken (bracket", []),
        ("Broken bracket)", "Broken bracket)", []),
        ("Empty ()", "Empty", []),
        ("\ufeffMarked (TASS)", "Marked", ["TASS"]),
    ],
)
def test_titles_and_authors_are_told_apart(line: str, title: str, authors: list[str]) -> None:
    """The last brackets name the author, inner ones stay; a line with two spaces at its end has no author."""
    [article] = read(highlight("on page 1", "x", line).encode()).articles
    assert (article.type, article.title) == ("book", title)
    assert [name.display for name in article.authors] == authors


def test_a_book_is_one_article() -> None:
    """Highlights of one book share it, wherever they stand in the file; the location behind a page is kept."""
    text = (
        highlight("on page 3 | location 40-41", "One.")
        + highlight("on page 9", "Other.", "B (C, D)")
        + highlight("on page 5 | location 60-61", "Two.")
    )
    parsed = read(text.encode("utf-8-sig"))
    assert [article.title for article in parsed.articles] == ["A Book", "B"]
    assert [(quote.article, quote.text) for quote in parsed.quotes] == [
        ("#0", "One."),
        ("#1", "Other."),
        ("#0", "Two."),
    ]
    assert parsed.quotes[0].extra == {"kindle": {"location": "40-41"}}


def test_a_note_goes_to_the_highlight_at_its_place() -> None:
    """By the end of the highlight first, else by its range; a note with no highlight is a comment of its own."""
    text = (
        highlight("at location 10-14", "One long passage.")
        + highlight("at location 12-20", "Another passage.")
        + note("at location 20", "on the second")
        + note("at location 11", "on the first")
        + note("at location 99", "alone")
    )
    quotes = read(text.encode()).quotes
    assert [(quote.kind, quote.text, quote.note) for quote in quotes] == [
        ("direct", "One long passage.", "on the first"),
        ("direct", "Another passage.", "on the second"),
        ("comment", "alone", ""),
    ]


def test_an_edited_note_is_there_once() -> None:
    """The device leaves the older text of a note; what begins like it takes its place, anything else is added."""
    text = (
        highlight("on page 1", "x y z")
        + note("on page 1", "a no")
        + note("on page 1", "a note")
        + note("on page 1", "b")
    )
    assert [quote.note for quote in read(text.encode()).quotes] == ["a note\n\nb"]
    alone = note("at location 1", "a no") + note("at location 1", "a note")
    assert [quote.text for quote in read(alone.encode()).quotes] == ["a note"]


def test_the_longest_state_of_a_highlight_is_kept() -> None:
    """Overlapping places and a common text are one highlight that was edited; the shorter state is told of."""
    text = highlight("at location 10-11", "One two") + highlight("at location 10-12", "One two three")
    parsed = read(text.encode())
    assert [quote.text for quote in parsed.quotes] == ["One two three"]
    assert [(problem.line, problem.mended) for problem in parsed.problems] == [(1, True)]


def test_an_edit_at_both_ends_is_the_same_highlight() -> None:
    """Two states share a beginning or an end of some length; of equally long ones the later is kept."""
    shared = "the same words that both of the states have, all of them"
    text = highlight("at location 10-12", f"{shared} A") + highlight("at location 10-12", f"{shared} B")
    assert [quote.text for quote in read(text.encode()).quotes] == [f"{shared} B"]


def test_neighbours_are_no_states_of_each_other() -> None:
    """Two short highlights in one location, and the same words in another place, are all kept."""
    text = (
        highlight("at location 10-10", "Short.")
        + highlight("at location 10-10", "Other.")
        + highlight("at location 90-90", "Short.")
    )
    assert len(read(text.encode()).quotes) == 3


def test_a_publishers_limit_is_told() -> None:
    """A sentence about the limit is no quote; words before it are, and both are reported as mended."""
    text = (
        highlight("at location 1", " <You have reached the clipping limit for this item>")
        + highlight("at location 5", "Some words <You have reached the clipping limit set by the publisher>")
        + highlight("at location 9", "<您已达到本内容的剪贴上限>")
        + highlight("at location 12", "if a < b and b > c <html lang>")
    )
    parsed = read(text.encode())
    assert [quote.text for quote in parsed.quotes] == ["Some words", "if a < b and b > c <html lang>"]
    assert [(problem.line, problem.mended) for problem in parsed.problems] == [(1, True), (6, True), (11, True)]


def test_paragraphs_stay() -> None:
    """A highlight over several paragraphs keeps its lines."""
    assert read(highlight("on page 1", "One.\r\n\r\nTwo.").encode()).quotes[0].text == "One.\n\nTwo."


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("garbage\n==========\n", 1, "not an entry"),
        ("T (A)\n- Þú merktir á síðu 5 | staðsetning 60 | x\n\nwords\n==========\n", 1, "not an entry"),
        ("\n\n- Your Highlight on page 3 | x\n\nwords\n==========\n", 3, "not an entry"),
        (highlight("on page 1", "  "), 1, "without text"),
        ("@article{x, title = {y}}\n", 1, "not an entry"),
        ('{"rows": []}', 1, "not an entry"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, line: int, words: str) -> None:
    """A bad entry is a problem with its line and its text, and makes no record."""
    parsed = read(text.encode())
    assert list(parsed.records) == []
    assert parsed.problems[0].line == line
    assert words in parsed.problems[0].message
    assert parsed.problems[0].raw


def test_a_file_cut_short_is_read_to_its_end() -> None:
    """The last entry needs no equals signs; one without its second line is a problem."""
    parsed = read((highlight("on page 1", "One.") + "Next Book (A)\r\n").encode())
    assert [quote.text for quote in parsed.quotes] == ["One."]
    assert [problem.line for problem in parsed.problems] == [6]
    assert read(highlight("on page 1", "One.").encode()[:-14]).quotes[0].text == "One."


def test_an_unreadable_time_is_kept_as_printed() -> None:
    """A time that cannot be read is not guessed at and not lost."""
    [quote] = read(entry("- Your Highlight on page 1 | Added on some day", "x").encode()).quotes
    assert (quote.added, quote.extra) == ("", {"kindle": {"added": "Added on some day"}})


@pytest.mark.parametrize(
    "text", ["# Title\n- note 3\n- highlight 4\n", "Title\n- my note | page 3\n- more\n", "", "a,b\n"]
)
def test_other_files_do_not_look_like_it(text: str) -> None:
    """Lists and tables are not taken for clippings."""
    assert not looks_like(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "\n" * 100_000, "x" * 10_000_000, "(" * 200_000 + ")", "T\n- " + "highlight 1 " * 100_000, "\x00" * 100_000,
        "=" * 1_000_000, "\ufeff" * 100_000,
        "".join(highlight("at location 1-9", f"{n} and more") for n in range(5_000)),
        "".join(note("at location 1", f"{n}") for n in range(5_000)),
        "".join(highlight("", f"{n}", f"B{n} (A)") for n in range(5_000)),
    ],
)  # fmt: skip
def test_hostile_files_take_linear_time(text: str) -> None:
    """Ten megabytes in a line, and thousands of entries at one place, are done in seconds."""
    before = time.process_time()
    read(text.encode())
    assert time.process_time() - before < 10


@given(
    st.lists(
        st.sampled_from(
            [highlight("on page 1", "x"), note("at location 3", "y"), "==========\n", "\n", "T (A)\n", "- ", "<limit>"]
        )
    )
)
def test_any_arrangement_is_read_without_an_exception(parts: list[str]) -> None:
    """Pieces of entries in any order give records and problems, and every quote points to an article."""
    parsed = read("".join(parts).encode())
    assert {quote.article for quote in parsed.quotes} <= {f"#{n}" for n in range(len(parsed.articles))}


@given(st.binary(max_size=300))
def test_any_bytes_too(data: bytes) -> None:
    """Bytes that are no text are read as best they can be."""
    read(data)
    looks_like(data)
