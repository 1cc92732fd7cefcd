"""A record in the writer's own editor."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from quotebank.actions.editing import as_text, from_text
from quotebank.cli.session import Session
from quotebank.errors import BadInput, UsageError
from quotebank.model.articles import Article
from quotebank.model.quotes import Quote


def edit_record(session: Session, record: Article | Quote) -> Article | Quote:
    """Let the writer edit the record as JSON; asks again after a mistake, on a terminal.

    Raises `UsageError` if the editor cannot be run or fails, `BadInput` for a text that describes no record;
    the edited text then stays in a file that the message names.
    """
    name = session.environ.get("VISUAL") or session.environ.get("EDITOR") or ("notepad" if os.name == "nt" else "vi")
    handle, path = tempfile.mkstemp(prefix="quotebank-", suffix=".json")
    file = Path(path)
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as stream:
        stream.write(as_text(record))
    while True:
        _run(name, file)
        try:
            changed = from_text(record, file.read_text(encoding="utf-8"))
        except (BadInput, UnicodeDecodeError) as problem:
            if session.interactive and _again(session, problem):
                continue
            hint = f"what you wrote is kept in {file}"
            raise BadInput(f"edit: {getattr(problem, 'message', problem)}", hint) from problem
        file.unlink()
        return changed


def _run(name: str, file: Path) -> None:
    try:
        code = subprocess.run([*shlex.split(name), str(file)], check=False).returncode
    except (OSError, ValueError) as problem:
        file.unlink()
        raise UsageError(f"edit: the editor {name} cannot be run ({problem})", "set $EDITOR") from problem
    if code:
        raise UsageError(f"edit: the editor ended with {code}", f"nothing was changed; your text is in {file}")


def _again(session: Session, problem: Exception) -> bool:
    import typer

    session.say(f"{getattr(problem, 'message', problem)}")
    return typer.confirm("Edit again?", default=True, err=True)
