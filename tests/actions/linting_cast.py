"""A made-up bank for `lint`, in four languages; the samples of ``docs/lint.md`` are held against it."""

from pathlib import Path

from quotebank import Bank
from quotebank.bank.snapshots import save_snapshot
from quotebank.model.articles import Article, Original
from quotebank.model.dates import PartialDate
from quotebank.model.names import Name
from quotebank.model.quotes import Locator, Quote, Via

SAVED = (
    "The ferry to the island stopped in March, and nobody on the pier could say when it would sail again. "
    "The harbour master keeps the timetable of last summer on his wall because it reminds him of better days. "
    "Fishermen now carry the mail across the strait twice a week, and they are paid in diesel and in tinned milk."
)
"""The text of Petra Holm's report as it was saved."""

ARTICLES = (
    Article(
        key="karpova2020",
        title="Who Closes a Harbour",
        authors=(Name("Karpova", "Nina", original="Нина Карпова"),),
        outlet="Harbour Gazette",
        date=PartialDate("2020-05-04"),
        language="en",
        ids=("karpova2020old",),
    ),
    Article(
        key="weber2019",
        title="Die stille Brücke",
        authors=(Name("Weber", "Jonas"),),
        outlet="Elbe-Kurier",
        date=PartialDate("2019-03-12"),
        language="de",
        ids=("weber2019alt",),
    ),
    Article(
        key="zuenko2021wall",
        type="webpage",
        title="Zachem Kitaiu stena",
        authors=(Name("Zuenko", "Ivan", original="Иван Зуенко"),),
        outlet="Vzglyad",
        date=PartialDate("2021-10-31"),
        language="ru",
        original=Original("Зачем Китаю стена", "Взгляд", "Cyrl"),
    ),
    Article(
        key="dubois2018",
        title="Le port immobile",
        authors=(Name("Dubois", "Claire"),),
        outlet="Le Monde",
        date=PartialDate("2018-11-06"),
        language="fr",
    ),
    Article(key="digest2021", type="report", title="Digest of the Eastern Press", date=PartialDate("2021-11")),
    Article(
        key="lee2021",
        title="Bada-ui kkeut",
        authors=(Name("Lee", "Min-ho", family_first=True),),
        outlet="Hanbit Ilbo",
        date=PartialDate("2021-09-29"),
        language="ko",
    ),
    Article(key="tass2021", title="Port opened", outlet="TASS", date=PartialDate("2021-10-02"), language="en"),
    Article(
        key="holm2022",
        type="webpage",
        title="No Ferry Before Summer",
        authors=(Name("Holm", "Petra"),),
        outlet="North Strait News",
        date=PartialDate("2022-04-19"),
        language="en",
    ),
    Article(
        key="novak2017",
        title="Prístav bez lodí",
        authors=(Name("Novak", "Eva"),),
        outlet="Pravda",
        date=PartialDate("2017"),
        language="en",
    ),
)

_P3, _P8 = Locator("page", "3"), Locator("page", "8")

QUOTES = (
    Quote(
        article="karpova2020",
        kind="direct",
        text="A harbour is not closed by a gate; it is closed by the insurers who no longer answer the telephone.",
        locator=_P3,
        verified={"status": "exact", "at": "2021-11-30T09:00:00Z"},
    ),
    Quote(
        article="karpova2020",
        kind="direct",
        text="We counted forty ships in January and not one of them in June, and nobody asked where they had gone.",
        locator=_P8,
    ),
    Quote(
        article="karpova2020",
        kind="paraphrase",
        text="Karpova calls the pilots “the last people who know the channel by heart” and quotes Admiral Serov.",
    ),
    Quote(
        article="weber2019",
        kind="direct",
        text="Die Brücke schweigt, seit die Züge nicht mehr über die Grenze fahren dürfen.",
        locator=Locator("page", "14"),
    ),
    Quote(
        article="weber2019",
        kind="direct",
        text="Niemand hat den Fahrplan abgeschafft, er hängt noch immer in dem leeren Wartesaal neben der Uhr.",
        locator=Locator("page", "15"),
        verified={"status": "exact", "at": "2021-11-30T09:00:00Z"},
    ),
    Quote(
        article="zuenko2021wall",
        kind="direct",
        text="Стена нужна не для того, чтобы остановить вирус, а для того, чтобы показать, кто здесь хозяин.",
        translation="The wall is not needed to stop the virus but to show who is the master here.",
        language="ru",
    ),
    Quote(
        article="dubois2018",
        kind="direct",
        text="Le port dort depuis que les grues ont été vendues à des inconnus venus du sud.",
        locator=Locator("page", "2"),
    ),
    Quote(
        article="lee2021",
        kind="direct",
        text="The sea does not forget the names of those who fenced it in.",
        via=Via("digest2021", Locator("paragraph", "7")),
        language="en",
    ),
    Quote(article="tass2021", kind="direct", text="The port has been opened to all vessels without any restriction."),
    Quote(
        article="novak2017",
        kind="direct",
        text="Every winter the town sells one more of its boats and calls the money a budget.",
    ),
)


def make(folder: Path) -> Bank:
    """The bank in a folder, with the saved text beside it."""
    bank = Bank.create(folder / "cast", cache=folder / "cast-cache")
    with bank.transaction("import") as change:
        for article in ARTICLES:
            saved = save_snapshot(bank.path, SAVED, taken="2022-04-20T09:00:00Z") if article.key == "holm2022" else {}
            change.add_article(Article.from_json(article.to_json() | ({"snapshot": saved} if saved else {})))
        for quote in QUOTES:
            change.add_quote(quote)
    return bank
