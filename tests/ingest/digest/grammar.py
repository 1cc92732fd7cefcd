"""A grammar of press digests: made-up items in four languages, put together into report or newsletter.

An item is a paragraph that names one outlet once, in one of the frames by which digests name their sources, and tells
what it wrote. All names are invented.
"""

from collections.abc import Sequence
from typing import NamedTuple

from hypothesis import strategies as st

from quotebank.ingest.digest import Digest, Source, read_digest
from quotebank.model.dates import PartialDate

REPORT_DATE = PartialDate("2023-11-30")


class Item(NamedTuple):
    """One press item of a made-up digest; `day` is of October 2023."""

    language: str
    frame: str
    outlet: str
    author: str
    day: int
    claim: str

    @property
    def text(self) -> str:
        """The item as a paragraph of a digest."""
        date = DATES[self.language].format(self.day)
        return self.frame.format(outlet=self.outlet, author=self.author, date=date, claim=self.claim)


class Proposal(NamedTuple):
    """What is compared of a source: all but its place."""

    outlet: str
    authors: tuple[str, ...]
    date: str
    issue: str
    passages: tuple[str, ...]


DATES = {"en": "October {}", "fr": "{} octobre", "de": "{}. Oktober", "ru": "{} октября"}

FRAMES = {
    "en": (
        "{author} on {date} in {outlet} argued that {claim}.",
        "In {outlet} on {date} {author} wrote that {claim}.",
        "In {outlet} on {date}, {author} warned that {claim}.",
        "{outlet} on {date} reported that {claim}.",
        "Writing in {outlet} on {date}, {author} said that {claim}.",
        "According to {outlet} ({date}), {claim}.",
    ),
    "fr": (
        "Dans {outlet} du {date}, {author} écrit que {claim}.",
        "« {outlet} » du {date} rapporte que {claim}.",
        "Selon {outlet} ({date}), {claim}.",
        "{author}, dans {outlet} du {date}, estime que {claim}.",
    ),
    "de": (
        "{author} schreibt in „{outlet}“ vom {date}, {claim}.",
        "„{outlet}“ vom {date} berichtet, {claim}.",
        "Laut „{outlet}“ ({date}) gilt: {claim}.",
        "In „{outlet}“ vom {date} warnt {author}: {claim}.",
    ),
    "ru": (
        "{author} в «{outlet}» от {date} пишет, что {claim}.",
        "«{outlet}» {date} сообщил, что {claim}.",
        "По данным «{outlet}» от {date}, {claim}.",
        "В «{outlet}» от {date} {author} отмечает, что {claim}.",
    ),
}

OUTLETS = {
    "en": ("Kestrel Tribune", "Lanternmouth", "Saltmarsh Courier", "Copperwick", "Ninth Lantern", "Harrow Ledger"),
    "fr": ("Le Cadran", "Éclisse", "La Vigie", "Le Courrier des Aravelles", "Terminus", "Vallées"),
    "de": ("Rheinbote", "Der Kiebitz", "Hafenblatt", "Neue Warte", "Wetterau Kurier", "Lichtung"),
    "ru": ("Невский вестовой", "Затонинформ", "Губернские будни", "Правый берег", "Перекрёсток", "Створ"),
}

OTHER_OUTLETS = {
    "en": ("Tidewrack", "Blue Heron", "Orkhon Sudlal", "Parallax", "Gannet & Sons", "Hollin Post"),
    "fr": ("Kessel", "Le Passeur", "Traverse", "L’Écho des Vaux", "Nord-Info"),
    "de": ("Kompass", "Die Fähre", "Blaue Blätter", "Talschau", "Anker"),
    "ru": ("Сельский перекрёсток", "Час ученичества", "Полдень", "Левый берег", "Утро Затона"),
}
"""Outlets that no item has, to rename one to."""

AUTHORS = {
    "en": ("Anna Pellworth", "Joseph van Reth", "Martin Okonedo", "Ruth Abernethy-Roe", "Peter D. Strand"),
    "fr": ("Agathe Bréhat", "Hugo Le Goff", "Samia Benkirane", "Étienne Roussel", "Corinne Delacque"),
    "de": ("Jutta Heidkamp", "Matthias von Ruhn", "Sabine Ölscher", "Bernd Taubenheim", "Ulrike Marl-Voss"),
    "ru": ("Тимур Галиахметов", "Ольга Свешникова", "Виктор Немтин", "Марина Ладогина", "Глеб Шестопёров"),
}

OTHER_AUTHORS = {
    "en": ("Bolormaa Enkhsaikhan", "Ines Quill", "T. R. Vane", "Okot Lubwama", "Mary-Ann O’Dell"),
    "fr": ("Zélie Quintrec", "Ali Ben Youssef", "J.-M. Ferrand", "Oanez Kerjean"),
    "de": ("Swea Petersdotter", "Ingo Brandl", "Hartmut zu Klamm"),
    "ru": ("Айсулу Темирбекова", "Л. Бородулин", "Савелий Крутояров", "Нино Гелашвили"),
}
"""Authors that no item has, some with given names that few know, to rename one to."""

