"""Which script a character is of, by its place in Unicode; without regular expressions, which are slow to make."""


def is_han(char: str) -> bool:
    """Whether a character is a Chinese one (Han, with its compatibility forms and the iteration mark)."""
    return (
        "\u3400" <= char <= "\u9fff"
        or "\uf900" <= char <= "\ufaff"
        or "\U00020000" <= char <= "\U0003ffff"
        or char in ("々", "〇")
    )


def is_hangul(char: str) -> bool:
    """Whether a character is a Hangul syllable, or a consonant that begins one in decomposed text."""
    return "\uac00" <= char <= "\ud7a3" or "\u1100" <= char <= "\u115f" or "\ua960" <= char <= "\ua97c"


def is_kana(char: str) -> bool:
    """Whether a character is a Japanese syllable, in full or half width."""
    return "\u3041" <= char <= "\u3096" or "\u30a1" <= char <= "\u30fa" or "\uff66" <= char <= "\uff9d"


def is_cyrillic(char: str) -> bool:
    """Whether a character is a Cyrillic letter."""
    return "\u0400" <= char <= "\u052f"
