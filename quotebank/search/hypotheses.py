"""What each stretch of a query may stand for in the index: hypotheses, each with how alike the two are.

Words are matched to words, never a query to a whole text. A *run* is words that belong together (all that stand
bare, or those asked of one field); every span of one to four neighbouring words of it, joined, is looked up in
the vocabulary:

==========================================================  =================================================
how                                                         similarity
==========================================================  =================================================
``exact``: the same folded word                             1 (a Chinese word in Latin letters .98, as a
                                                            homophone in characters .93)
``alias``, ``given name``: another name of the same thing   .985, .93
``spelling``, ``reading``: of another system                .99, .96
``stem``, ``root``: another form, or one made from it       .95, .86
``sound``: the same key K                                   .94 (under five letters .88); through a French,
                                                            German or Polish spelling .90 (.84)
``split``: two or three words that stand together           .95, .93
``romanised``: the same key L                               .60 + .3 x likeness (.78 + .17 x from Hangul or Han)
``typo``: one edit from four letters, two from eight        1 - cost/letters, .74 to .93; joined words .03 less
``typo`` in the key K, from six letters                     (1 - 1/letters) x .95
``prefix``: five letters or more, three fifths of the word  .70 + .2 x share
==========================================================  =================================================

Misspellings are looked for only where nothing better is known. An English word is no misspelling, nor is a name of the
table of aliases: what only looks or sounds like it is put aside as a suggestion.
"""

from collections.abc import Iterator

from quotebank.search.english import is_english
from quotebank.search.lexicon import LONGEST, word_keys
from quotebank.search.readings import readings
from quotebank.search.runs import Guesses, Hypothesis, Run, Span
from quotebank.search.vocabulary import Vocabulary
from quotebank.text.distance import likeness, same_class, weighted_distance
from quotebank.text.scripts import is_han, is_hangul
from quotebank.text.sounds import sound_key
from quotebank.text.variants import GRAM, LONGEST_JOIN
from quotebank.text.western import western_readings

STRICT = frozenset(
    ("exact", "spelling", "reading", "stem", "sound", "alias", "given name", "split", "phrase", "prefix*")
)
"""Ways of matching that say two words are one, and not only alike."""

_DOUBTFUL = frozenset(("typo", "romanised", "sound", "western", "prefix", "root"))
_LOOKS_ALIKE = frozenset(("typo", "romanised", "sound", "western", "prefix"))
_MOST = 24
SURE = 0.90
"""A word with a hypothesis as like as this is no slip, unless that finds nothing good."""

DOUBTED = 6
"""Letters of a known word that can be doubted all the same."""

_GREEK = "\u0370"
_LONGEST_ALIAS = 6
_MOST_MISSPELT = 8
_MANY = 12
"""Queries of more words are read less closely: so many words find what they mean without."""

_SIMILARITY = {
    "exact": 1.0, "alias": 0.985, "given name": 0.93, "spelling": 0.99, "reading": 0.96, "stem": 0.95, "root": 0.86,
}  # fmt: skip
_LATIN_FOR_HAN = 0.98
_HOMOPHONE = 0.93
_SPLIT = {2: 0.95, 3: 0.93}


def guess(vocabulary: Vocabulary, run: Run, *, several: bool, deep: bool = False) -> Guesses:
    """What the words of a run may stand for. `several`: the query has other words; `deep`: doubt known words too."""
    guesser = _Guesser(vocabulary, run, several=several, deep=deep)
    guesser.look_up()
    guesser.sound_out()
    guesser.doubt()
    return Guesses(guesser.kept(), guesser.aside)


def is_eastern(typed: str) -> bool:
    """Whether a word was typed in Chinese characters or Hangul."""
    return is_han(typed[0]) or is_hangul(typed[0])


