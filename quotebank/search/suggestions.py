"""Did you mean: known words near those that were not found. They are no results, and are kept apart from them."""

from collections.abc import Iterator, Sequence

from quotebank.search.matching import Wording
from quotebank.search.vocabulary import Vocabulary
from quotebank.text.distance import weighted_distance

_MOST = 3
_LEAST_LETTERS = 4
_LEAST_ALIKE = 0.55


def suggestions(vocabulary: Vocabulary, groups: Sequence[tuple[Wording, ...]]) -> Iterator[tuple[str, str, int]]:
    """For each word that nothing stands for: (typed, known word, likeness 0 to 100), the likest first."""
    for group in groups:
        for wording in group:
            aside: dict[str, dict[str, float]] = {}
            for typed, word, similarity in wording.guesses.aside:
                aside.setdefault(typed, {})[word] = similarity
            for at in wording.content():
                typed = wording.run.atoms[at].typed
                if not any(first <= at < last for first, last in wording.guesses.spans):
                    near = aside.get(typed, {})
                    near = near | _near(vocabulary, wording.run.atoms[at].text)
                    known = vocabulary.frequencies(near)
                    best = sorted(known, key=lambda word: (-near[word], -known[word], word))
                    for word in best[:_MOST]:
                        yield typed, word, round(100 * near[word])


def _near(vocabulary: Vocabulary, word: str) -> dict[str, float]:
    """Known words at most two edits away, and how alike they are."""
    if len(word) < _LEAST_LETTERS or not (word.isascii() and word.isalpha()):
        return {}
    alike = {
        other: 1 - weighted_distance(word, other) / len(word)
        for other, _ in vocabulary.near(word, 2 if len(word) > _LEAST_LETTERS else 1)
    }
    return {other: similarity for other, similarity in alike.items() if similarity >= _LEAST_ALIKE}
