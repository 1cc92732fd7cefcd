"""Clean prose for `lint`, put together from sentences of our own: what must not be found.

Every sentence with a citation is right, and most hold something that a careless rule would take for wrong: scare
quotes, titles, dialogue, foreign words, other people, and dates that have nothing to do with the record.
"""

# ruff: noqa: E501, SIM905 - a sentence is easier to read on a line of its own, and words as a text

from random import Random

_PLACES = (
    "Oslo|the old port|Varna|the customs house|Narvik|the northern quay|Split|the island|Gdynia|the river mouth".split(
        "|"
    )
)
_THINGS = "ferries|cranes|fees|pilots|timetables|warehouses|ice charts|ledgers|tugboats|lighthouses".split("|")
_WORDS = "quiet|expensive|unfinished|crowded|forgotten|regular|uncertain|ordinary|narrow|late".split("|")
_MONTHS = "January|March|May|July|September|November".split("|")
_PEOPLE = "Admiral Serov|President Halonen|Minister Orlova|the mayor of Varna|Governor Brandt|Captain Ruiz".split("|")

_PLAIN = (
    "On the {day} of {month} {year} the {things} of {place} were {word}, and nobody in the council said why.",
    "The debate on {things} began in {year}; by {month} it had become {word}, and in {place} it has not ended yet.",
    "What officials called a “temporary measure” was still in force when {person} left {place} in {month} {year}.",
    "“Have you counted the {things}?” asked the clerk. “Twice,” said the foreman, “and twice they were {word}.”",
    "{person} said in {place} on {month} {day}, {year} that the {things} would stay where they were for another season.",
    "It's hard to tell the workers' own view of the {things}: 'they're {word}' was all that one of them would say.",
    "The word “{things}” has two meanings in {place}, and the older of the two is the {word} one.",
    "A book titled “The Slow Death of Every Harbour on This Coast” appeared in {year} and was {word} by {month}.",
    "Between {month} {year} and the spring that followed, {place} lost a third of its {things} to {word} rules.",
    "Nobody who walks through {place} in {month} would guess that its {things} were once the pride of the coast.",
    "The figures for {year} are {word}: {day} of the {things} were sold, {day} were lent, and the rest were lost.",
    "{person} wrote a letter to the council in {year} and asked for new {things}; the answer was {word}.",
    "So much for the “new era of friendly neighbours and open waters” that {person} had promised in {place}.",
    "Kommersant reported in {month} {year} that the {things} had been sold, and took it back a week later.",
)
_CITED = (
    "“A harbour is not closed by a gate,” Karpova writes of {place}, “it is closed by the insurers” [@karpova2020, p. 3].",
    'In her words, "[w]e counted forty ships in January and not one of them in June" [@karpova2020, p. 8].',
    "She remembers that ‘nobody asked where they had gone’ (@karpova2020 [p. 8]), and {place} was no exception.",
    "The pilots, “the last people who know the channel by heart”, had left {place} by {month} {year} [@karpova2020, p. 5].",
    "On {month} {day}, {year}, long before she looked at it, {place} had lost its {things} [see @karpova2020, p. 8].",
    "Writing in the Harbour Gazette on 4 May 2020, Karpova took the {things} for a sign of {word} times [@karpova2020].",
    "In May 2020 Nina Karpova argued that the {things} of {place} were merely {word} [@karpova2020, pp. 3-8].",
    "{person} warned of {word} {things} on {day} {month} {year}, a warning that Karpova repeats [@karpova2020, p. 9].",
    "Admiral Serov wrote to the harbour board in {year}; his letter is lost, but it is quoted at length [@karpova2020, p. 9].",
    "The so-called “free and open harbour for all the nations” was {word} from the first day [@karpova2020, p. 10].",
    "Karpova’s article, “Who Closes a Harbour”, is about {things}, and much of it is {word} [@karpova2020].",
    "What Germans call “Warten auf den Tag, an dem das Eis bricht” has no name in {place} [@karpova2020, p. 4].",
    "Zuenko wrote in Vzgliad on October 31 that such {things} serve another purpose than the one given [@zuenko2021wall].",
    "As Ivan Zuenko wrote in late autumn, “the wall is not needed to stop the virus” [@zuenko2021wall], and {place} agreed.",
    "I. Zuenko argued in Взгляд in October 2021 that {things} are about power, after {word} talks of {year} [@zuenko2021wall].",
    "In Russian, “стена нужна не для того, чтобы остановить вирус” sounds less {word} [@zuenko2021wall].",
    "TASS reported on 2 October that “[t]he port has been opened to all vessels” [@tass2021]; {place} was not named.",
    "Interfax reported the same {word} news about the {things} of {place} [@tass2021], and nobody denied it.",
    "{person} told reporters in {place} on {day} {month} that the {things} were ready and the tariffs {word} [@tass2021].",
    "“The sea does not forget the names”, Lee Min-ho wrote [@lee2021; as cited in @digest2021, para. 7], with {place} in mind.",
    "For @lee2021 [as cited in @digest2021, para. 7] the {things} of {place} were never merely {word}.",
    "The harbour master keeps an old timetable “because it reminds him of better days” [@holm2022].",
    "In {place}, as on the island, the mail goes “across the strait twice a week” [@holm2022], and it is {word}.",
    "Claire Dubois wrote in Le Monde on 6 November 2018 that the {things} had been sold to strangers [@dubois2018, p. 2].",
    "The French is better: «Le port dort depuis que les grues ont été vendues» [@dubois2018, p. 2].",
    "Lankov sees an old kingdom closing its {word} doors [@lankov2021; as cited in @countryreport2021russia, para. 10].",
    "Mirzaian wrote in Vzglyad on 29 September about a {word} opening [@mirzaian2021; as cited in @countryreport2021russia].",
    "Chinese maps of {year} are {word}; Zuenko’s second piece says so too [@zuenko2021a; @countryreport2021russia, para. 20].",
)
_BLOCKS = (
    (
        "Karpova puts it like this:\n\n> We counted forty ships in January and not one of them in June, and nobody asked where "
        "they had gone. [@karpova2020, p. 8]\n\n"
    ),
    (
        "On the bridge, Weber is brief:\n\n> Die Brücke schweigt, seit die Züge nicht mehr über die Grenze fahren dürfen.\n"
        "> [@weber2019, S. 14]\n\n"
    ),
)
_GERMAN = (
    "Am {day}. März {year} waren die Kräne noch da, und niemand im Rat wusste, wem sie eigentlich gehörten.",
    "„Haben Sie die Kähne gezählt?“, fragte der Schreiber. „Zweimal“, sagte der Vorarbeiter, „und zweimal fehlte einer.“",
    "Die sogenannte „neue Zeit der offenen Häfen und Grenzen“ dauerte in diesem Ort genau {day} Tage.",
    "Im Jahr {year} schrieb der Bürgermeister einen Brief an die Regierung, den in der Hauptstadt niemand las.",
    "Das Buch mit dem Titel „Vom langsamen Ende der kleinen Häfen an der Küste“ erschien {year} und war bald vergriffen.",
    "Wer im November durch die Gassen geht, hört die Möwen, die Pumpen und sonst nichts, was an früher erinnert.",
)
_GERMAN_CITED = (
    "Weber schrieb am 12. März 2019 im Elbe-Kurier, dass man den Fahrplan einfach hängen ließ [@weber2019, S. 15].",
    "„Niemand hat den Fahrplan abgeschafft“, heißt es dort, „er hängt noch immer in dem leeren Wartesaal“ [@weber2019, S. 15].",
    "»Die Brücke schweigt«, so Jonas Weber [-@weber2019, S. 14], und am {day}. Mai {year} schwieg sie schon lange.",
    "Minister Brandt sagte am {day}. Juni {year} etwas anderes, woran Weber erinnert [@weber2019, S. 16].",
    "Iwan Suenko schrieb am 31. Oktober in der Zeitung Wsgljad, Mauern seien für die Zuschauer da [@zuenko2021wall].",
    "Wie TASS am 2. Oktober 2021 meldete, sei der Hafen für alle Schiffe offen [@tass2021]; im Ort glaubte es niemand.",
    "Was die Franzosen „le port qui dort depuis que les grues sont parties“ nennen, kennt man auch hier [@weber2019, S. 20].",
    "Im Englischen steht „a harbour is not closed by a gate“ [@karpova2020, p. 3], was sich kaum übersetzen lässt.",
    "Der Beitrag „Die stille Brücke“ ist kurz, und im November {year} war er schon nicht mehr zu finden [@weber2019].",
    "Das Meer vergisst nicht [@lee2021; zitiert nach @digest2021, para. 7], und die Leute im Ort vergessen es auch nicht.",
)


