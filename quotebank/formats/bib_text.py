"""Values of BibTeX fields: text, titles that keep their capitals, names, addresses, languages.

What both dialects need. Every function returns what stands between the outer braces of a field, balanced and
without a live command, whatever it is given.
"""

from collections.abc import Sequence

from quotebank.model.names import Name
from quotebank.text.latex import escape, verbatim_url
from quotebank.text.lines import one_line

LANGUAGES = {
    "ar": "arabic", "be": "belarusian", "bg": "bulgarian", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "et": "estonian", "fa": "persian", "fi": "finnish", "fr": "french",
    "he": "hebrew", "hi": "hindi", "hr": "croatian", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "ja": "japanese", "ka": "georgian", "kk": "kazakh", "ko": "korean", "lt": "lithuanian",
    "lv": "latvian", "mn": "mongolian", "nb": "norsk", "nl": "dutch", "no": "norsk", "pl": "polish", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sk": "slovak", "sl": "slovenian", "sr": "serbian", "sv": "swedish",
    "th": "thai", "tr": "turkish", "uk": "ukrainian", "vi": "vietnamese", "zh": "chinese",
}  # fmt: skip
"""Babel's names of languages by their BCP 47 tag, which ``langid`` is made of (biblatex manual, 3.1.1)."""

_AROUND = ",.;:?!()[]“”‘’„«»¿¡\"'"
"""Punctuation around a word, which stays outside its braces."""


def field_text(text: str) -> str:
    """`text` for an ordinary field; most texts have nothing to escape and pass as they are, the same object."""
    if text.isalnum() or not text:
        return text
    if (
        "&" in text
        or "%" in text
        or "_" in text
        or "#" in text
        or "$" in text
        or "\\" in text
        or "{" in text
        or "}" in text
        or "~" in text
        or "^" in text
        or "--" in text
        or "``" in text
        or "''" in text
        or not text.isprintable()
    ):
        return escape(text)
    return text


def field_url(url: str) -> str:
    """An address for a field that is read verbatim."""
    return verbatim_url(url.strip())


def printed_url(url: str) -> str:
    r"""An address for a field that is typeset: ``\url{...}``, or escaped text where TeX would read it otherwise.

    A per cent sign there would hide the rest of the line from pandoc, the others are special inside an argument.
    """
    address = field_url(url)
    if any(mark in address for mark in "%#^~&$\\"):
        return escape(address)
    return f"\\url{{{address}}}"


def title_text(title: str, language: str) -> str:
    """A title whose capitals survive styles that change them.

    In English, and when the language is not known, each word with a capital is braced, the first only for a capital
    inside it. Other languages have no title case: the whole title is braced once more.
    """
    if language and not is_english(language):
        text = field_text(title)
        return f"{{{text}}}" if text.strip() else text
    if field_text(title) is title:
        first, *words = title.split(" ")
        shown = [first if first[1:] == first[1:].lower() else _braced(first, first.strip(_AROUND))]
        shown += [word if word == word.lower() else _braced(word, word.strip(_AROUND)) for word in words]
        return " ".join(shown)
    first, *words = one_line(title).split(" ")
    shown = [_escaped_braced(first) if first[1:] != first[1:].lower() else field_text(first)]
    shown += [_escaped_braced(word) if word != word.lower() else field_text(word) for word in words]
    return " ".join(shown)


def _braced(word: str, core: str) -> str:
    """A word in braces, the punctuation around its core outside."""
    before, _, after = word.partition(core)
    return f"{before}{{{core}}}{after}"


def _escaped_braced(word: str) -> str:
    """A word with something to escape in braces, in two pairs when a command begins it.

    BibTeX takes a brace and a backslash for an accented letter, whose case it does change.
    """
    core = word.strip(_AROUND)
    before, _, after = word.partition(core)
    text = field_text(core)
    return f"{before}{{{{{text}}}}}{after}" if text.startswith("\\") else f"{before}{{{text}}}{after}"


def is_whole_number(text: str) -> bool:
    """Whether `text` is a number to biblatex and biber, which take no other for a volume."""
    return text.isascii() and text.isdigit()


def is_english(language: str) -> bool:
    """Whether a BCP 47 tag is English's."""
    return language[:2].lower() == "en" and not language[2:3].isalpha()


def language_name(language: str) -> str:
    """The name babel and biblatex have for a BCP 47 tag, or ``""``."""
    return LANGUAGES.get(language.replace("_", "-").split("-")[0].lower(), "") if language else ""


def name_list(names: Sequence[Name]) -> str:
    """Names for an author or translator field: ``Lankov, Andrei and {World Bank}``; nameless ones are left out."""
    if len(names) == 1:
        return _name(names[0])
    if names and names[-1].literal == "others":
        # The styles' own word for all who are not named.
        return " and ".join([name_list(names[:-1]), "others"])
    return " and ".join([shown for name in names if (shown := _name(name))])


def _name(name: Name) -> str:
    if name.literal:
        return _institution(name.literal)
    family, given = _part(name.family), _part(name.given)
    if not family:
        return _institution(name.display)
    last = f"{{{family}}}" if _is_split(family) else family
    if name.particle and (particle := _part(name.particle)):
        last = f"{particle} {last}"
    if name.suffix and (suffix := _part(name.suffix)):
        # Without a given name the second of two parts would be taken for one.
        return f"{last}, {suffix}, {given}" if given else _institution(name.display)
    if given:
        return f"{last}, {given}"
    return last if "{" in last or " " not in last else f"{{{last}}}"


def _institution(text: str) -> str:
    shown = field_text(text).strip()
    return f"{{{shown}}}" if shown else ""


def _part(text: str) -> str:
    """One part of a name, in braces where BibTeX or biber would read more than a name in it."""
    if text.isalpha():
        return text if text.lower() not in ("and", "others") else f"{{{text}}}"
    shown = field_text(text).strip()
    if not shown:
        return ""
    words = shown.lower().split()
    special = "and" in words or "others" in words or any(mark in shown for mark in ',=\\{"')
    return f"{{{shown}}}" if special or not any(char.isalnum() for char in shown) else shown


def _is_split(family: str) -> bool:
    """Whether BibTeX would take the beginning of a family name for a particle: ``bin Salman``."""
    return " " in family and family[0] != "{" and any(word[:1].islower() for word in family.split()[:-1])
