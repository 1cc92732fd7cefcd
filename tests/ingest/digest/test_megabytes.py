"""Files far larger than any digest."""

import pytest

from quotebank.ingest.digest import read_digest
from tests.ingest.digest.hostile import paragraph

MEGABYTE = 1_000_000


@pytest.mark.slow
def test_five_megabytes_are_no_error() -> None:
    """One endless paragraph of five megabytes is read to its end."""
    text = paragraph(5 * MEGABYTE)
    digest = read_digest(text)
    assert digest.blocks[-1].end >= len(text.rstrip())
