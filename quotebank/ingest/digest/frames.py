"""The frames in which prose names a source: what stands before and after an outlet's name.

A frame is two patterns on the letters of a row (`quotebank.ingest.digest.units`), one that ends where the outlet's
unit begins and one that begins where it ends. The same frames serve every language; what the words of a language show
is in its lexicon.
"""

# ruff: noqa: E501 -- one frame a line

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

ADJUNCT = r"(?:x(?![io])|,?[DI]|,?\([^()]{0,12}\)|,?o[PC](?:/[PCw])?(?![S])|,?iP(?=[,:]))*"
"""What may stand between an outlet and the rest of its frame: a date, an issue, a bracket, a place."""

START = r"(?:^\(?|[.;|]\"?|:\"?|[.,]?\"[,.]?-?|\)\.?|(?:^|[.;\"])(?:w,?|mw?|D,?|c,?|wiw,|i[ep]xD?,|[ei][PCw]+,?|iew,|iewo?e?[wC],){1,2})"
"""Where a sentence or clause begins, a few words of introduction included."""


class Frame(NamedTuple):
    """A way of naming a source, and how surely it names one.

    `before` ends where the outlet begins, `after` begins where it ends, with `skips` after the adjuncts; with `opens` a
    clause must begin where `before` does. `known` and `unknown` weigh (0 to 100) how surely a known outlet, and a
    phrase nobody knows, is a source there; `letters` are those of the phrases it may make an outlet of if nobody knows
    them. `way` says where the claim stands: ``after`` (from its sentence on), ``before`` (up to it), ``sentence``.
    `gloss` is what a person reads, `languages` those that it is for, with spaces between (``""``: all).
    """

    name: str
    before: str
    after: str
    known: int
    unknown: int
    way: str
    gloss: str
    letters: str = "CKQYTNU"
    languages: str = ""
    opens: bool = False
    skips: bool = False


def _frame(  # noqa: PLR0913, PLR0917
    name: str,
    before: str,
    after: str,
    weights: tuple[int, int],
    way: str,
    gloss: str,
    letters: str = "CKQYTNU",
    languages: str = "",
) -> Frame:
    """A frame as the table writes it: ``{START}`` before it opens a clause, ``ADJ`` skips the outlet's adjuncts."""
    frame = Frame(
        name, before.removeprefix("{START}"), after.removeprefix("ADJ"), *weights, way, gloss, letters, languages
    )
    return frame._replace(opens=frame.before != before, skips=frame.after != after)


_E2 = r"(?:[PC]S|C-?S)?[em]?(?:[wPC]?k)?e?"
"""What may stand directly before an outlet: a country's possessive, an article, "the same", "newspaper"."""

