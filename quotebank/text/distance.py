"""How far apart two words are: edits, and what each edit weighs.

Edits are those of the optimal string alignment distance: a letter put in, left out or changed, or two neighbours
swapped, each pair at most once.
"""

_VOWELS = frozenset("aeiouy")
_CLASSES = (
    (0.3, "iyj"), (0.4, "fv"), (0.5, "uvw"), (0.5, "ckqxsz"), (0.6, "bp"), (0.6, "dt"), (0.6, "gk"), (0.6, "mn"),
    (0.6, "gj"), (0.6, "aeiouy"), (0.7, "lr"),
)  # fmt: skip
_SWAP = 0.8
_GAP_VOWEL = 0.8
_GAP_H = 0.5
_GAP_DOUBLED = 0.3
_LONGEST = 64


def weighted_distance(left: str, right: str) -> float:
    """The cheapest way from one folded word to another, confusable letters costing less than others.

    Only the first 64 letters count, so that the time is bounded whatever is asked.
    """
    left, right = left[:_LONGEST], right[:_LONGEST]
    before: list[float] = []
    row = [0.0]
    for at in range(len(right)):
        row.append(row[-1] + _gap(right, at))
    for i, letter in enumerate(left):
        older, before, row = before, row, [row[0] + _gap(left, i)]
        for j, other in enumerate(right):
            cost = min(before[j] + _change(letter, other), before[j + 1] + _gap(left, i), row[j] + _gap(right, j))
            if i and j and letter == right[j - 1] and other == left[i - 1] and letter != other:
                cost = min(cost, older[j - 1] + _SWAP)
            row.append(cost)
    return row[-1]


def edits(left: str, right: str) -> int:
    """The optimal string alignment distance of two words (their first 64 letters)."""
    left, right = left[:_LONGEST], right[:_LONGEST]
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, letter in enumerate(left):
        older, before, row = before, row, [i + 1]
        for j, other in enumerate(right):
            cost = min(before[j] + (letter != other), before[j + 1] + 1, row[j] + 1)
            if i and j and letter == right[j - 1] and other == left[i - 1]:
                cost = min(cost, older[j - 1] + 1)
            row.append(cost)
    return row[-1]


def likeness(left: str, right: str) -> float:
    """1 for equal words, less with every edit, 0 for words with nothing in common."""
    longest = min(_LONGEST, max(len(left), len(right)))
    return 1 - edits(left, right) / longest if longest else 1.0


def same_class(left: str, right: str) -> bool:
    """Whether two letters are of a family that is often confused."""
    return left == right or any(left in letters and right in letters for _, letters in _CLASSES)


def _change(letter: str, other: str) -> float:
    if letter == other:
        return 0.0
    return next((cost for cost, letters in _CLASSES if letter in letters and other in letters), 1.0)


def _gap(word: str, at: int) -> float:
    letter = word[at]
    if letter == "h":
        return _GAP_H
    if at and word[at - 1] == letter:
        return _GAP_DOUBLED
    return _GAP_VOWEL if letter in _VOWELS else 1.0