CLAIMS = {
    "en": (
        "the old bridge over the harbor will be closed before winter",
        "nobody had asked the ferrymen what the new road would cost them",
        "the price of bread rose faster than wages in most of the villages",
        "the council had counted the same school twice in its budget",
        "the drought of the summer has emptied half of the reservoirs",
    ),
    "fr": (
        "le vieux pont du port sera fermé avant le début de l'hiver",
        "personne n'a demandé aux passeurs ce que leur coûterait la route",
        "le prix du pain a augmenté plus vite que les salaires des villages",
        "le conseil a compté deux fois la même école dans son budget",
        "la sécheresse de cet été a vidé la moitié des réservoirs",
    ),
    "de": (
        "die alte Brücke über den Hafen werde noch vor dem Winter gesperrt",
        "niemand habe die Fährleute gefragt, was die neue Straße sie koste",
        "der Brotpreis sei in den Dörfern schneller gestiegen als die Löhne",
        "der Rat habe dieselbe Schule in seinem Haushalt zweimal gezählt",
        "die Dürre des Sommers habe die Hälfte der Speicher geleert",
    ),
    "ru": (
        "старый мост через гавань закроют ещё до начала зимы",
        "никто не спросил паромщиков, во что им обойдётся новая дорога",
        "цены на хлеб растут быстрее, чем зарплаты в большинстве сёл",
        "совет дважды посчитал одну и ту же школу в своём бюджете",
        "засуха этого лета опустошила половину всех водохранилищ",
    ),
}


MORE = {
    "en": ", and it is said that neither the mayor nor the company, which had promised the opposite a year ago in "
    "front of every camera in town, wishes to speak of it",
    "fr": ", et l'on dit que ni le maire ni la société, qui avait promis le contraire il y a un an devant toutes les "
    "caméras de la ville, ne veulent en parler",
    "de": ", und weder der Bürgermeister noch die Firma, die vor einem Jahr vor allen Kameras der Stadt das Gegenteil "
    "versprochen habe, wolle davon reden",
    "ru": ", и ни мэр, ни компания, которая год назад перед всеми камерами города обещала обратное, не желают "
    "об этом говорить",
}
"""What makes a claim as long as a newsletter's bullets are."""

GREETINGS = {
    "en": "Daily Notes\n\nGood morning. Here is what we read today before the trains began to run.",
    "fr": "Notes du jour\n\nBonjour. Voici ce que nous avons lu ce matin avant le premier train.",
    "de": "Notizen des Tages\n\nGuten Morgen. Das haben wir heute vor dem ersten Zug gelesen.",
    "ru": "Заметки дня\n\nДоброе утро. Вот что мы прочли сегодня до первого поезда.",
}


@st.composite
def items(draw: st.DrawFn, least: int = 2, most: int = 5) -> list[Item]:
    """Items of one digest: one language, each outlet, author and claim once."""
    language = draw(st.sampled_from(sorted(FRAMES)))
    count = draw(st.integers(least, min(most, len(AUTHORS[language]))))
    outlets = draw(st.permutations(OUTLETS[language]))
    authors = draw(st.permutations(AUTHORS[language]))
    claims = draw(st.permutations(CLAIMS[language]))
    return [
        Item(
            language,
            draw(st.sampled_from(FRAMES[language])),
            outlets[at],
            authors[at],
            draw(st.integers(1, 31)),
            claims[at],
        )
        for at in range(count)
    ]


def report(chosen: Sequence[Item]) -> str:
    """The items as paragraphs, a line each."""
    return "\n\n".join(item.text for item in chosen) + "\n"


def newsletter(chosen: Sequence[Item]) -> str:
    """The items as bullets that end with their sources in brackets, under a title and a greeting."""
    language = chosen[0].language
    bullets = "".join(bullet(item.claim + MORE[language], item) for item in chosen)
    return f"{GREETINGS[language]}\n\n{bullets}"


def bullet(claim: str, item: Item) -> str:
    """One item of a newsletter, with its line's end."""
    date = DATES[item.language].format(item.day)
    return f"• {claim[0].upper()}{claim[1:]}. ({item.author}, {item.outlet}, {date})\n"


def read(text: str, form: str = "text") -> Digest:
    """What the parser makes of a digest of 30 November 2023."""
    return read_digest(text, form=form, date=REPORT_DATE)


def proposal(source: Source) -> Proposal:
    """A source as it is compared."""
    return Proposal(
        source.outlet,
        source.authors,
        source.date.text if source.date else "",
        source.issue,
        tuple(passage.text for passage in source.passages),
    )


def proposals(text: str, form: str = "text") -> list[Proposal]:
    """What the parser proposes for a digest, in the order of the text."""
    return [proposal(source) for source in read(text, form).sources]
