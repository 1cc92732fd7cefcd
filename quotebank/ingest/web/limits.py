"""How long and how large a fetch may become."""

from collections.abc import Callable
from dataclasses import dataclass

from quotebank.errors import Unreachable

Clock = Callable[[], float]
"""Seconds that never run backwards, like `time.monotonic`."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may take: times in seconds, sizes in bytes.

    `connect` holds for finding a host's address, for all attempts at connecting to it, and for agreeing on
    encryption; `read` for each silence of the server; `total` for everything together, all redirects included.
    `decoded` is the size of the page after decompression. Past `ratio_from` bytes of it, a page may be at most
    `ratio` times as large as what came over the wire. `headers` is the size of one answer's status and headers.
    """

    connect: float = 10.0
    read: float = 15.0
    total: float = 30.0
    redirects: int = 10
    decoded: int = 20_000_000
    ratio: int = 50
    ratio_from: int = 2_000_000
    headers: int = 64_000

    @property
    def wire(self) -> int:
        """The most bytes read for one body: the page uncompressed, with room for the framing of its chunks."""
        return self.decoded + self.decoded // 4 + self.headers


class Deadline:
    """The end of a fetch on our own clock, asked before each step that may wait."""

    def __init__(self, clock: Clock, total: float) -> None:
        self._clock = clock
        self._total = total
        self._end = clock() + total

    def left(self) -> float:
        """The seconds left, above 0; raises `Unreachable` (without a place) when there are none."""
        left = self._end - self._clock()
        if left <= 0:
            raise Unreachable(f"took longer than {self._total:g} s in all")
        return left

    def within(self, most: float) -> float:
        """The seconds a step may wait that may take `most` of its own: shorter near the end."""
        return min(most, self.left())


def size(count: int) -> str:
    """A number of bytes as a reader likes it: "20 MB", "64 KB"."""
    return f"{count / 1_000_000:g} MB" if count >= 1_000_000 else f"{count / 1_000:g} KB"  # noqa: PLR2004 -- a megabyte
