"""Where banks, caches and a writer's own bank live."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from quotebank.errors import MissingFile, UsageError

BANK_FILE = "bank.jsonl"
FOLDER = "store"


class Found(NamedTuple):
    """A bank's path, and why it is this one."""

    path: Path
    why: str


def find_bank(given: str | None, environment: Mapping[str, str], here: Path) -> Found:
    """The bank a command works on, found like git finds its folder.

    `given` (``--bank``), else ``$QUOTEBANK_BANK``, else the nearest ``store/bank.jsonl`` from `here` upward,
    else the one in the user's data folder. The file need not exist for the first two.
    Raises `MissingFile` when there is none, `UsageError` for an empty name.
    """
    if given is not None:
        return Found(bank_path(given, here), "--bank")
    if named := environment.get("QUOTEBANK_BANK"):
        return Found(bank_path(named, here), "$QUOTEBANK_BANK")
    for folder in (here, *here.parents):
        path = folder / FOLDER / BANK_FILE
        if _is_file(path):
            return Found(path, f"the nearest {FOLDER}/{BANK_FILE} upward from here")
    own = data_folder(environment) / BANK_FILE
    if _is_file(own):
        return Found(own, "your data folder")
    raise MissingFile(
        f"no bank: no {FOLDER}/{BANK_FILE} from here upward, and none at {own}",
        "make one here with `quotebank init`, or name one with --bank",
    )


def bank_path(named: str, here: Path) -> Path:
    """The bank file a name means: a ``.jsonl`` file itself, or the ``bank.jsonl`` in a folder."""
    if not named:
        raise UsageError("--bank: the name is empty", "name a bank.jsonl or a folder that holds one")
    if "\0" in named:
        raise UsageError("--bank: a path cannot hold a NUL character", "name a bank.jsonl or a folder that holds one")
    path = here / os.path.expanduser(named)  # noqa: PTH111 - never raises, with or without a home
    is_folder = os.path.isdir(path)  # noqa: PTH112 - never raises, also where looking is not permitted
    return path if path.suffix == ".jsonl" and not is_folder else path / BANK_FILE


def data_folder(environment: Mapping[str, str]) -> Path:
    """The folder of a writer's own bank (XDG base directories; Apple's and Microsoft's on their systems)."""
    return _user_folder(environment, "XDG_DATA_HOME", ".local/share", "Library/Application Support", "APPDATA")


def cache_folder(environment: Mapping[str, str]) -> Path:
    """The folder of the disposable views; ``$QUOTEBANK_CACHE`` overrides it."""
    if named := environment.get("QUOTEBANK_CACHE"):
        return Path(named)
    return _user_folder(environment, "XDG_CACHE_HOME", ".cache", "Library/Caches", "LOCALAPPDATA")


def _user_folder(environment: Mapping[str, str], xdg: str, linux: str, mac: str, windows: str) -> Path:
    if (named := environment.get(xdg)) and os.path.isabs(named):  # noqa: PTH117 - no Path yet
        return Path(named) / "quotebank"
    home = environment.get("HOME") or environment.get("USERPROFILE") or ""
    if sys.platform == "win32":
        return Path(environment.get(windows) or home or ".") / "quotebank"
    if not home:
        try:
            home = str(Path.home())
        except RuntimeError:  # no $HOME and no entry in the user table
            import tempfile

            return Path(tempfile.gettempdir()) / f"quotebank-{os.getuid()}"
    return Path(home) / (mac if sys.platform == "darwin" else linux) / "quotebank"


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, through links too; a path that leads nowhere is the same as none."""
    try:
        return one.samefile(other)
    except OSError:
        return False
