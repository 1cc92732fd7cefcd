"""What `lint` found, as lines, as JSON, as annotations of GitHub Actions, or as SARIF 2.1.0."""

from collections import Counter
from collections.abc import Iterator, Sequence

from quotebank.actions.lint_rules import RULES, Finding
from quotebank.text.visible import visible

FORMATS = ("text", "json", "github", "sarif")

_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
_WARNINGS = frozenset(("Q106", "Q204", "Q401", "Q402"))
"""Rules whose findings may be as they should be; all others are errors."""


def lines(findings: Sequence[Finding]) -> Iterator[str]:
    """``file:line:col: code message; hint``, a line each, without anything that acts on a terminal."""
    for each in findings:
        hint = f"; {each.hint}" if each.hint else ""
        yield visible(f"{each.file}:{each.line}:{each.column}: {each.code} {each.message}{hint}")


def document(findings: Sequence[Finding]) -> dict[str, object]:
    """The documented JSON shape."""
    counts = Counter(each.code for each in findings)
    return {
        "ok": not findings,
        "findings": [{name: value for name, value in each._asdict().items() if value != ""} for each in findings],
        "counts": dict(sorted(counts.items())),
    }


def annotations(findings: Sequence[Finding]) -> Iterator[str]:
    """Workflow commands of GitHub Actions (GitHub documentation, "Workflow commands", "Setting an error message")."""
    for each in findings:
        place = f"file={_property(each.file)},line={each.line},col={each.column},title={_property(each.code)}"
        hint = f"; {each.hint}" if each.hint else ""
        yield f"::{_level(each.code)} {place}::{_data(visible(each.message + hint))}"


def sarif(findings: Sequence[Finding], version: str) -> dict[str, object]:
    """A SARIF log with one run (OASIS, SARIF 2.1.0, sections 3.13 and 3.14); columns count code points (3.14.17)."""
    numbers = {code: number for number, code in enumerate(RULES)}
    rules = [
        {
            "id": code,
            "shortDescription": {"text": f"{rule.title[:1].upper()}{rule.title[1:]}."},
            "defaultConfiguration": {"enabled": rule.on, "level": _level(code)},
        }
        for code, rule in RULES.items()
    ]
    driver = {"name": "quotebank", "version": version, "rules": rules}
    results = [_result(each, numbers[each.code]) for each in findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SARIF, "version": "2.1.0", "runs": [run]}


def _result(finding: Finding, number: int) -> dict[str, object]:
    from urllib.parse import quote

    hint = f"; {finding.hint}" if finding.hint else ""
    uri = quote(finding.file.replace("\\", "/"), safe="/~!$&'()*+,;=@", errors="surrogateescape")
    region = {"startLine": finding.line, "startColumn": finding.column}
    place = {"artifactLocation": {"uri": uri}, "region": region}
    return {
        "ruleId": finding.code,
        "ruleIndex": number,
        "level": _level(finding.code),
        "message": {"text": visible(finding.message + hint)},
        "locations": [{"physicalLocation": place}],
    }


def _level(code: str) -> str:
    return "warning" if code in _WARNINGS else "error"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    escaped = _data(text).replace(":", "%3A").replace(",", "%2C")
    return visible(escaped)
