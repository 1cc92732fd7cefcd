"""The shapes of Markdown's marks, as regular expressions: each is made when first asked for, and takes linear time.

Repetitions are possessive where they could be tried twice, and what may be left open is told by a character that cannot
stand in it, so that a text of nothing but openings costs no more than any other.
"""

import re
from functools import cache

_VALUE = r"(?:\"[^\"\n\x00]*+\"|'[^'\n\x00]*+'|[^\s{}\"'@]*+)"
_ATTRIBUTE = rf"(?:[#.][^\s{{}}=\"'@]++|=[A-Za-z][\w+\-]*+|[A-Za-z_][\w:.\-]*+={_VALUE}|-)"
_ATTRIBUTES = rf"\{{[ \t]*+(?:{_ATTRIBUTE}[ \t]*+)*+\}}"
_TITLE = r"(?:\"[^\"\n]*+\"|'[^'\n]*+'|\([^()\n]*+\))"
_BRACED = r"\{(?:[^{}\\\x00]|\\.|\{(?:[^{}\\\x00]|\\.|\{(?:[^{}\\\x00]|\\.)*+\})*+\})*+\}"
_LIST = (
    r"(?:[-+*]|\(?(?:\d{1,9}|\#|[a-z]|[ivxlcdm]{1,9}|[IVXLCDM]{2,9}|@(?P<label>[\w\-]{0,200}))[.)]"
    r"|\(?[A-Z]\)|[A-Z]\.(?=[ \t]{2}))"
)
_DESTINATION = (
    r"\(\s*+(?:<[^<>\n\x00]*+>|(?:[^\s()\\<\x00]|\\.|\((?:[^\s()\\\x00]|\\.|\([^\s()\x00]*+\))*+\)"
    r"|[ \t]++(?![\"'(\s)])|\n(?![\"'(\s)])|<)*+)"
    r"(?:\s++(?:\"(?:[^\"\\\x00]|\\.)*+\"|'(?:[^'\\\x00]|\\.)*+'|\((?:[^()\\\x00]|\\.)*+\)))?+\s*+\)"
)


@cache
def plain_lines() -> "re.Pattern[str]":
    """Lines that begin nothing: with two letters that are no Roman number, or a quotation mark or emphasis."""
    return re.compile(r"(?:(?:(?![ivxlcdmIVXLCDM]{2,9}[.)])[^\W\d_]{2}|[\"“„«‘'*]{1,3}[^\W\d_]|\[@)[^\n]*+(?:\n|\Z))++")


@cache
def blank_lines() -> "re.Pattern[str]":
    """As many lines of nothing but spaces as there are."""
    return re.compile(r"(?:[ \t\f\v]*+\n)++|[ \t\f\v]++\Z")


@cache
def indent() -> "re.Pattern[str]":
    """Spaces and tabs."""
    return re.compile(r"[ \t\f\v]*+")


@cache
def quote_marks() -> "re.Pattern[str]":
    """The marks of block quotations."""
    return re.compile(r"(?:>[ ]?)(?:[ ]{0,3}>[ ]?)*+")


@cache
def list_marker() -> "re.Pattern[str]":
    """A bullet or number; `label` is the name of an example, `gap` the space behind."""
    return re.compile(rf"{_LIST}(?P<gap>[ \t]++|(?=\n|\Z))")


@cache
def rule() -> "re.Pattern[str]":
    """A line across the page."""
    return re.compile(r"(?:(?:-[ \t]*+){3,}+|(?:\*[ \t]*+){3,}+|(?:_[ \t]*+){3,}+)(?:\n|\Z)")


@cache
def underline() -> "re.Pattern[str]":
    """The line that makes a heading of the one above."""
    return re.compile(r"(?:=++|-++)[ \t]*+(?:\n|\Z)")


@cache
def fence() -> "re.Pattern[str]":
    """A line that begins fenced code: `mark` and `info`."""
    return re.compile(r"(?P<mark>`{3,}+(?=[^`\n]*+(?:\n|\Z))|~{3,}+)(?P<info>[^\n]*+)")


