"""Regular expressions that are compiled when they are first needed.

A command that reads no digest must not pay for its patterns, and a digest does not pay for those that it does not meet:
compiling all of them takes longer than reading a short digest.
"""

import re
from functools import cache


@cache
def compiled(pattern: str) -> "re.Pattern[str]":
    """The compiled pattern; flags stand at its head (``(?x)``)."""
    return re.compile(pattern)
