"""The authors that a digest has named so far, found again by a surname or an initial."""

from collections.abc import Iterable

from quotebank.ingest.digest.people import expanded
from quotebank.ingest.digest.tokens import plain, root


class KnownPeople:
    """The authors met so far, in the order of their naming; adding and looking up take one step each."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.names: dict[str, None] = {}
        self.roots: set[str] = set()
        self._by_word: dict[str, list[str]] = {}

    def add(self, names: Iterable[str]) -> None:
        """Remember authors."""
        for name in names:
            words = name.split()
            if name in self.names or not words:
                continue
            self.names[name] = None
            self.roots |= {root(words[-1], self.language), plain(words[-1])}
            for word in {plain(words[0]), plain(words[-1])}:
                self._by_word.setdefault(word, []).append(name)

    def expanded(self, name: str) -> str:
        """The full name that a short form stands for; the name as it is when it is nobody's short form."""
        words = name.split()
        return expanded(name, self._by_word.get(plain(words[-1]), ())) if words else name
