"""Each block of a plain text is called what it is, and where nothing tells, what does least harm."""

import pytest

from quotebank.ingest.digest.blocks import is_boilerplate
from tests.ingest.digest.test_blocks import LONG, OTHER, kinds, told


@pytest.mark.parametrize(
    "line", ["---", "***", "* * *", "____", "===", "###", "…", "—————", "•••", "- - -", "~~~~", "[…]"]
)
def test_rules(line: str) -> None:
    """A line without a letter or digit is a rule."""
    assert told(f"{LONG}\n\n{line}\n\n{LONG}", "text")[1] == ("rule", line)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("- one", "one"),
        ("* one", "one"),
        ("+ one", "one"),
        ("•one", "one"),
        ("· one", "one"),
        ("– one", "one"),
        ("— Où est-il ?", "Où est-il ?"),
        ("—Где он?", "Где он?"),
        ("▪ one", "one"),
        ("●\u00a0one", "one"),
        ("1. one", "one"),
        ("12) one", "one"),
        ("(1) one", "one"),
        ("a) one", "one"),
        ("б) один", "один"),
        ("  -   one", "one"),
        ("1.) one", "one"),
    ],
)
def test_items_start_behind_their_bullet(line: str, shown: str) -> None:
    """An item's text starts behind the bullet, number or dash."""
    assert told(f"{LONG}\n{line}\n{LONG}", "text")[1] == ("item", shown)


@pytest.mark.parametrize(
    "line",
    [
        "-5 degrees were measured on the island on Tuesday.",
        "*Harbour Lantern* has the story of the engine again.",
        "3. Oktober 2024: Der Leuchtturm schreibt über das Ruder.",
        "12. Mai, sagt die Lampe, sei zu spät für die Fähre.",
        "1. 5. 2024 wrote the Lantern above its first page.",
        "A. Petrov in the Harbour Lantern sees no engine.",
        "2024. That was the year of the tarpaulin, it says.",
        "(AFP) The engine has been found on the island.",
        "1.5 million have seen the tarpaulin, says the paper.",
    ],
)
def test_what_only_looks_like_a_bullet(line: str) -> None:
    """Days, years, initials, amounts and italics at the start of a line are text."""
    assert told(f"{LONG}\n{line}\n{LONG}", "text")[1] == ("paragraph", line)


@pytest.mark.parametrize(
    "line",
    [
        "The harbour accord",
        "Kestrel",
        "tagesschau.example:",
        "Внутренняя политика соседей",
        "L'eau qui manque",
        "I. Журналы",
        "ASIA: NORTH AND SOUTH",
        "WASHINGTON D.C.",
        "Politics, war and letters",
        "October 2024",
    ],
)
def test_headings(line: str) -> None:
    """A short line between long ones, or one in capitals, is a heading when nothing speaks against it."""
    assert told(f"{LONG}\n\n{line}\n\n{OTHER}", "text")[1] == ("heading", line)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("*** BREAD AND WATER ***", "BREAD AND WATER"),
        ("== The Accord ==", "The Accord"),
        ("# The accord", "The accord"),
    ],
)
def test_marks_around_a_heading_are_left_out(line: str, title: str) -> None:
    """A heading is its words, not the stars or hashes around it."""
    assert told(f"{LONG}\n\n{line}\n\n{OTHER}", "text")[1] == ("heading", title)


def test_marks_of_emphasis_stay_with_paragraphs() -> None:
    """A short line in italics that is no heading keeps its marks, and so does a heading with emphasis inside."""
    assert told(f"{LONG}\n\n*so it was written*\n\n{OTHER}", "text")[1] == ("paragraph", "*so it was written*")
    assert told(f"{LONG}\n\n*Oars* and *Engines*\n\n{OTHER}", "text")[1] == ("heading", "*Oars* and *Engines*")
    assert told(f"{LONG}\n\n*The Engine*\n\n{OTHER}", "text")[1] == ("heading", "The Engine")


