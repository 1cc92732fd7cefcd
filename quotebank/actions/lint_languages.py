"""Which language a short stretch of text is in, by its commonest words: enough to tell a translation from an original.

Our own lists. A proper detector takes longer to load than everything else that `lint` does.
"""

from functools import cache

from quotebank.text.quotation_words import main_script

_COMMON = {
    "en": "the of and to in is that it for was on are as with his they at be this from have or by not but what were we",
    "de": "der die das und ist in den von zu mit sich des auf für nicht ein eine als auch es an werden aus er hat sie",
    "fr": "le la les de des et un une est que qui dans en du pour pas au sur ne se plus par ce il sont avec cette nous",
    "es": "el la los las de y que en un una es por con no se del al lo como más pero su para son está este sus",
    "it": "il la le di e che un una è per non in del della con si da sono come più gli al ma dei nel alla questo",
    "pt": "o a os as de e que em um uma é por com não se do da no na para mais como mas dos são foi ao",
    "pl": "w i na z się nie do to że jest o jak od za po przez ale przy są dla czy być tylko tym już",
    "nl": "de het een en van is in dat op te zijn met voor niet aan er om ook als maar bij door naar uit nog",
    "ru": "и в не на что с по как это но из к у за от для о все он она они мы так был была были его их же бы",
    "uk": "і в не на що з до як це але із у за від для про все він вона вони ми так був була були його їх та й",
    "bg": "и в не на че с за от да се е са по като но той тя те ще има му си това",
}
_LEAST = 0.15
_SAMPLE = 3000


def language_of(text: str) -> str:
    """The language most of a text's common words are of (ISO 639-1); ``""`` where too few of them tell."""
    words = [word.strip(".,;:!?…“”„«»\"'’()[]") for word in text[:_SAMPLE].casefold().split()]
    if not words:
        return ""
    counts = {tag: sum(word in common for word in words) for tag, common in _tables().items()}
    best = max(counts, key=lambda tag: counts[tag])
    others = [count for tag, count in counts.items() if tag != best]
    return best if counts[best] >= _LEAST * len(words) and counts[best] > max(others) else ""


def is_translated(text: str, around: str, source: str, tag: str) -> bool:
    """Whether a quotation is in another language than its source, as far as script and common words tell.

    `around` is the language of the draft, for a quotation that does not tell; `tag` is what the bank says of the source
    (BCP 47). What cannot be told counts as the same language.
    """
    if not source:
        return False
    scripts = main_script(text), main_script(source)
    if scripts[0] != scripts[1] and all(scripts):
        return True
    mine = language_of(text) or around
    theirs = language_of(source) or tag.partition("-")[0].casefold()
    return bool(mine and theirs) and mine != theirs


@cache
def _tables() -> dict[str, frozenset[str]]:
    return {tag: frozenset(words.split()) for tag, words in _COMMON.items()}