@cache
def closing_fence() -> "re.Pattern[str]":
    """A line that could end fenced code."""
    return re.compile(r"^[ \t>]*+(`{3,}+|~{3,}+)[ \t]*+$", re.MULTILINE)


@cache
def directive() -> "re.Pattern[str]":
    """A directive of MyST whose content is text (MyST guide, "Directives"), or an include."""
    return re.compile(
        r"\{(?P<name>note|warning|tip|important|caution|attention|danger|error|hint|seealso|admonition|epigraph|"
        r"pull-quote|highlights|blockquote|margin|sidebar|topic|dropdown|figure|include)\}(?P<rest>[^\n]*)"
    )


@cache
def heading() -> "re.Pattern[str]":
    """The mark of a heading."""
    return re.compile(r"\#{1,6}(?:[ \t]++|(?=\n|\Z))")


@cache
def heading_end() -> "re.Pattern[str]":
    """Closing marks and attributes of a heading."""
    return re.compile(rf"(?:[ \t]\#++)?[ \t]*+{_ATTRIBUTES}[ \t]*+$|[ \t]\#++[ \t]*+$", re.MULTILINE)


@cache
def note_definition() -> "re.Pattern[str]":
    """The beginning of a footnote's text; its label."""
    return re.compile(r"\[\^([^\s\[\]^]{1,200})\]:[ \t]*+")


@cache
def link_definition() -> "re.Pattern[str]":
    """The address of a link defined apart; its label."""
    return re.compile(
        r"\[(?![@^])([^\[\]\n]{1,999})\]:[ \t]*+(?:\n[ \t]*+)?+"
        rf"(?:<[^<>\n]*+>|(?!\[)\S++(?:[ \t]++(?!{_TITLE}|\[[^\[\]\n]*+\]|{_ATTRIBUTES})\S++)*+)"
        rf"(?:[ \t]*+(?:\n[ \t]++)?+(?<=\s){_TITLE})?+(?:[ \t]++{_ATTRIBUTES})?+[ \t]*+(?:\n|\Z)"
    )


@cache
def div() -> "re.Pattern[str]":
    """The border of a fenced div."""
    return re.compile(rf":{{3,}}+[ \t]*+(?:(?:{_ATTRIBUTES}|[^\s{{}}@]++)[ \t]*+:*+)?[ \t]*+(?:\n|\Z)")


@cache
def term_definition() -> "re.Pattern[str]":
    """The mark of a definition."""
    return re.compile(r"[:~][ \t]++")


@cache
def table_border() -> "re.Pattern[str]":
    """A line of dashes in columns: `bar` or `gap` is what parts them."""
    return re.compile(
        r"[ \t]*+(?P<lead>[|+])?[ \t]*+:?[-=]++:?"
        r"(?:(?P<bar>[ \t]*+[|+][ \t]*+)(?:(?::?[-=]++:?)(?:[ \t]*+[|+][ \t]*+)?)*+"
        r"|(?P<gap>[ \t]++-++)(?:[ \t]++-++)*+)[ \t]*+(?:\n|\Z)"
    )


@cache
def bar() -> "re.Pattern[str]":
    """What parts the cells of a row."""
    return re.compile(r"(?<!\\)\|")


@cache
def front_matter() -> "re.Pattern[str]":
    """YAML at the top."""
    return re.compile(r"---[ \t]*+\n(?![ \t]*\n)(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*+$\n?", re.DOTALL | re.MULTILINE)


@cache
def metadata() -> "re.Pattern[str]":
    """YAML further down: each line is a field, an item, a comment or indented."""
    return re.compile(
        r"---[ \t]*+\n(?=[\w\"'])"
        r"(?P<yaml>(?:(?:[\w.\-]++:(?:[ \t][^\n]*+)?|[ \t]++[^\n]*+|-[ \t][^\n]*+|\#[^\n]*+)?\n)*+)"
        r"(?:---|\.\.\.)[ \t]*+(?:\n|\Z)"
    )


