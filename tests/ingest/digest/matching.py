"""Which proposal stands for which labelled source: the pairing of greatest total weight."""

from collections.abc import Mapping

Weights = Mapping[tuple[int, int], int]
"""What pairing a row with a column is worth, above 0; pairs that are not here cannot be."""


def pairing(weights: Weights) -> dict[int, int]:
    """The one-to-one pairing, row to column, whose weights make the greatest sum.

    Grows by one pair at a time, each time along the path that gains most: a free row, a column for it, that column's
    row so far, a new column for that one, and so on to a free column.
    """
    rows: dict[int, int] = {}  # column -> its row
    while True:
        before, column = _best_path(weights, rows)
        if column is None:
            return {row: column for column, row in rows.items()}
        while column is not None:
            row = before[column]
            given_up = next((held for held, holder in rows.items() if holder == row), None)
            rows[column] = row
            column = given_up


def _best_path(weights: Weights, rows: Mapping[int, int]) -> tuple[dict[int, int], int | None]:
    """The row before each column on the best path to it, and the free column whose path gains most, if any gains."""
    holders = {row: column for column, row in rows.items()}
    gain = {row: 0 for row, _ in weights if row not in holders}
    reached: dict[int, int] = {}
    before: dict[int, int] = {}
    changed = True
    while changed:
        changed = False
        for (row, column), weight in weights.items():
            if row not in gain or holders.get(row) == column:
                continue
            if column in reached and gain[row] + weight <= reached[column]:
                continue
            reached[column], before[column], changed = gain[row] + weight, row, True
            if column in rows:
                gain[rows[column]] = reached[column] - weights[rows[column], column]
    free = [column for column, worth in reached.items() if column not in rows and worth > 0]
    return before, max(free, key=lambda column: (reached[column], -column), default=None)
