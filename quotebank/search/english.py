"""Which words are English: a real word is not a slip of the pen for another.

Somebody who asks for *banner* does not mean a Mr Bannen. The list (see words/NOTICE.txt) is read when first asked.
"""

from functools import cache
from pathlib import Path


def is_english(word: str) -> bool:
    """Whether a folded word is a common English one, in any of its forms."""
    return f"\n{word}\n".encode() in _words()


@cache
def _words() -> bytes:
    # By its path: the standard library's way to a package's files takes longer to load than the file.
    return b"\n" + (Path(__file__).parent / "words" / "english.txt").read_bytes()
