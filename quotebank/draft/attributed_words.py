"""The words and patterns with which prose attributes something, in English, German, French and Russian.

Our own compilation. Verbs are of four kinds: what is *written* is written by an author; what is *argued* may have been
argued anywhere; what is *said* is often said by somebody other than the author; what is *reported*, outlets report.
"""

import re
from functools import cache

from quotebank.draft.quoted_sentences import ASIDE, NAMED

WRITE, ARGUE, SAY, REPORT = "write", "argue", "say", "report"

_VERBS = {
    WRITE: """
        wrote writes written schrieb schreibt schrieben geschrieben écrit écrivait écrivit écrivaient писал писала
        писали
        пишет пишут написал написала написали
    """,
    ARGUE: """
        argued argues contends contended maintains maintained claims claimed suggests suggested concludes concluded
        observes observed predicts predicted argumentiert argumentierte meint meinte behauptet behauptete folgert
        folgerte
        soutient soutenait estime estimait affirme affirmait avance avançait conclut утверждает утверждал
        утверждала считает
        считал считала полагает полагал полагала отмечает отмечал отмечала
    """,
    SAY: """
        said says told tells stated states warns warned notes noted sagt sagte erklärt erklärte betont betonte
        warnt warnte
        dit disait déclare déclarait déclaré сказал сказала говорил говорила говорит заявил заявила заявляет
    """,
    REPORT: """
        reported reports berichtet berichtete berichteten meldet meldete rapporte rapportait rapporté rapportaient
        relate
        relatait сообщил сообщила сообщило сообщили сообщает сообщают сообщал сообщала передаёт передает передал
    """,
}

_MONTHS = (
    "January Jan Januar Jänner janvier января январе", "February Feb Februar février февраля феврале",
    "March Mar März mars марта марте", "April Apr avril апреля апреле",
    "May Mai mai мая мае", "June Jun Juni juin июня июне",
    "July Jul Juli juillet июля июле", "August Aug août августа августе",
    "September Sep Sept septembre сентября сентябре", "October Oct Oktober octobre октября октябре",
    "November Nov novembre ноября ноябре", "December Dec Dezember décembre декабря декабре",
)  # fmt: skip

_PIECE = r"""(?:article|essay|column|op-ed|piece|commentary|editorial|analysis|Artikel|Beitrag|Aufsatz|Kommentar|Kolumne
    |tribune|chronique|éditorial|texte|статье|колонке|заметке|материале)"""
_KIND = r"""(?:newspaper|daily|weekly|magazine|journal|website|paper|agency|news[ ]agency|Zeitung|Tageszeitung
    |Zeitschrift|Wochenzeitung|Nachrichtenagentur|Agentur|Magazin|quotidien|hebdomadaire|revue|agence|газете|журнале
    |издании|газеты|журнала|агентство|агентству|газета)"""
_ARTICLE = r"(?:the|der|dem|die|das|den|le|la|les|l['’])"
_WEEKDAY = r"""(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend
    |lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"""
_CAPITAL = r"[^\W\d_a-zß-öø-ÿа-яёіїєґ]"
_LOWER = r"(?:von|van|de|der|den|di|da|du|dos|la|le|al|el|bin|ibn|zu)"
NAME_WORDS = 6
"""Words a name may have."""

_STARTERS = frozenset(
    """
    the a an but and as in on at by for from when while where after before since although though because if so yet
    or nor
    he she they it we i you his her their its this that these those there here who what which also later then earlier
    today yesterday still even only both one two some many most all no not mr mrs ms dr president professor
    und aber wie als der die das den dem ein eine er sie es wir ich am im auch später dann schon noch doch so da
    dort hier
    mais et comme il elle ils elles on nous je le la les l un une ce cette ces dans en au aux puis selon
    но и как а он она они оно мы я в во на с о об из за по это эта этот эти тогда так потом
    """.split()  # noqa: SIM905
)
"""Words that begin a sentence with a capital and are no part of the name behind them."""