def clean_draft(seed: int, *, words: int, cited: int) -> str:
    """A Markdown draft of at least so many words in English and German, with at least so many citing sentences."""
    chance = Random(seed)
    paragraphs: list[str] = []
    size = done = 0
    while size < words or done < cited:
        german = chance.random() < 0.3
        plain, quoting = (_GERMAN, _GERMAN_CITED) if german else (_PLAIN, _CITED)
        sentences = [_filled(chance.choice(plain), chance) for _ in range(chance.randint(2, 4))]
        for _ in range(chance.randint(0, 2)):
            sentences.insert(chance.randint(1, len(sentences)), _filled(chance.choice(quoting), chance))
            done += 1
        paragraph = " ".join(sentences)
        if chance.random() < 0.05:
            paragraph = chance.choice(_BLOCKS) + paragraph
            done += 1
        paragraphs.append(paragraph)
        size += len(paragraph.split())
    return "# A quiet coast\n\n" + "\n\n".join(paragraphs) + "\n"


def every_sentence(seed: int) -> list[str]:
    """Each sentence that the drafts are made of, on its own."""
    chance = Random(seed)
    return [_filled(each, chance) for each in (*_PLAIN, *_CITED, *_BLOCKS, *_GERMAN, *_GERMAN_CITED)]


def _filled(sentence: str, chance: Random) -> str:
    return sentence.format(
        place=chance.choice(_PLACES),
        things=chance.choice(_THINGS),
        word=chance.choice(_WORDS),
        month=chance.choice(_MONTHS),
        person=chance.choice(_PEOPLE),
        day=chance.randint(1, 28),
        year=chance.randint(1961, 2016),
    )
