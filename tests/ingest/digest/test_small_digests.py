"""Small digests, each with something in it that was misread once or could be."""

from typing import NamedTuple

import pytest

from tests.ingest.digest.grammar import Proposal, proposals

BRIDGE = "the old bridge over the harbor will be closed before winter"
BREAD = "the price of bread rose faster than wages in most of the villages"


class Case(NamedTuple):
    """A digest in Markdown and what it should give: outlet and authors of each source."""

    text: str
    wanted: tuple[tuple[str, tuple[str, ...]], ...]


NAMES = {
    "the second of three authors has a given name that few know": Case(
        "In Orkhon Sudlal, No. 2, the case was made. Authors Anna Pellworth, Dulmaa Oyunchimeg, and Zorig Nandin "
        f"wrote that {BRIDGE}.",
        (("Orkhon Sudlal", ("Anna Pellworth", "Dulmaa Oyunchimeg", "Zorig Nandin")),),
    ),
    "an author stands right behind an outlet that was named before": Case(
        f"In Ikh Zam on October 4 a law was criticised.\n\nIn Ikh Zam Purevjav Nandin asked if {BRIDGE}.",
        (("Ikh Zam", ()), ("Ikh Zam", ("Purevjav Nandin",))),
    ),
    "an author with a given name that few know stands right behind the date": Case(
        f"In Kestrel Tribune on October 17 Okot Lubwama wrote that {BRIDGE}.",
        (("Kestrel Tribune", ("Okot Lubwama",)),),
    ),
    "an author with a particle stands behind the verb": Case(
        "In „Rheinbote“ vom 29. Oktober warnt Jost von der Heyde: die alte Brücke werde vor dem Winter gesperrt.",
        (("Rheinbote", ("Jost von der Heyde",)),),
    ),
    "the outlet before an author ends in a word in small letters": Case(
        "Dans La Voie libre du 5 octobre, Oanez Kerjean écrit que le vieux pont sera fermé avant l'hiver.",
        (("La Voie libre", ("Oanez Kerjean",)),),
    ),
    "the outlet in a bracket is a word for a columnist": Case(
        "Заметки дня\n\n• Совет дважды посчитал одну и ту же школу в своём бюджете, и ни мэр, ни компания, которая год "
        "назад перед всеми камерами города обещала обратное, не желают об этом говорить. (Виктор Немтин, Невский "
        "обозреватель, 21 октября)",
        (("Невский обозреватель", ("Виктор Немтин",)),),
    ),
    "a date has an of": Case(f"According to Saltmarsh Courier of October 6, {BRIDGE}.", (("Saltmarsh Courier", ()),)),
    "italics stand within quotation marks": Case(
        "Jutta Heidkamp schreibt in „*Rheinbote*“ vom 21. Oktober, die alte Brücke werde vor dem Winter gesperrt.",
        (("Rheinbote", ("Jutta Heidkamp",)),),
    ),
    "an author is in bold": Case(
        f"Writing in Lanternmouth on October 8, **Anna Pellworth** said that {BRIDGE}.",
        (("Lanternmouth", ("Anna Pellworth",)),),
    ),
    "all three authors have given names that few know": Case(
        f"In Blue Heron on May 4, Tuul Ganbat, Joost Veldkamp and Okello Obura argued that {BRIDGE}.",
        (("Blue Heron", ("Tuul Ganbat", "Joost Veldkamp", "Okello Obura")),),
    ),
    "a day stands before its month, then an author": Case(
        f"In Tidewrack on 17 October Tuul Ganbat noted that {BRIDGE}.",
        (("Tidewrack", ("Tuul Ganbat",)),),
    ),
    "two particles stand in an author": Case(
        "In „Hafenblatt“ vom 3. Mai kritisiert Wiebe van der Laan: die alte Brücke werde vor dem Winter gesperrt.",
        (("Hafenblatt", ("Wiebe van der Laan",)),),
    ),
    "the article is no part of the outlet": Case(
        f"According to the Lanternmouth of May 6, {BRIDGE}.",
        (("Lanternmouth", ()),),
    ),
    "bold stands within guillemets": Case(
        "Тимур Галиахметов в «**Створ**» от 3 мая пишет, что старый мост закроют.",
        (("Створ", ("Тимур Галиахметов",)),),
    ),
    "an author is in italics": Case(
        "_Agathe Bréhat_, dans Éclisse du 3 mai, estime que le vieux pont sera fermé avant l'hiver.",
        (("Éclisse", ("Agathe Bréhat",)),),
    ),
}


@pytest.mark.parametrize("case", NAMES)
def test_names(case: str) -> None:
    """Outlets and authors are told apart when something unusual is between them."""
    digest = NAMES[case]
    assert tuple(one[:2] for one in proposals(digest.text, "markdown")) == digest.wanted


def passages(found: list[Proposal]) -> list[tuple[str, ...]]:
    """The passages of each proposal."""
    return [one.passages for one in found]


@pytest.mark.parametrize(
    "first",
    [
        f"On October 15 Anna Pellworth in Copperwick wrote that {BRIDGE}.",
        "« Le Cadran » du 18 octobre rapporte que le vieux pont du port sera fermé avant le début de l'hiver.",
        "«Затонинформ» 26 октября сообщил, что старый мост через гавань закроют ещё до начала зимы.",
        "Am 3. Mai schrieb Jutta Heidkamp im „Rheinbote“, die alte Brücke werde noch vor dem Winter gesperrt.",
        f"Writing on May 3 in Copperwick, Ada Vane said that {BRIDGE}.",
    ],
    ids=["On", "«  »", "«»", "Am", "Writing on"],
)
def test_a_passage_begins_with_its_sentence(first: str) -> None:
    """The first word, and the first quotation mark, of a paragraph belong to the source it names."""
    assert passages(proposals(f"{first}\n")) == [(first,)]


def test_a_short_bullet_is_its_source_s_own() -> None:
    """A bullet with its source in brackets is the source's passage, the greeting above it nobody's."""
    first = (
        "The drought of the summer has emptied half of the reservoirs. (Anna Pellworth, Saltmarsh Courier, October 17)"
    )
    second = (
        "The old bridge over the harbor will be closed before winter. (Joseph van Reth, Kestrel Tribune, October 3)"
    )
    greeting = "Good morning. Here is what we read today before the trains began to run."
    text = f"Daily Notes\n\n{greeting}\n\n• {first}\n• {second}\n"
    assert passages(proposals(text)) == [(first,), (second,)]


def test_a_list_may_begin_without_a_title() -> None:
    """The first of several bullets is a source like the others."""
    bullets = [
        f"The {claim[4:]}, and it is said that neither the mayor nor the company, which had promised the opposite a "
        f"year ago in front of every camera in town, wishes to speak of it. ({author}, October 9)"
        for claim, author in ((BRIDGE, "Anna Pellworth, Lanternmouth"), (BREAD, "Martin Okonedo, Copperwick"))
    ]
    text = "".join(f"• {bullet}\n" for bullet in bullets)
    assert passages(proposals(text)) == [(bullet,) for bullet in bullets]


def test_italics_hide_no_author() -> None:
    """An author with a given name that few know is one in italics too."""
    text = f"In Lanternmouth on May 3 *Okello Obura* wrote that {BRIDGE}."
    assert [one[:2] for one in proposals(text, "markdown")] == [("Lanternmouth", ("Okello Obura",))]


def test_an_adverb_hides_no_source() -> None:
    """A word before the date does not matter."""
    assert [one[:2] for one in proposals(f"Late on May 3 Copperwick reported that {BRIDGE}.")] == [("Copperwick", ())]