def is_no_name(word: str) -> bool:
    """Whether a word with a capital is no part of a name: it begins a sentence, or is a month."""
    initial = len(word) == len("A.") and word.endswith(".")
    return not initial and (word.casefold().strip(".’'") in _STARTERS or word in month_numbers())


@cache
def verb_kinds() -> dict[str, str]:
    """The kind of each verb."""
    return {verb: kind for kind, verbs in _VERBS.items() for verb in verbs.split()}


@cache
def month_numbers() -> dict[str, int]:
    """The number of each month's name, January 1."""
    return {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}


@cache
def verbs() -> "re.Pattern[str]":
    """Any of the verbs; or somebody's article (``Zuenko’s column``), which is written."""
    told = "|".join(sorted(verb_kinds(), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w’'-])(?P<verb>{told})(?![\w’'-])|(?<=\w)[’']s[ ](?:[\w-]+[ ])?(?P<piece>{_PIECE})(?![\w-])",
        re.VERBOSE,
    )


@cache
def names() -> "re.Pattern[str]":
    """A name: words with capitals, initials, and the little words of noble names between them."""
    word = rf"{_CAPITAL}(?:[\w’ʼ'-]*\w|[.])?[’ʼ]?"
    return re.compile(rf"(?<![\w-]){word}(?:[ \u00a0\n]+(?:{_LOWER}[ ]+)?{word}){{0,{NAME_WORDS - 1}}}")


@cache
def between() -> "re.Pattern[str]":
    """What may stand between a subject and its verb: a citation, an apposition, auxiliaries and adverbs."""
    return re.compile(
        rf"""(?:[\s(\[{NAMED}{ASIDE}]*+[)\]]?+)(?:,[^,.;:()]{{1,60}},)?+\s*+
        (?:(?:has|had|have|also|later|then|once|recently|already|further|rightly|a|avait|l['’]a|l['’]avait|hat
        |hatte|auch
           |später|damals|bereits|aussi|ensuite|également|также|тогда|позже|ранее|уже)\s++){{0,2}}""",
        re.VERBOSE,
    )


@cache
def objects() -> "re.Pattern[str]":
    """What is written where that is no source: ``wrote a letter``, ``wrote to the board``, ``schrieb an den Rat``."""
    return re.compile(
        rf"""\s+(?:(?:an?|the|his|her|their|its|two|three|several|many|einen|einem|eine|ein|seinen|seine|ihren|ihre
        |un|une|des
            |son|sa|ses)\s+(?!(?:[\w-]+\s+)?{_PIECE}(?!\w))|(?:to|back|home|off|down|an|à|aux?|письм\w+|книг\w+)(?!\w))""",
        re.VERBOSE,
    )


@cache
def governed() -> "re.Pattern[str]":
    """A word before a name that makes it part of another phrase: the mayor of Varna is not Varna."""
    return re.compile(
        r"""(?<!\w)(?:of|in|from|at|to|for|by|with|on|near|over|under|against|between|von|vom|aus|bei|zu|mit|für
        |gegen|über
            |unter|bis|de|du|des|à|au|aux|avec|pour|chez|contre|из|от|в|во|на|для|по|с|со|под|над|за|к|у|про|о|об)\s+\Z""",
        re.VERBOSE,
    )


@cache
def title_before() -> "re.Pattern[str]":
    """What may stand between a verb and the subject behind it: ``schrieb der Politologe``, ``a rapporté l’agence``."""
    return re.compile(rf"\s+(?:(?:{_ARTICLE}\s*[\w-]+|агентство|газета|журналист|политолог)\s+)?+", re.VERBOSE)


