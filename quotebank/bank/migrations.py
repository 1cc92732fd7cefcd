"""Older formats of the bank, and the steps from each to the next.

A step turns one line of format N into the same line of format N + 1; it never renames a table and never
splits or drops a line. Readers take the steps as they read, so a bank of an older format is readable even
where it cannot be written; the first writer rewrites it in the present format, keeping a backup.
"""

from collections.abc import Callable

from quotebank.bank.lines import Line

Step = Callable[[Line], Line]

STEPS: tuple[Step, ...] = ()
"""``STEPS[0]`` leads from format 1 to 2, and so on. Format 1 is the first and the present one."""
