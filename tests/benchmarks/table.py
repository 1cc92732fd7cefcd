"""The figures as a Markdown table, ratios first, or as JSON."""

import platform
import sys
from collections.abc import Sequence
from importlib.metadata import version
from os import cpu_count
from pathlib import Path

from tests.benchmarks.measure import Reading

_MEGABYTE = 1024 * 1024


def machine() -> str:
    """The machine and the Python the figures belong to, in one line."""
    cores = cpu_count() or 1
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{_processor()}, {cores} core{'s' * (cores > 1)}, {platform.system()}, {python}, Typer {version('typer')}"


def as_json(readings: Sequence[Reading], quotes: int) -> dict[str, object]:
    """Every figure: times in seconds of CPU, memory in bytes, `bars_met` with a truth for each promise made."""
    floor = readings[0].cpu
    rows = [
        {
            "command": reading.command.name.replace("`", ""),
            "ratio": round(reading.cpu / floor, 3),
            "cpu": reading.cpu,
            "wall": reading.wall,
            "peak": reading.peak,
            "quotes_per_second": round(reading.rate),
            "runs": reading.runs,
            "bars_met": bars_met(reading, floor),
        }
        for reading in readings
    ]
    return {"machine": machine(), "quotes": quotes, "rows": rows}


def bars_met(reading: Reading, floor: float) -> dict[str, bool]:
    """For each promise a command makes whether this reading keeps it; `floor` is in seconds."""
    command = reading.command
    bars = {
        "ratio": (command.ratio, reading.cpu / floor <= command.ratio),
        "rate": (command.rate, reading.rate >= command.rate),
        "peak": (command.peak, reading.peak <= command.peak),
    }
    return {name: met for name, (promised, met) in bars.items() if promised}


def markdown(readings: Sequence[Reading], quotes: int) -> str:
    """The table for a README; the first reading is the floor. A bar that is missed stands in bold."""
    floor = readings[0].cpu
    lines = [
        f"A bank of {quotes:,} quotes on {machine()}. CPU medians of {readings[0].runs} interleaved runs.",
        "",
        "| command | x floor | allowed | CPU, ms | peak, MB | quotes/s | allowed |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    return "\n".join(lines + [_row(reading, floor) for reading in readings]) + "\n"


def _row(reading: Reading, floor: float) -> str:
    command, met = reading.command, bars_met(reading, floor)
    cells = [
        command.name,
        _marked(f"{reading.cpu / floor:.2f}", met.get("ratio", True)),
        f"<= {command.ratio:g}" if command.ratio else "",
        f"{reading.cpu * 1000:.0f}",
        _marked(f"{reading.peak / _MEGABYTE:.0f}", met.get("peak", True)),
        _marked(f"{reading.rate:,.0f}", met.get("rate", True)) if command.quotes else "",
        f">= {command.rate:,.0f}" if command.rate else "",
    ]
    return f"| {' | '.join(cells)} |"


def _marked(figure: str, met: bool) -> str:
    return figure if met else f"**{figure}**"


def _processor() -> str:
    """The processor's name as its maker gives it, where the system tells."""
    cpuinfo = Path("/proc/cpuinfo")
    if sys.platform == "linux" and cpuinfo.is_file():
        for line in cpuinfo.read_text(encoding="utf-8", errors="replace").splitlines():
            name, _, value = line.partition(":")
            if name.strip() == "model name" and value.strip():
                return value.strip()
    return platform.processor() or platform.machine()