class _Guesser:
    def __init__(self, vocabulary: Vocabulary, run: Run, *, several: bool, deep: bool) -> None:
        self.vocabulary = vocabulary
        self.run = run
        self.several = several
        self.deep = deep
        self.found: dict[Span, dict[tuple[str, ...], Hypothesis]] = {}
        self.aside: list[tuple[str, str, float]] = []
        self.size = len(run.atoms)
        self.names: set[str] = set()

    # What is known ------------------------------------------------------------------------------------------------

    def look_up(self) -> None:
        """Exact words, joined neighbours, other spellings and other names, all in a few questions."""
        wanted: dict[Span, list[Hypothesis]] = {}
        for span in self._spans(LONGEST_JOIN):
            wanted[span] = list(self._as_written(span))
        for span in self._compounds():
            whole = self.run.typed[self.run.compounds[span[0]]]
            for form, how in readings(whole):
                wanted.setdefault(span, []).append(Hypothesis((form,), _SIMILARITY[how], how))
        spans = list(self._spans(_LONGEST_ALIAS))
        known = self.vocabulary.aliases(list({self.run.joined(span) for span in spans}))
        self.names = set(known)
        for span in spans:
            for alias in known.get(self.run.joined(span), ()):
                sure = _SIMILARITY[alias.how]
                joined = "".join(alias.words)
                forms = dict.fromkeys(((joined,), (GRAM + joined,), alias.words))
                wanted.setdefault(span, []).extend(Hypothesis(form, sure, alias.how) for form in forms)
        self._keep_known(wanted)

    def _as_written(self, span: Span) -> Iterator[Hypothesis]:
        """The joined words of a span, as a word and as syllables run together."""
        joined = self.run.joined(span)
        typed = "".join(atom.typed for atom in self.run.atoms[slice(*span)])
        if is_han(typed[0]):
            yield Hypothesis((joined,), _LATIN_FOR_HAN, "exact")
            yield Hypothesis((GRAM + joined,), _HOMOPHONE, "exact")
            yield from _characters(typed)
            return
        yield Hypothesis((joined,), 1.0, "exact")
        yield Hypothesis((GRAM + joined,), 1.0, "exact")
        if not joined.isalpha() and (parted := _numbered(joined)):
            yield Hypothesis(parted, _SPLIT[2], "split")

    # What sounds or is built alike --------------------------------------------------------------------------------

    def sound_out(self) -> None:
        """Words under the same keys: forms of the word, and what other romanisations make of it."""
        wanted: dict[Span, list[Hypothesis]] = {}
        for span in self._spans(LONGEST_JOIN if self.size <= _MANY else 1):
            atoms = self.run.atoms[slice(*span)]
            word = self.run.joined(span)
            if any(atom.common for atom in atoms) or (len(atoms) > 1 and len(word) > LONGEST):
                continue
            # Keys join nothing but syllables and names: neighbours with other words in between are no name.
            eastern = is_eastern(atoms[0].typed)
            wanted[span] = list(self._alike(word, eastern=eastern, joined=len(atoms) > 1))
        self._keep_known(wanted)

    def _alike(self, word: str, *, eastern: bool, joined: bool) -> Iterator[Hypothesis]:
        keys = word_keys(word)
        if eastern or joined:
            keys = {letter: key for letter, key in keys.items() if letter == "L" or (letter == "K" and not eastern)}
        ways = [(letter, letter, key) for letter, key in keys.items() if letter != "W"]
        # A word may be the press's spelling of a French one in the bank, or the other way about.
        ways += [("W", "W", key) for letter, key in keys.items() if letter == "K"]
        ways += [("W", "K", key) for letter, key in keys.items() if letter == "W"]
        # What is a stem of one word may be the root of another.
        ways += [("R", "R", key) for letter, key in keys.items() if letter == "S"]
        ways += [("R", "S", key) for letter, key in keys.items() if letter == "R"]
        if not (eastern or joined):
            ways += [("R", "S", word)]
            ways += [("W", "K", sound_key(form)) for form in western_readings(word) if not is_english(word)]
        under = self.vocabulary.under({stored + key for _, stored, key in ways})
        for way, stored, key in ways:
            others = under.get(stored + key, [])
            if key != word and word_keys(key).get(stored) == key:
                others = [*others, key]
            for other in others:
                if other.removeprefix(GRAM) != word and (guessed := _keyed(way, key, word, other, eastern=eastern)):
                    yield guessed

    # What may be a slip -------------------------------------------------------------------------------------------

    def doubt(self) -> None:
        """Misspellings, unfinished and run-together words, for words without a better match."""
        doubtful = [at for at in range(self.size) if self._is_doubtful(at)]
        doubtful.sort(key=lambda at: -len(self.run.atoms[at].text))
        for at in doubtful[:_MOST_MISSPELT]:
            span = (at, at + 1)
            word = self.run.atoms[at].text
            known = self._best(span) >= SURE
            slips = list(self._misspelt(word, known=known))
            slips = slips or list(self._misheard(word, known=known))
            wanted = {span: [*slips, *self._parted(word, span)]}
            if not self._strict(span):
                wanted[span] += [*self._unfinished(word), *self._japanese(word)]
            self._keep_known(wanted)
        for span in self._doubtful_pairs(set(doubtful))[:2]:
            word = self.run.joined(span)
            joined = self._misspelt(word, known=False)
            self._keep_known({span: [each._replace(similarity=each.similarity - 0.03) for each in joined]})

    def _is_doubtful(self, at: int) -> bool:
        atom = self.run.atoms[at]
        if atom.common or not (atom.text.isascii() and atom.text.isalpha()) or len(atom.text) < 4:  # noqa: PLR2004
            return False
        if is_eastern(atom.typed):
            return False
        best = max((self._best(span) for span in self.found if span[0] <= at < span[1]), default=0.0)
        return best < SURE or (self.deep and len(atom.text) >= DOUBTED)

    def _misspelt(self, word: str, *, known: bool) -> Iterator[Hypothesis]:
        length = len(word)
        if length > LONGEST:
            return
        most = 1 if known or length < (7 if self.several else 8) else 2
        for other, edits in self.vocabulary.near(word, most):
            first = word[0] == other[0]
            if not first and (length <= 4 or known or (edits == 2 and not same_class(word[0], other[0]))):  # noqa: PLR2004
                continue
            cost = weighted_distance(word, other)
            if edits == 1 and length >= 7:  # noqa: PLR2004
                cost = 0.6 + 0.3 * cost
            similarity = min(0.93, 1 - cost / length)
            if similarity >= 0.74:  # noqa: PLR2004
                yield Hypothesis((other,), similarity, "typo")

    def _misheard(self, word: str, *, known: bool) -> Iterator[Hypothesis]:
        """Words whose sound is one edit away, for what is misspelt and transliterated at once."""
        key, length = sound_key(word), len(word)
        if length < (7 if known else 6) or len(key) < 5:  # noqa: PLR2004
            return
        near = self.vocabulary.near(key, 1, sounds=True)
        under = self.vocabulary.under(["K" + other for other, _ in near])
        for words in under.values():
            for other in words:
                yield Hypothesis((other,), (1 - 1 / length) * 0.95, "typo")

    def _japanese(self, word: str) -> Iterator[Hypothesis]:
        """A word written by another Japanese system."""
        from quotebank.text.japanese import hepburn

        form = hepburn(word)
        if form and form != word:
            yield Hypothesis((form,), _SIMILARITY["reading"], "reading")

    def _unfinished(self, word: str) -> Iterator[Hypothesis]:
        if len(word) >= 5:  # noqa: PLR2004
            for other in self.vocabulary.beginning(word):
                share = len(word) / len(other)
                if share >= 0.6:  # noqa: PLR2004
                    yield Hypothesis((other,), 0.7 + 0.2 * share, "prefix")

    def _parted(self, word: str, span: Span) -> Iterator[Hypothesis]:
        """Two or three known words that stand together and make up the word."""
        if not 6 <= len(word) <= LONGEST or self._strict(span):  # noqa: PLR2004
            return
        pieces = {word[a:b] for a in range(len(word)) for b in range(a + 2, len(word) + 1) if b - a < len(word)}
        known = self.vocabulary.frequencies(sorted(pieces))
        splits: list[tuple[str, ...]] = [(word[:a], word[a:]) for a in range(2, len(word) - 1)]
        splits += [
            (word[:a], word[a:b], word[b:]) for a in range(2, len(word) - 3) for b in range(a + 2, len(word) - 1)
        ]
        possible = [parts for parts in splits if all(part in known for part in parts)]
        # Likely are few and long parts; a phrase of only short or frequent words would be slow to look for.
        possible = [parts for parts in possible if max(map(len, parts)) >= 4]  # noqa: PLR2004
        possible.sort(key=lambda parts: (len(parts), min(known[part] for part in parts)))
        for parts in possible[:8]:
            if self.vocabulary.stands(parts):
                yield Hypothesis(parts, _SPLIT[len(parts)], "split")

    def _doubtful_pairs(self, doubtful: set[int]) -> list[Span]:
        return [
            (at, at + 2)
            for at in range(self.size - 1)
            if (at in doubtful or at + 1 in doubtful)
            and self.run.atoms[at].text.isalpha()
            and self.run.atoms[at + 1].text.isalpha()
            and len(self.run.joined((at, at + 2))) >= 7  # noqa: PLR2004
        ]

    # Keeping ------------------------------------------------------------------------------------------------------

    def _keep_known(self, wanted: dict[Span, list[Hypothesis]]) -> None:
        """Keep what the index knows and what is no other English word."""
        singles = {word for each in wanted.values() for guessed in each for word in guessed.words}
        known = self.vocabulary.frequencies(sorted(singles))
        for span, hypotheses in wanted.items():
            kept = self.found.setdefault(span, {})
            for guessed in hypotheses:
                if not all(word in known for word in guessed.words):
                    continue
                if guessed.how in _DOUBTFUL and self._is_other_word(span, guessed):
                    self.aside.append((self.run.written(span), guessed.words[0].removeprefix(GRAM), guessed.similarity))
                    continue
                known_one = kept.get(guessed.words)
                if known_one is None or guessed.similarity > known_one.similarity:
                    kept[guessed.words] = guessed._replace(how="sound" if guessed.how == "western" else guessed.how)

    def _is_other_word(self, span: Span, guessed: Hypothesis) -> bool:
        word, other = self.run.joined(span), guessed.words[0].removeprefix(GRAM)
        if word in self.names:
            # Who is known under a name is nobody else misspelt.
            return guessed.how in ("typo", "prefix", "romanised")
        if self.run.atoms[span[0]].typed[0] >= _GREEK and guessed.how in _LOOKS_ALIKE and is_english(other):
            # What is written in another script is no English word misspelt.
            return True
        if span[1] - span[0] > 1 or not is_english(word):
            return False
        return not is_english(other) or guessed.how in _LOOKS_ALIKE

    def kept(self) -> dict[Span, list[Hypothesis]]:
        """The best hypotheses of each span."""
        return {
            span: sorted(found.values(), key=lambda each: (-each.similarity, each.words))[:_MOST]
            for span, found in self.found.items()
            if found
        }

    def _best(self, span: Span) -> float:
        return max((each.similarity for each in self.found.get(span, {}).values()), default=0.0)

    def _strict(self, span: Span) -> bool:
        return any(each.how in STRICT for each in self.found.get(span, {}).values())

    def _spans(self, most: int) -> Iterator[Span]:
        for first in range(self.size):
            for last in range(first + 1, min(self.size, first + most) + 1):
                yield first, last

    def _compounds(self) -> Iterator[Span]:
        """The span of each typed piece."""
        first = 0
        for at in range(1, self.size + 1):
            if at == self.size or self.run.compounds[at] != self.run.compounds[first]:
                yield first, at
                first = at


