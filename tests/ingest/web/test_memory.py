"""What a hostile server can make a fetch hold in memory."""

import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ingest.web.servers import Answer, Server, Visit, http

ROOT = Path(__file__).parents[3]
CODE = """
import re, resource, sys
from quotebank.errors import QuotebankError
from quotebank.ingest.web import fetch
try:
    fetch(sys.argv[1], allow=["127.0.0.1"])
    said = "page"
except QuotebankError as error:
    said = type(error).__name__
if sys.platform == "linux":  # there getrusage remembers how large the process was that started this one
    peak = int(re.search(r"VmHWM:\\s*(\\d+)", open("/proc/self/status").read())[1])
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "darwin" else 1)
print(said, peak)
"""


def endless(visit: Visit) -> Iterator[bytes]:
    """A body without an end."""
    yield http(b"", length=False)
    while not visit.gone.is_set():
        yield b"<p>" * 20_000


def endless_header(visit: Visit) -> Iterator[bytes]:
    """A header without an end."""
    yield b"HTTP/1.1 200 OK\r\nX: "
    while not visit.gone.is_set():
        yield b"x" * 60_000


def bomb(_visit: Visit) -> Iterator[bytes]:
    """300 KB of gzip that hold 300 MB."""
    squeezer = zlib.compressobj(9, wbits=31)
    packed = b"".join(squeezer.compress(bytes(1_000_000)) for _ in range(300)) + squeezer.flush()
    yield http(packed, "Content-Encoding: gzip")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no getrusage")
@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (http(b"<p>" + b"x" * 19_900_000), "page"),
        (endless, "Unreachable"),
        (endless_header, "Unreachable"),
        (bomb, "Unreachable"),
    ],
    ids=["large", "endless", "header", "bomb"],
)
def test_bounded(answer: Answer, outcome: str) -> None:
    """With the usual limits a fetch stays under 150 MB, whatever is sent."""
    with Server({"*": answer}) as server:
        done = subprocess.run(
            [sys.executable, "-c", CODE, server.url()], capture_output=True, text=True, timeout=60, check=True, cwd=ROOT
        )
    said, peak = done.stdout.split()
    assert said == outcome
    assert int(peak) < 150_000
