"""LaTeX's commands for letters and signs, and the characters they print.

Accents and letters are those of LaTeX's own encodings T1 and TS1 (LaTeX 2e font selection, ltoutenc), the Cyrillic
names those of T2A (cyrillic bundle, ``cyoutenc``), the formatting commands those of LaTeX and biblatex.
"""

ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331", "G": "\u030f", "U": "\u030e", "C": "\u030f", "f": "\u0311", "t": "\u0361",
    "textcommabelow": "\u0326",
}  # fmt: skip
"""Combining characters by the command that puts them on a letter."""

LETTERS = {
    "ss": "ß", "SS": "SS", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
    "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ",
    "ng": "ŋ", "NG": "Ŋ", "ij": "ĳ", "IJ": "Ĳ",
}  # fmt: skip
"""Letters by their commands."""

SYMBOLS = {
    "textendash": "–", "textemdash": "—", "textquotedblleft": "“", "textquotedblright": "”", "textquoteleft": "‘",
    "textquoteright": "’", "textquotedbl": '"', "textquotesingle": "'", "quotedblbase": "„", "quotesinglbase": "‚",
    "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘", "flqq": "«", "frqq": "»", "guillemotleft": "«",
    "guillemotright": "»", "guillemetleft": "«", "guillemetright": "»", "guilsinglleft": "‹", "guilsinglright": "›",
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textbraceleft": "{", "textbraceright": "}",
    "textless": "<", "textgreater": ">", "textbar": "|", "textdollar": "$", "textunderscore": "_",
    "textasteriskcentered": "*",
    "textasciigrave": "`", "textpercent": "%", "textampersand": "&", "texthash": "#",
    "copyright": "©", "textcopyright": "©", "textregistered": "®", "texttrademark": "™", "texteuro": "€", "euro": "€",
    "EUR": "€", "pounds": "£", "textsterling": "£", "textyen": "¥", "textcent": "¢", "S": "§", "textsection": "§",
    "P": "¶", "textparagraph": "¶", "dag": "†", "ddag": "‡", "textdagger": "†", "textdaggerdbl": "‡", "ldots": "…",
    "dots": "…", "textellipsis": "…", "textbullet": "•", "textdegree": "°", "textnumero": "№", "textordfeminine": "ª",
    "textordmasculine": "º", "textexclamdown": "¡", "textquestiondown": "¿", "textperiodcentered": "·", "slash": "/",
    "textonequarter": "¼", "textonehalf": "½", "textthreequarters": "¾", "texttimes": "×", "textdiv": "÷",
    "textpm": "±",
    "LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX", "nobreakspace": " ", "space": " ", "quad": " ", "qquad": " ",
    "thinspace": " ", "enspace": " ", "textvisiblespace": "␣", "textmu": "µ", "textminus": "−",
    "newblock": " ", "newline": " ", "par": " ", "-": "", "/": "", "relax": "", "protect": "", "noopsort": "",
}  # fmt: skip
"""Signs, spaces and what prints nothing, by their commands."""

UNWRAPPED = frozenset(
    """
    emph textit textbf textsc texttt textrm textsf textup textmd textsl textnormal textlatin mkbibemph mkbibitalic
    mkbibbold uppercase MakeUppercase underline uline ul mbox hbox text textcyrillic textcyr
    textgreek textsuperscript textsubscript mkbibparens mkbibbrackets nocase ensuremath
    """.split()  # noqa: SIM905 - a list of words is easier to read so
)
"""Commands whose one argument is what they print."""

QUOTED = {"enquote": ("“", "”"), "mkbibquote": ("“", "”"), "textquote": ("“", "”")}
"""Commands that put their argument in quotation marks."""

SECOND = frozenset(("foreignlanguage", "textlang", "href", "textcolor", "fontencoding"))
"""Commands of two arguments that print the second."""

SWITCHES = frozenset(
    """
    em it bf sc tt rm sf sl itshape bfseries scshape ttfamily rmfamily sffamily upshape mdseries normalfont cyr
    cyrillic selectlanguage small footnotesize large
    """.split()  # noqa: SIM905
)
"""Commands that change the type from where they stand, and print nothing."""

_CYRILLIC = (
    "a:а b:б v:в g:г d:д e:е zh:ж z:з i:и ishrt:й k:к l:л m:м n:н o:о p:п r:р s:с t:т u:у f:ф h:х c:ц ch:ч sh:ш "
    "shch:щ hrdsn:ъ ery:ы sftsn:ь erev:э yu:ю ya:я yo:ё ie:є ii:і yi:ї gup:ґ ushrt:ў je:ј lje:љ nje:њ dje:ђ tshe:ћ "
    "dzhe:џ dze:ѕ schwa:ә kdsc:қ ndsc:ң otld:ө y:ү yhcrs:ұ hdsc:ҳ shha:һ"
)

CYRILLIC = {
    **{f"cyr{name}": letter for name, _, letter in (pair.partition(":") for pair in _CYRILLIC.split())},
    **{f"CYR{name.upper()}": letter.upper() for name, _, letter in (pair.partition(":") for pair in _CYRILLIC.split())},
}
"""Cyrillic letters by their commands."""