FRAMES = (
    _frame("fronted, dated", rf"i{_E2}", r"(?:,?[DI]|\([DI])", (95, 85), "after", "in OUTLET, with a date or issue"),
    _frame("dated before", r"(?:^|i|[.;,]\"?|[wovc])e?DS?", r"", (92, 82), "after", "a date directly before OUTLET", "CKQYT"),
    _frame("fronted, dated later", rf"{{START}}i{_E2}", r",?[emw]{1,3}\(?,?D", (90, 60), "after", "in OUTLET, with a date", "KQYT"),
    _frame("issue of", rf"(?:Io?{_E2}|(?:^|[^oDIOCKQYTUN])D(?:Sw?k?)?|I,?D{_E2})", r"", (92, 84), "after", "an issue of OUTLET", "CKQYT"),
    _frame("fronted", rf"{{START}}i{_E2}", r"ADJ,?(?:[vs]|[NC]|w|e|p|c)", (88, 28), "after", "a sentence begins in OUTLET"),
    _frame("author in", rf"[NC](?:,?[DI])*,?(?:\(.{{0,8}}\))?(?:,e?r[^.,]{{0,5}},)?i{_E2}", r"ADJ,?(?:[vs]|w|:)", (92, 50), "after", "AUTHOR in OUTLET"),
    _frame("author, dated, in", rf"(?:[NC],?D,?|D,?[NC],?)(?:c[NC])?i{_E2}", r"ADJ,?(?:[vs]|w|:|,)", (96, 80), "after", "AUTHOR on a date in OUTLET"),
    _frame("interview with", rf"{{START}}(?:ie?)?t{_E2}", r",", (92, 62), "after", "in an interview with OUTLET"),
    _frame("reports styled", rf"(?:[,\"]-?w?|[.]\"-?)v(?:[wopeik]{{0,6}})?{_E2}", r"[iew.]", (90, 58), "before", "reports OUTLET", "TQY"),
    _frame("writes in", rf"v(?:D|e?w|e?r?N|p)?,?[ia]{_E2}", r"", (92, 66), "after", "writes in OUTLET"),
    _frame("says in", rf"s(?:e?w|N|p)?,?i{_E2}", r"ADJ[.,;:]", (80, 30), "after", "says in OUTLET"),
    _frame("subject", rf"{{START}}{_E2}", r"ADJ(?:,e?[OTCK]){0,6}(?:ce?[OTCK])?,?w?v", (92, 48), "after", "OUTLET reports"),
    _frame("subject, dated", rf"{{START}}{_E2}", r"(?:,?[DI]|\([DI][^()]{0,9}\)),?[wsvc]", (88, 56), "after", "OUTLET, with a date or issue"),
    _frame("opens a block, dated", r"^\"?e?k?", r"(?:,?D|\(D[^()]{0,6}\)),?[wsvc]", (90, 66), "after", "a block opens with OUTLET and a date"),
    _frame("with an issue", r"", r",?\(?I", (92, 82), "after", "OUTLET and an issue number"),
    _frame("subject, says", rf"{{START}}{_E2}", r"ADJ,?w?s", (76, 22), "after", "OUTLET says"),
    _frame("opens a block", r"^e?k?", r"ADJ,?w?[wspv]", (80, 34), "after", "a block opens with OUTLET", "CTYU"),
    _frame("fronted, styled", rf"{{START}}i{_E2}", r"ADJ(?:,|\"|:)", (90, 48), "after", "in or for OUTLET", "TQKY"),
    _frame("subject in clause", rf"[,wc]{_E2}", r"ADJ(?:,e?[OTC]){0,6}(?:ce?[OTC])?v", (78, 36), "after", "OUTLET reports"),
    _frame("according to", rf"a(?:e?w?[rx]o?)?{_E2}", r"", (92, 60), "sentence", "according to OUTLET"),
    _frame("reports OUTLET", rf"(?:[,\"]-?w?|[.]\"-?)v(?:w|p|e?r?N,?)?{_E2}", r"ADJ(?:[.,;:w\"cp(]|$)", (94, 68), "before", "reports OUTLET"),
    _frame("reports known", rf"(?:[,\"]-?w?|[.]\"-?)[vs][wopeik]{{0,6}}{_E2}", r"", (90, 0), "before", "reports OUTLET"),
    _frame("subject, any verb", rf"{{START}}{_E2}", r"ADJ,?w", (74, 0), "after", "OUTLET is the subject"),
    _frame("ends a sentence", rf"[,\"]-?w{_E2}", r"D?[.]", (72, 44), "before", "a claim, then OUTLET", "UTQKY"),
    _frame("author, participle, in", rf"[NC],[wv]D?i{_E2}", r"", (84, 58), "after", "AUTHOR, writing in OUTLET"),
    _frame("adjective, outlet, dated", "{START}e?[CPw]", r"(?:\(|,?)D", (86, 60), "after", "OUTLET, after its town or country, with a date", "QKTY"),
    _frame("author, any verb, in", rf"[NC](?:,?[DI])*,?w?i{_E2}", r"", (84, 0), "after", "AUTHOR in OUTLET"),
    _frame("newspaper behind", r"[ei]?[ei][wPC]?", r"k(?:[.,;:vsw]|$)", (88, 72), "after", "the OUTLET newspaper", "CKQYT"),
    _frame("verb first", rf"(?:^|[.;:]|[wCPNDI])v(?:w|p)?{_E2}", r"ADJ(?:[.,;:w\"vei]|$)", (82, 44), "sentence", "reports OUTLET"),
    _frame("says OUTLET", rf"[,\"]-?w?s(?:w|p)?{_E2}", r"ADJ(?:[.,;:\"w]|$)", (90, 50), "before", "says OUTLET"),
    _frame("OUTLET reports", rf"[,\"]-?{_E2}", r"ADJw?vD?w?(?:D)?[.,;\"]?", (92, 62), "before", "a claim, then OUTLET reports"),
    _frame("OUTLET says", rf"[,\"]-?{_E2}", r"ADJsD?[.,;\"]", (86, 40), "before", "a claim, then OUTLET says"),
    _frame("possessive", r"", r"S(?:D|w)*r?[NC](?:,?[DI])*(?:[vs.,;:w(]|Y)", (84, 50), "after", "OUTLET's AUTHOR"),
    _frame("country's outlet", "{START}[PC]S", r"ADJ,?w?[vsw]", (86, 56), "after", "a country's OUTLET", "CTYKQ"),
    _frame("in outlet, author", rf"{{START}}i{_E2}", r"ADJ,Nw?v", (95, 64), "after", "in OUTLET, AUTHOR writes"),
    _frame("possessive, name", r"", r"SN", (86, 68), "after", "OUTLET's AUTHOR"),
    _frame("authors of", r"N(?:c|,c?)N[oi]e?", r"", (84, 60), "after", "AUTHORS of OUTLET"),
    _frame("author, in", rf"N,i{_E2}", r",", (92, 66), "after", "AUTHOR, in OUTLET"),
    _frame("subject, apposition", rf"{{START}}{_E2}", r",[^.,]{2,12},w?[vs]", (84, 46), "after", "OUTLET, described, reports"),
    _frame("possessive article", r"", r"S(?:D|w)*x", (84, 62), "after", "OUTLET's article"),
    _frame("role", rf"r(?:[io]|[iow]e|oi)?{_E2}", r"", (80, 52), "after", "a writer of OUTLET"),
    _frame("author of", r"[NC](?:[io]|oi)e?", r"ADJ[vs:]", (80, 40), "after", "AUTHOR of OUTLET"),
    _frame("author, outlet", r"(?:^|[.;])N,", r"ADJ[:,vs]", (84, 52), "after", "AUTHOR, OUTLET"),
    _frame("author, of outlet", rf"[NC],o{_E2}", r"[,:]", (88, 60), "after", "AUTHOR, of OUTLET"),
    _frame("in capitals", r"", r"", (0, 26), "sentence", "OUTLET in capitals", "K"),
    _frame("author (outlet)", r"[NC]\(e?", r"[^().]{0,8}\)", (90, 60), "after", "AUTHOR (OUTLET)"),
    _frame("outlet (author)", rf"{{START}}{_E2}", r"\(N\)", (85, 50), "after", "OUTLET (AUTHOR)"),
    _frame("article in", rf"x(?:w|D|N|oN|oe?w)?[io]{_E2}", r"", (88, 64), "after", "an article in OUTLET"),
    _frame("told", rf"t{_E2}", r"", (88, 46), "sentence", "said to OUTLET"),
    _frame("told, quoted", rf"t{_E2}", r"", (88, 62), "sentence", "said to OUTLET", "Q", "ru de fr"),
    _frame("writing in", rf"j{_E2}", r"", (96, 90), "after", "writing in OUTLET"),
    _frame("told at the end", rf"t{_E2}", r"ADJ[.]", (90, 52), "sentence", "said to OUTLET"),
    _frame("date, verb, outlet", rf"{{START}}D,?v(?:w|p)?{_E2}", r"", (90, 60), "after", "on a date OUTLET reports", "CKQYTU"),
    _frame("said to", r"[vs]D?(?:[gr]|e?r|C)?[CN]e", r"ADJ[.,]", (88, 50), "sentence", "said to OUTLET", "CKQYT", "de"),
    _frame("kind, quoted", r"k", r"", (80, 48), "after", "the newspaper OUTLET", "QYK"),
    _frame("according to, adjective", r"a[wPC]", r"", (88, 48), "sentence", "according to OUTLET", "QKT"),
    _frame("compound", r"e", r"-[Crxk]", (84, 52), "after", "OUTLET's staff", "Q"),
    _frame("domain at the end", r"[iows]e?", r"[.]?$", (82, 40), "before", "OUTLET's address at the end", "U"),
    _frame("author of, in", r"[NC]oi?e?", r"[i,]", (84, 50), "after", "AUTHOR of OUTLET", "QKTY"),
    _frame("in its issue", _E2, r",?i[ep]?[wD]?x", (90, 70), "after", "OUTLET in its issue of", "CQTKYU"),
    _frame("in the issue of", r"i[ep]?[wD]?x(?:o?D)?", r"", (90, 60), "after", "in an issue of OUTLET", "QTKY"),
    _frame("number of", r"x(?:w?k)?", r"", (88, 60), "after", "a number of OUTLET", "QTKY", "ru"),
    _frame("adjective, outlet", "{START}e?[CPw]", r"ADJ,?w?v", (84, 50), "after", "OUTLET, after its town or country, reports", "QKTY"),
    _frame("on a date in", rf"D,?(?:w,?)?i{_E2}", r"ADJ,?[NC]", (95, 80), "after", "on a date in OUTLET AUTHOR"),
    _frame("author in, loosely", rf"[NC](?:,?[DI])*,?i{_E2}[wD]", r"", (86, 56), "after", "AUTHOR in OUTLET", "QTKY"),
    _frame("role, outlet, author", r"re?", r"N", (90, 72), "after", "a writer of OUTLET, AUTHOR"),
    _frame("outlet, role, author", r"", r",?(?:[wP]?r)[NC](?:,?[DI])*,?[vsw:]", (90, 62), "after", "OUTLET's writer AUTHOR"),
    _frame("told, dated", rf"t{_E2}", r"(?:,|\()?[eo]?D", (92, 80), "sentence", "said to OUTLET on a date", "CKQYTU"),
    _frame("kind", r"kw?", r"ADJ(?:(?:,w,)?w?[vs]|[.:])", (88, 74), "after", "the newspaper OUTLET"),
    _frame("kind, known", r"kw?", r"w?[pw]", (76, 0), "after", "the newspaper OUTLET"),
    _frame("kind after", rf"{{START}}{_E2}", r",?e?w?k,?[vs]", (85, 66), "after", "OUTLET, a newspaper"),
)  # fmt: skip
"""The frames, in no order: the one that weighs most counts."""


