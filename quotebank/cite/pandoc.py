"""CSL styles through pandoc 3: the program found, run once for a whole bibliography, and its failures in words.

Style and items travel inside the document on standard input as ``data:`` addresses: pandoc has no file to read and no
address to fetch, whatever a title says, and nothing is left behind in a temporary folder. Its ``--sandbox`` holds
for readers and writers, not for citations; that a style cannot send it elsewhere is seen to in `pandoc_style`.
"""

import json
import subprocess
from base64 import b64encode
from collections.abc import Mapping, Sequence
from pathlib import Path

from quotebank.cite.engine import Citation, EngineUnavailable, Formatted
from quotebank.cite.pieces import one_line
from quotebank.errors import BadInput, QuotebankError

OLDEST = 3
"""The first major version that speaks the document tree of `pandoc_ast`."""

_HINT = "install quotebank[csl] or pandoc 3"
_VARIABLE = "QUOTEBANK_PANDOC"
_SHOWN = 300
"""So many characters of what pandoc says are passed on."""


class Pandoc:
    """An `engine.Engine`: the pandoc at `program`.

    `timeout` is how long, in seconds, it may take for few entries; each item adds 0.2 s.
    """

    def __init__(self, program: str, timeout: float = 60.0) -> None:
        self.program = program
        self.timeout = timeout

    @classmethod
    def find(cls, environ: Mapping[str, str], timeout: float = 60.0) -> "Pandoc":
        """The pandoc of ``$QUOTEBANK_PANDOC``, else of the extra ``quotebank[csl]``, else of ``$PATH``.

        The first there is counts: raises `EngineUnavailable` when it is older than 3 or does not run, and when
        there is none.
        """
        from shutil import which

        path = environ.get("PATH", "")
        chosen = environ.get(_VARIABLE, "")
        program = (which(chosen, path=path) or chosen) if chosen else _packaged() or which("pandoc", path=path)
        if not program:
            raise EngineUnavailable("pandoc: not found", _HINT)
        found = cls(program, timeout)
        found.check()
        return found

    def check(self) -> None:
        """Raise `EngineUnavailable` unless the program is a pandoc of version 3 or later."""
        import re

        done = self._run(["--version"], b"", min(self.timeout, 20.0))
        version = re.match(rb"pandoc\S*\s+(\d+)[\d.]*", done.stdout)
        if done.returncode or not version:
            raise EngineUnavailable(f"pandoc: {self.program}: does not say its version", _HINT)
        if int(version[1]) < OLDEST:
            number = version[0].split()[-1].decode()
            raise EngineUnavailable(f"pandoc: {self.program}: version {number} is too old", _HINT)

    def format(
        self,
        items: Sequence[Mapping[str, object]],
        citations: Sequence[Citation],
        style: str,
        locale: str = "",
        nocite_all: bool = False,
    ) -> Formatted:
        """See `engine.Engine.format`. An author alone under a note style is the name pandoc puts before the note."""
        from quotebank.cite import pandoc_ast
        from quotebank.cite.pandoc_style import prepared

        cited = {cite.id for citation in citations for cite in citation.items}
        _check_ids(cited, items)
        used = [item for item in items if nocite_all or str(item.get("id", "")) in cited]
        if not used:
            return Formatted(((),) * len(citations), ())
        metadata = {
            "csl": _address("application/xml", prepared(style, used)),
            "bibliography": _address("application/json", json.dumps(used, ensure_ascii=False)),
            **({"lang": locale} if locale else {}),
        }
        tree = pandoc_ast.document(citations, metadata, nocite_all=nocite_all)
        arguments = ["--from=json", "--to=json", "--sandbox", "--citeproc"]
        done = self._run(arguments, _bytes(json.dumps(tree, ensure_ascii=False)), self.timeout + 0.2 * len(used))
        said = done.stderr.decode(errors="replace")
        if done.returncode:
            raise _failure(self.program, done.returncode, said)
        try:
            shown, entries = pandoc_ast.read_document(json.loads(done.stdout), citations)
        except (LookupError, TypeError, ValueError, AttributeError, RecursionError) as error:
            message = f"pandoc: {self.program}: its answer is no document with citations"
            raise EngineUnavailable(message, _HINT) from error
        return Formatted(shown, entries, _warnings(said))

    def _run(self, arguments: list[str], given: bytes, seconds: float) -> "subprocess.CompletedProcess[bytes]":
        try:
            return subprocess.run(  # noqa: PLW1510 - the caller looks at the exit code
                [self.program, *arguments], input=given, capture_output=True, timeout=seconds
            )
        except subprocess.TimeoutExpired as error:
            message = f"pandoc: {self.program}: no answer within {seconds:.0f} seconds"
            raise EngineUnavailable(message, "try again, or with fewer entries") from error
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or error
            raise EngineUnavailable(f"pandoc: {self.program}: cannot be run: {why}", _HINT) from error


def _packaged() -> str:
    """The program inside the package ``pypandoc`` as ``pypandoc-binary`` installs it, found without importing it."""
    from importlib.util import find_spec

    try:
        package = find_spec("pypandoc")
    except (ImportError, ValueError):
        return ""
    if package is None or not package.origin:
        return ""
    folder = Path(package.origin).parent / "files"
    return next((str(folder / name) for name in ("pandoc", "pandoc.exe") if (folder / name).is_file()), "")


def _check_ids(cited: set[str], items: Sequence[Mapping[str, object]]) -> None:
    known = {str(item.get("id", "")) for item in items}
    missing = sorted(cited - known) + ["*"] * ("*" in cited & known)
    if missing:
        raise BadInput(f"citation of {missing[0]!r}: no item of that id", "cite the id of one of the items")


def _address(kind: str, text: str) -> str:
    return f"data:{kind};base64,{b64encode(_bytes(text)).decode()}"


def _bytes(text: str) -> bytes:
    """UTF-8, with ``?`` for half a surrogate pair, which no UTF-8 can hold."""
    return text.encode(errors="replace")


def _failure(program: str, code: int, said: str) -> QuotebankError:
    """What pandoc's exit code and words come to: the fault of the style, of the items, or its own."""
    import re

    words = one_line(re.sub(r"data:[^,\s]*,[^\s:]*:?", "", said))[:_SHOWN]
    if found := re.search(r"Citeproc(?:Parse|XML|Locale)?Error:?\s*", words):
        return BadInput(f"style: {words[found.end() :]}", "name a CSL style that is whole")
    if code == 25:  # noqa: PLR2004 - PandocBibliographyError, "Exit codes" in the Pandoc User's Guide
        return BadInput(f"items: pandoc cannot read them: {words}")
    if code < 0:
        return EngineUnavailable(f"pandoc: {program}: killed by signal {-code}", "try again, or with fewer entries")
    return EngineUnavailable(f"pandoc: {program}: failed with exit code {code}: {words}".rstrip(": "), _HINT)


def _warnings(said: str) -> tuple[str, ...]:
    """Pandoc's warnings, each on one line and once; it goes on with the next line where that is indented."""
    import re

    warnings = [one_line(text) for text in re.split(r"^\[WARNING\]", said, flags=re.MULTILINE)[1:]]
    return tuple(dict.fromkeys(f"pandoc: {text.removeprefix('Citeproc: ')[:_SHOWN]}" for text in warnings if text))