@pytest.mark.parametrize(
    "line",
    [
        "Doe, J. 'The Engine', Harbour Lantern, 4 May 2021",
        "The Engine | Harbour Lantern",
        "Jane Doe, Harbour Lantern, May 3",
        "Harbour Lantern (3 May)",
        "[Jane Doe, Harbour Lantern]",
        "Harbour Lantern: the engine is found",
        "https://lantern.example/engine",
        "“The Engine,” Harbour Lantern",
        "Die LAMPE meint dazu heute:",
        "The engine has been found.",
        "and so the engine was found",
        "By-laws of the island council concerning engines, tarpaulins, oars and brothers-in-law of mayors",
    ],
)
def test_what_is_no_heading(line: str) -> None:
    """Citations, introductions, sentences and long lines stay paragraphs for the later stages to read."""
    assert told(f"{LONG}\n\n{line}\n\n{OTHER}", "text")[1] == ("paragraph", line)


@pytest.mark.parametrize(("above", "below", "kind"), [(LONG, OTHER, "heading"), (LONG, "Yes.", "paragraph")])
def test_a_question_may_be_a_heading(above: str, below: str, kind: str) -> None:
    """A question alone between two long paragraphs heads the second."""
    assert told(f"{above}\n\nWho has the engine?\n\n{below}", "text")[1][0] == kind


def test_headlines_in_a_row_are_a_list() -> None:
    """Three and more short lines in a row are no headings; names of one to three words may be."""
    lines = [f"The council meets again about engine {name}" for name in ("one", "two", "three", "four")]
    assert set(kinds("\n\n".join([LONG, *lines, OTHER]), "text")) == {"paragraph"}


@pytest.mark.parametrize(
    "title", ["Country Report: Islands (May 2021)", "Press review, 4 May 2021", "Lamp: what we read"]
)
def test_the_title_of_a_digest_is_a_heading(title: str) -> None:
    """The first line of a digest is its title, brackets and colons notwithstanding."""
    assert told(f"{title}\n\n{LONG}\n\n{OTHER}")[0] == ("heading", title)


def test_the_first_of_a_list_of_citations_is_no_title() -> None:
    """A list that starts at once has no title."""
    text = "The Engine | Harbour Lantern\nThe Oar | Kestrel Tribune\nThe Fish | Le Phare du soir"
    assert set(kinds(text)) == {"paragraph"}


@pytest.mark.parametrize(
    "line",
    [
        "Now Reading Country Report: Islands (May 2021)",
        "Subscribe to our newsletter",
        "Sign up here",
        "Unsubscribe | View in browser",
        "Follow us on all channels",
        "Share this:",
        "Read more »",
        "ADVERTISEMENT",
        "Photo: Jane Doe/Lamp Pictures",
        "(Photo: Jane Doe/Lamp Pictures)",
        "Image caption The engine under its tarpaulin",
        "Getty Images",
        "Copyright © 2021 The Lamp",
        "© 2021. All rights reserved.",
        "Table of contents",
        "Cookie settings",
        "Lire aussi : Le moteur sous la bâche",
        "Abonnez-vous à la lettre",
        "Se désabonner",
        "Crédit photo : Jeanne Dupont",
        "Publicité",
        "Foto: Hanna Müller/Bildlampe",
        "Newsletter abonnieren",
        "Zum Thema: Die Fähre",
        "Mehr zum Thema",
        "Weiterlesen …",
        "Impressum",
        "Подписаться на рассылку",
        "Фото: Иван Петров / Лампа",
        "Читайте также: Мотор под брезентом",
        "Поделиться",
        "Источник фото: Лампа",
    ],
)
def test_boilerplate(line: str) -> None:
    """Navigation, subscriptions and picture credits are boilerplate in four languages."""
    assert is_boilerplate(line)
    assert told(f"{LONG}\n\n{line}\n\n{OTHER}", "text")[1][0] == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "The Lantern asks its readers to subscribe to the new ferry.",
        "The photo of the engine, writes the Lantern, is a fake.",
        "Readers share this view, says the Lantern in an editorial.",
        "Reading more slowly is the advice of the Kestrel Tribune.",
        "Fotografen haben den Motor gesehen, schreibt die Lampe.",
        "Фотографы видели мотор, пишет «Лампа» на первой полосе.",
        "Photo: " + LONG,
    ],
)
def test_sentences_are_no_boilerplate(line: str) -> None:
    """A sentence that merely has such a word in it, or a long one, is read."""
    assert told(f"{LONG}\n\n{line}\n\n{OTHER}", "text")[1] == ("paragraph", line)