class Scanner:
    """Finds frames in the letters of rows; made once for a digest, of the frames that fit its language.

    Frames that agree in what stands before the outlet are looked for together, in all rows at once.
    """

    def __init__(self, language: str) -> None:
        self._start = re.compile(_in_line(f"{START}$").replace("(?:^", "(?:(?m:^)"))
        self._adjunct = re.compile(_in_line(ADJUNCT))
        groups: dict[str, list[Frame]] = {}
        for frame in FRAMES:
            if not frame.languages or language in frame.languages.split():
                groups.setdefault(frame.before, []).append(frame)
        self._groups = [
            (self._before(before, frames), [(frame, self._after(frame)) for frame in frames])
            for before, frames in groups.items()
        ]

    @staticmethod
    def _before(before: str, frames: Sequence[Frame]) -> "re.Pattern[str]":
        letters = "".join(sorted({"O", "U", "Y", "K", "T"}.union(*(frame.letters for frame in frames))))
        return re.compile(_in_line(f"(?m)(?:{before})([{letters}])"))

    @staticmethod
    def _after(frame: Frame) -> "re.Pattern[str] | None":
        return re.compile(_in_line(f"(?m){frame.after}")) if frame.after else None

    def scan(self, rows: Sequence[str]) -> Iterator[tuple[Frame, int, int]]:
        """Every frame that fits in the letters of some rows: the frame, the row, the unit it would make a source of."""
        tags = "\n".join(rows)
        begins = list(accumulate((len(row) + 1 for row in rows), initial=0))
        starts: dict[int, bool] = {}
        ends: dict[int, int] = {}
        for before, frames in self._groups:
            number, match = 0, before.search(tags)
            search = before.search
            while match:
                first, place = match.start(), match.start(1)
                letter = tags[place]
                for frame, after in frames:
                    may_fit = letter in "OUYKT" or letter in frame.letters
                    if may_fit and self._fits(frame, after, tags, first, place, starts, ends):
                        while begins[number + 1] <= place:
                            number += 1
                        yield frame, number, place - begins[number]
                match = search(tags, first + 1)

    def _fits(
        self, frame: Frame, after: "re.Pattern[str] | None", tags: str, first: int, place: int,
        starts: dict[int, bool], ends: dict[int, int],
    ) -> bool:  # fmt: skip
        """Whether what stands behind the unit at `place` fits, and a clause begins at `first` if the frame asks for it."""
        if after is not None:
            end = place + 1
            if frame.skips:
                if place not in ends:
                    match = self._adjunct.match(tags, end)
                    ends[place] = match.end() if match else end
                end = ends[place]
            if not after.match(tags, end):
                return False
        if frame.opens and first not in starts:
            starts[first] = self._start.search(tags, max(0, first - 14), first) is not None
        return not frame.opens or starts[first]


def _in_line(pattern: str) -> str:
    """A pattern whose negated sets do not reach into the next row."""
    return pattern.replace("[^", "[^\\n")
