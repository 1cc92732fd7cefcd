"""Where fenced code ends in a Markdown document."""

from bisect import bisect_left

from quotebank.draft import markdown_patterns as patterns


class Fences:
    """All lines that could end fenced code, so that each fence finds its end in time linear for the whole text."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._marks: list[str] = []
        for close in patterns.closing_fence().finditer(text):
            self._starts.append(close.start())
            self._ends.append(min(close.end() + 1, len(text)))
            self._marks.append(close[1])
        self._longest: dict[str, list[int]] = {}
        for char in "`~":
            longest, tail = 0, []
            for mark in reversed(self._marks):
                longest = max(longest, len(mark) if mark[0] == char else 0)
                tail.append(longest)
            self._longest[char] = tail[::-1]

    def closing(self, mark: str, after: int) -> tuple[int, int] | None:
        """The start and end of the first line from `after` that closes a fence; None when there is none."""
        longest = self._longest[mark[0]]
        for place in range(bisect_left(self._starts, after), len(self._starts)):
            if longest[place] < len(mark):
                return None
            if self._marks[place][0] == mark[0] and len(self._marks[place]) >= len(mark):
                return self._starts[place], self._ends[place]
        return None