def _numbered(word: str) -> tuple[str, str] | None:
    """A word and the number written to it: unit731."""
    letters = word.rstrip("0123456789")
    return (letters, word[len(letters) :]) if letters.isalpha() and letters != word else None


def _characters(typed: str) -> Iterator[Hypothesis]:
    """Chinese characters as written: two by two, all of them in the text."""
    import unicodedata

    chars = unicodedata.normalize("NFKC", typed)
    pairs = tuple(chars[at : at + 2] for at in range(len(chars) - 1)) or (chars,)
    yield Hypothesis(tuple(dict.fromkeys(pairs)), 1.0, "exact", together=False)


def _keyed(way: str, key: str, word: str, other: str, *, eastern: bool) -> Hypothesis | None:
    """A word that shares a key with the query's."""
    long = len(word) >= 5  # noqa: PLR2004 - short keys bring much together
    if way == "L":
        alike = likeness(word, other.removeprefix(GRAM))
        if alike < 0.45:  # noqa: PLR2004 - below it nothing but the key speaks for them
            return None
        similarity = 0.78 + 0.17 * alike if eastern else 0.60 + 0.30 * alike
        return Hypothesis((other,), similarity, "romanised", weak=len(key) < 4)  # noqa: PLR2004
    if other.startswith(GRAM):
        return None
    how, similarity = {
        "S": ("stem", _SIMILARITY["stem"]),
        "R": ("root", _SIMILARITY["root"]),
        "K": ("sound", 0.94 if long else 0.88),
        "W": ("western", 0.90 if long else 0.84),
    }[way]
    return Hypothesis((other,), similarity, how)
