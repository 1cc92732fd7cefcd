"""The words of Typst: what matters in markup, in code and in mathematics (reference, "Syntax")."""

import re
from functools import cache

MARKUP, CODE, STATEMENT, MATH = "markup", "code", "statement", "math"
"""Modes; a statement is code that ends with its line."""


@cache
def keywords() -> frozenset[str]:
    """Words that begin a statement of code."""
    words = "let set show import include if for while return context break continue"
    return frozenset(words.split())


@cache
def tokens(mode: str) -> re.Pattern[str]:
    """What matters in a mode; all begin with one class of characters, for which the engine searches fastest."""
    name = r"[^\W\d][\w\u0300-\u036f-]*+"
    label = r"[\w\u0300-\u036f][\w\u0300-\u036f.:-]*+"
    if mode == MARKUP:
        return re.compile(
            rf"""[/`$<\\@\#\[\]:*_~\n](?:
                (?<=/)(?:(?P<comment>/[^\r\n]*+)|(?P<block>\*))
              | (?<=`)(?P<raw>`*+)
              | (?<=\$)(?P<math>)
              | (?<=<)(?P<label>{label})>
              | (?<=\\)(?P<escape>u\{{[0-9a-fA-F]+\}}|[\s\S])
              | (?<=@)(?P<reference>{label})
              | (?<=\#)(?P<hash>{name}|(?=[\[({{"]))
              | (?<=\[)(?P<opening>) | (?<=\])(?P<closing>)
              | (?:(?<=http:)|(?<=https:))(?P<link>//\S*+)
              | (?<=[*_])(?P<mark>(?<!\w[*_])|(?!\w)) | (?<=~)(?P<tie>)
              | (?<=\n)(?P<heading>[ \t]*+(?:=+|[-+/])(?=[ \t]))
            )""",
            re.VERBOSE,
        )
    comment, math = r"(?P<comment>//[^\r\n]*+)|(?P<block>/\*)", r"(?P<math>\$)"
    string = r'(?P<string>"(?:[^"\\]++|\\[\s\S])*+(?:"|\Z))'
    if mode == MATH:
        parts = [comment, math, string, r"\\(?P<escape>[\s\S])", rf'#(?P<hash>{name}|(?=[\[({{"]))']
    else:
        parts = [comment, math, string, r"(?P<raw>``?(?!`)|`{3,})", rf"<(?P<label>{label})>",
                 r'(?<![\w.-])label\(\s*+"(?P<named>[^"\\]*+)"\s*+\)',
                 r"(?<![\w.-])(?P<call>cite|ref|quote|bibliography)\(",
                 r"(?P<opening>[(\[{])|(?P<closing>[)\]}])"]  # fmt: skip
    if mode == STATEMENT:
        parts.append(r"(?P<ending>[;\n])")
    return re.compile("|".join(parts))


@cache
def block_edges() -> re.Pattern[str]:
    """The ends of comments within comments."""
    return re.compile(r"/\*|\*/")


@cache
def heading() -> re.Pattern[str]:
    """The mark of a heading or an item of a list, at the start of a line."""
    return re.compile(r"[ \t]*+(?:=+|[-+/])(?=[ \t])")


@cache
def path() -> re.Pattern[str]:
    """The path of a file, in quotation marks."""
    return re.compile(r'\s*+"([^"\\\r\n]+)"')


@cache
def string() -> re.Pattern[str]:
    """A string, ended or not."""
    return re.compile(r'"(?:[^"\\]++|\\[\s\S])*+(?:"|\Z)')


@cache
def method() -> re.Pattern[str]:
    """A field or method that is used at once."""
    return re.compile(r"\.([^\W\d][\w-]*+)(?=[(\[.])")


@cache
def goes_on() -> re.Pattern[str]:
    """What continues a condition."""
    return re.compile(r"\s*+(?:else\b|[\[{(])")


@cache
def domain() -> re.Pattern[str]:
    """What behind ``@`` is the domain of an e-mail address."""
    return re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}")


@cache
def full() -> re.Pattern[str]:
    """The argument of a bibliography that asks for every entry."""
    return re.compile(r"\bfull\s*:\s*true\b")


@cache
def form() -> re.Pattern[str]:
    """The form of a citation."""
    return re.compile(r'\bform\s*:\s*(?:"(\w+)"|(none)\b)')


@cache
def supplement() -> re.Pattern[str]:
    """The supplement of a citation."""
    return re.compile(r"\bsupplement\s*:\s*\[([^\]]*+)\]")
