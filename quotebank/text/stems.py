"""English words without their endings.

`stem` brings the forms of one word together: replaces, replaced and replacing meet in ``replac``. `root` goes on to
words made from one another: ideology, ideological and ideologist meet in ``ideolog``. Light strippers of our own;
what they leave need not be a word.
"""

_LEAST = 4
_LEFT = 3
_VOWELS = frozenset("aeiouy")
_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("ing", ""), ("ings", ""), ("edly", ""), ("ed", ""),
    ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("zes", "z"), ("oes", "o"), ("s", ""),
)  # fmt: skip
_LAST_LETTERS = frozenset("sdgy")
_SUFFIXES = frozenset(
    """
    ization isation ational ical ation ativ istic ional ator izer izat acy aci iti ness ment ship abl ibl anc enc ant
    ent at iz is ism ist ry iv ian ion ous ful ic al er or an
    """.split()  # noqa: SIM905 - a list of literals is no easier to read
)
_SPELLINGS = (
    ("our", "or"), ("tre", "ter"), ("ise", "ize"), ("yse", "yze"), ("ogue", "og"), ("oulder", "older"), ("ould", "old"),
    ("elling", "eling"), ("elled", "eled"), ("ell", "el"), ("ence", "ense"), ("nis", "niz"), ("lys", "lyz"),
    ("alis", "aliz"), ("oris", "oriz"),
)  # fmt: skip
"""British endings and the American ones in their place."""

_BRITISH = tuple(british for british, _ in _SPELLINGS)

_LONGEST_SUFFIX = 7
_ROOT = 5


def stem(word: str) -> str:
    """The stem of a folded word; the word itself when it is short, has figures or no such ending."""
    if len(word) < _LEAST or not word.isalpha():
        return word
    bare = word[:-2] if word.endswith("ly") and len(word) > _LEAST + 1 else word
    if bare[-1] in _LAST_LETTERS and not bare.endswith(("ss", "us", "sis", "xis", "nis", "ris")):
        for ending, instead in _ENDINGS:
            if bare.endswith(ending):
                rest = bare[: -len(ending)]
                if len(rest) >= _LEFT and not _VOWELS.isdisjoint(rest):
                    bare = rest + instead
                    break
    if len(bare) > _LEFT:
        bare = _one_spelling(bare)
        last = bare[-1]
        if last == bare[-2] and last not in "lsz":
            bare = bare[:-1]
        if len(bare) > _LEFT and bare[-1] == "e":
            bare = bare[:-1]
        if len(bare) > _LEFT and bare[-1] == "y":
            bare = bare[:-1] + "i"
    return bare


def _one_spelling(word: str) -> str:
    """A word without its last ending in one of its two English spellings: colour is color, organis organiz."""
    # Nearly every word has none of them, and is asked once for all.
    if word.endswith(_BRITISH):
        for british, american in _SPELLINGS:
            if word.endswith(british) and len(word) > len(british) + 1:
                return word[: -len(british)] + american
    return word


def root(word: str) -> str:
    """What words made from one another share; the stem when nothing of five letters or more would be left."""
    return root_of(stem(word))


def root_of(bare: str) -> str:
    """The `root` of a word whose `stem` is known."""
    if not bare.isalpha():
        return bare
    if len(bare) > _ROOT + 1 and bare[-1] == "i" and bare[-3:] not in ("aci", "iti"):
        bare = bare[:-1]
    size = min(_LONGEST_SUFFIX, len(bare) - _ROOT)
    while size > 0:
        if bare[-size:] in _SUFFIXES:
            bare = bare[:-size]
            size = min(_LONGEST_SUFFIX, len(bare) - _ROOT)
        else:
            size -= 1
    return bare