@cache
def key() -> "re.Pattern[str]":
    """A citation key behind its ``@`` (pandoc manual, "Citation syntax"); `braced` may hold more characters."""
    return re.compile(
        r"@(?:\{(?P<braced>(?:[^\s{}\x00]|\{[^\s{}\x00]*+\}){1,1000}+)\}"
        r"|(?P<bare>[\w*](?:\w|[:.\#$%&\-+?<>~/](?=\w)|[:/](?=/))*+))"
    )


@cache
def example() -> "re.Pattern[str]":
    """The name of an example behind an ``@`` that is no citation's."""
    return re.compile(r"@\w(?:\w|-(?=\w))*+")


@cache
def attributes() -> "re.Pattern[str]":
    """Attributes in braces."""
    return re.compile(_ATTRIBUTES)


@cache
def destination() -> "re.Pattern[str]":
    """Address and title of a link or image."""
    return re.compile(_DESTINATION)


@cache
def command() -> "re.Pattern[str]":
    """A command of LaTeX with its arguments."""
    return re.compile(rf"\\([A-Za-z]++\*?)(?:[ \t]*+\[[^\[\]\x00]*+\])*+(?:{_BRACED}|\[[^\[\]\x00]*+\])*+")


@cache
def cite_command() -> "re.Pattern[str]":
    """A citation command of LaTeX, natbib or biblatex, with its keys."""
    return re.compile(rf"\\([A-Za-z]*?[Cc]it[A-Za-z]++\*?)(?:[ \t]*+\[[^\[\]\x00]*+\])*+{_BRACED}")


@cache
def angle() -> "re.Pattern[str]":
    """An address in angle brackets, or a tag of HTML."""
    return re.compile(
        r"<(?P<address>[A-Za-z][A-Za-z0-9+.\-]{1,30}:[^\s<>\x00]*+|[^\s<>@\x00]{1,99}@[\w][\w.\-]*+)>"
        r"|</?(?P<tag>[A-Za-z][A-Za-z0-9:\-]*+)"
        r"(?:\s++[A-Za-z_:][^\s\"'<>/=@\x00]*+(?:\s*+=\s*+(?:\"[^\"\x00]*+\"|'[^'\x00]*+'|[^\s\"'=<>`\x00]++))?+)*+"
        r"\s*+/?>"
        r"|<\?[^<>\x00]*+\?>|<![A-Z][^<>\x00]*+>"
    )


@cache
def dollars() -> "re.Pattern[str]":
    """Mathematics, displayed or within a line (pandoc manual, "Math")."""
    return re.compile(
        r"\$\$(?:[^$\x00]|\$(?!\$))++\$\$"
        r"|\$(?=[^\s$])(?:[^$\\\s\x00]|\\[^\x00]|\s++(?!\$))*+\$(?!\d)"
    )


@cache
def note_mark() -> "re.Pattern[str]":
    """The mark of a footnote in the text."""
    return re.compile(r"\[\^([^\s\[\]^\x00]{1,200})\]")


@cache
def wiki_link() -> "re.Pattern[str]":
    """A link to a note; its target and the text shown."""
    return re.compile(r"\[\[([^\[\]\n|\x00\x01]{0,400})(?:[|\x01]([^\[\]\n\x00]{0,400}))?\]\]")


@cache
def shortcode() -> "re.Pattern[str]":
    """A shortcode of Quarto or Hugo; its words."""
    return re.compile(r"\{\{[<%][ \t]*+([^\n{}\x00]*?)[ \t]*[>%]\}\}")


@cache
def role() -> "re.Pattern[str]":
    """The name of a role before inline code (MyST guide, "Roles")."""
    return re.compile(r"\{([A-Za-z][\w:.+\-]{0,60})\}(?=`)")


@cache
def ticks() -> "re.Pattern[str]":
    """Backticks in a row."""
    return re.compile(r"`+")