@cache
def leads() -> "re.Pattern[str]":
    """The beginning of a clause with what may be a date or an outlet, up to that: ``as on`` of ``as on 2 October``."""
    return re.compile(
        r"""(?:\A|(?<=[,;:—–(.!?”"»]))\s*(?:(?:But|And|As|as|Wie|wie|Comme|comme|Как|как|Writing|writing|Already
        |Schon|Bereits|Und|Mais|Et|И|Но)\s+)?
        (?=(?:[Oo]n|[Ii]n|[Aa]m|[Ii]m|[Ll]e|[Ee]n|[Dd]ans|[Вв]|[Вв]о|[Ff]or|[Pp]our|[Ff]ür)\s|\d)""",
        re.VERBOSE,
    )


@cache
def items() -> "re.Pattern[str]":
    """One thing said of what is attributed: ``on 2 October 2021``, ``in the daily Vzglyad``, ``in an article``."""
    return re.compile(
        rf"""[,(]?\s*+(?:
            (?P<filler>(?:(?:[Ii]n|for|[Dd]ans|[Ee]n|pour|[Вв]|[Вв]о)\s+)?(?:an?|his|her|their|the|einem|einer
            |seinem|seiner|ihrem|ihrer|un|une
                |son|sa|своей|своём|своем)?\s*(?:recent|new|long|short|kurzen|langen|недавней)?\s*{_PIECE}(?![\w-])
                (?:\s+(?:published|printed|erschienen|paru|parue|publié|publiée|опубликованной))?)
          | (?:(?:published|dated|printed)\s+)?(?:(?P<prep>[Oo]n|[Ii]n|of|from|[Ii]m\s+Jahre?|[Ii]m\s+Monat|[Aa]m
          |[Ii]m|vom|[Ll]e|[Ee]n|du|[Вв]о?|от)\s+)?
            (?:{_WEEKDAY},?\s+)?(?P<date>{_date()})(?:\s+(?:года|году|г\.))?
          | (?:published\s+)?(?:[Ii]n|[Ff]or|to|[Ff]ür|[Ii]m|bei|[Dd]ans|[Pp]our|[Вв]о?
          |для)\s+(?:{_ARTICLE}\s*)?(?:{_KIND}\s+)?
            (?P<outlet>[«“"„]\s?[^«»“”"„\n]{{2,60}}\s?[»”"“]|(?:The\s+)?{_CAPITAL}[\w’'&.-]*(?:\s+(?:(?:of|and|der
            |für|de|du|des)\s+)?
              {_CAPITAL}[\w’'&.-]*){{0,4}})
        )[)]?""",
        re.VERBOSE,
    )


@cache
def dates() -> "re.Pattern[str]":
    """A date by its parts: named groups ``d1 m1 y1`` and so on for each way of writing it."""
    return re.compile(_date(named=True), re.VERBOSE)


def _date(*, named: bool = False) -> str:
    month = "|".join(sorted(month_numbers(), key=len, reverse=True))
    form = rf"""(?:
        {{d1}}[0-3]?\d)(?:st|nd|rd|th|er|\.)?\s+(?:of\s+|de\s+)?{{m1}}{month})\b\.?(?:,?\s+{{y1}}\d{{{{4}}}})(?!\d))?
      | {{m2}}{month})\.?\s+{{d2}}[0-3]?\d)(?:st|nd|rd|th)?(?!\d)(?:,?\s+{{y2}}\d{{{{4}}}})(?!\d))?
      | {{y3}}\d{{{{4}}}})-{{m3}}[01]\d)-{{d3}}[0-3]\d)(?!\d)
      | {{d4}}[0-3]?\d)\.\s?{{m4}}[01]?\d)\.\s?{{y4}}\d{{{{4}}}})(?!\d)
      | {{m5}}{month})\b\.?(?:,?\s+(?:of\s+|de\s+)?{{y5}}\d{{{{4}}}})(?!\d))?
      | {{y6}}(?:1[89]|20)\d\d)(?![\d-])
    )"""
    groups = {f"{part}{number}": f"(?P<{part}{number}>" if named else "(?:" for part in "dmy" for number in range(1, 7)}
    return form.format(**groups)
