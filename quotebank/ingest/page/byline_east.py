"""Bylines in Chinese, Japanese and Korean, where job words and not spaces tell what is a name.

``〔記者林宸誼／台北報導〕``, ``新华社北京11月4日电（记者张三、李四）``, ``（編集委員 山田太郎）`` and
``[서울=뉴시스] 홍길동 기자`` are such.
"""

# ruff: noqa: PLR2004 -- the numbers count the words and characters of names

import re
from functools import cache

from quotebank.ingest.page import byline_east_words as known
from quotebank.ingest.page.byline_pieces import (
    AGENCY,
    COLLECTIVE,
    INSTITUTION,
    PERSON,
    House,
    compared,
    is_agency,
    is_place,
)
from quotebank.model import name_words

_HAN = "\u3005\u3400-\u9fff\uf900-\ufaff"
_KANA = "\u3040-\u309f\u30a1-\u30fa\u30fc"
_HANGUL = "\uac00-\ud7a3"
_LONGEST_POST = 40


def is_eastern(text: str) -> bool:
    """Whether a byline has Chinese, Japanese or Korean letters."""
    return any("\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" for char in text)


def eastern_names(text: str, house: House) -> tuple[list[tuple[str, str]], str]:
    """The authors in a byline with East Asian letters, each with its kind; and the text without job words.

    The text is for the general reading, where no name in these letters is found ("文 / Jane Doe").
    """
    text = re.sub(r"(글|文|취재|取材)\s?[·・/]\s?(?:사진|写真|摄影|攝影|图|圖|촬영)(?=[\s:：=＝/／｜])", r"\1", text)
    text = _dropped().sub(" ", text)
    whole = text.strip(" 　（）()〔〕【】[]")
    if compared(whole) in house.names:
        return [], ""
    if is_agency(whole.lower()):
        return [(whole, AGENCY)], ""
    if whole in known.COLLECTIVE_WORDS:
        return [], ""
    if _collective(whole):
        return [(whole, COLLECTIVE)], ""
    text = _posts_in_brackets().sub(" ⟪ ", text)
    text = re.sub(r"[（(][\u3040-\u309f・\s]+[）)]", " ", text)
    marked = _jobs_behind().sub(" ⟪ ", _jobs_before().sub(" ⟫ ", text))
    people = _people(marked, house)
    if not people and _is_institution(whole):
        return [(whole, INSTITUTION)], ""
    rest = re.sub(rf"[{_HAN}{_KANA}{_HANGUL}⟪⟫（）〔〕【】]+", " ", marked) if not people else ""
    return [(name, PERSON) for name in people], rest.strip(" /|:")


def _collective(text: str) -> bool:
    """Whether an editorial staff is named with its paper's name before it."""
    return len(text) <= 16 and any(text.endswith(word) for word in known.COLLECTIVE_WORDS)


def _is_institution(text: str) -> bool:
    return 2 < len(text) <= 20 and text.endswith(name_words.INSTITUTION_ENDINGS) and " " not in text


def _people(marked: str, house: House) -> list[str]:
    """The people in a text whose job words are marks: those beside the marks, or all where there is none."""
    if "⟫" in marked:
        after = [name for part in marked.split("⟫")[1:] for name in _names(_first_stretch(part), house)]
        if after:
            return after
    if "⟪" in marked:
        before = [name for part in marked.split("⟪")[:-1] for name in _names_before(part, house)]
        if before:
            return before
    plain = marked.replace("⟪", " ").replace("⟫", " ")
    return _names(plain, house) if _is_list(plain) else []


def _first_stretch(text: str) -> str:
    """What follows a job word up to a bracket, a slash, a dash or a full stop."""
    text = text.replace("⟪", "/").lstrip(" :：/／｜|、,=・")
    text = re.sub(r"\s[^\s:：/／｜|()（）]{1,6}\s?[:：].*$", "", text, flags=re.DOTALL)  # the next label of the line
    return re.split(r"[／/｜|()（）〔〕【】\[\]。;；:：=＝—]| [-–] ", text, maxsplit=1)[0]


def _names(text: str, house: House) -> list[str]:
    """The names in a text that has nothing else but places, papers and job words."""
    # Print sets names of two characters apart to fill the width of three: 赵　骞.
    text = re.sub(rf"(?<![{_HAN}])([{_HAN}])[ 　]([{_HAN}])(?![{_HAN}])", r"\1\2", text)
    words = [word for word in re.split(rf"[^{_HAN}{_KANA}{_HANGUL}·・]+", text) if word]
    words = [part for word in words for part in _parted(word)]
    found: list[str] = []
    place = 0
    while place < len(words):
        pair = _pair(words, place, text)
        name = f"{words[place]} {words[place + 1]}" if pair else words[place]
        place += 2 if pair else 1
        if _is_name(name, house):
            found.append(name)
    return found


def _parted(word: str) -> list[str]:
    """A word at its dots, unless they stand within one foreign name (约翰·史密斯, ジョン・スミス)."""
    parts = [part for part in re.split("[·・]", word) if part]
    if len(parts) < 2 or re.fullmatch(rf"[{_KANA}·・]+", word):
        return [word]
    if all(_is_chinese(part) or re.fullmatch(f"[{_HANGUL}]{{2,4}}", part) for part in parts):
        return parts
    return parts if "・" in word and all(2 <= len(part) <= 5 for part in parts) else [word]


def _pair(words: list[str], place: int, text: str) -> bool:
    """Whether two words with a space between them are one Japanese name."""
    if place + 1 >= len(words) or not re.search(rf"{re.escape(words[place])}[ 　]{re.escape(words[place + 1])}", text):
        return False
    left, right = words[place], words[place + 1]
    if not (re.fullmatch(f"[{_HAN}]{{1,3}}", left) and re.fullmatch(f"[{_HAN}{_KANA}]{{1,4}}", right)):
        return False
    two = len(left) > 1 and _is_chinese(left) and _is_chinese(right)
    return not two and not _is_nothing(left) and not _is_nothing(right)


def _is_chinese(word: str) -> bool:
    """Whether a word is built like a Chinese name: a known surname and one or two characters."""
    if word[:2] in name_words.TWO_CHARACTERS and 3 <= len(word) <= 4:
        return True
    return re.fullmatch(f"[{_HAN}]{{2,3}}", word) is not None and word[0] in known.CHINESE


def _is_nothing(word: str) -> bool:
    return word in known.NO_NAMES or word in known.KOREAN_PLACES or is_place(word) or is_agency(word)


def _is_name(word: str, house: House) -> bool:
    """Whether a word can be somebody's name."""
    bare = word.replace(" ", "")
    if _is_nothing(bare) or compared(bare) in house.names or bare in known.COLLECTIVE_WORDS:
        return False
    if re.fullmatch(f"[{_HANGUL}]+", bare):
        return 2 <= len(bare) <= 4 and bare[0] in known.KOREAN and not bare.startswith("기자")
    if "·" in word or re.fullmatch(rf"[{_KANA}]{{2,}}・[{_KANA}・]{{2,}}", word):
        return len(word) <= 20
    if bare.endswith(known.NAMES_OF_PAPERS):
        return False
    if any(job in bare for job in ("记者", "記者", "기자")):
        return False
    return (
        2 <= len(bare) <= (5 if re.fullmatch(f"[{_HAN}]+", bare) else 7)
        and re.fullmatch(rf"[{_HAN}]+[{_KANA}{_HAN}]*", bare) is not None
    )


def _names_before(text: str, house: House) -> list[str]:
    """The names that end at a job word, going back while words are names."""
    stretch = re.split(r"[\[\]()（）〔〕【】=＝/／|｜。]", text)
    part = next((each for each in reversed(stretch) if re.search(rf"[{_HAN}{_KANA}{_HANGUL}]", each)), "")
    words = [word for word in re.split(rf"[^{_HAN}{_KANA}{_HANGUL}]+", part) if word]
    if not any(re.fullmatch(f"[{_HANGUL}]+", word) for word in words):
        return _names(part, house)
    found: list[str] = []
    for word in reversed(words):
        if not _is_name(word, house) or (found and len(word) != 3 and "·" not in part and "," not in part):
            break
        found.insert(0, word)
    return found


def _is_list(text: str) -> bool:
    """Whether a text without job words is nothing but names."""
    words = [word for word in re.split(rf"[^{_HAN}{_KANA}{_HANGUL}·・]+", text) if word]
    return 0 < len(words) <= 20 and all(len(word) <= 12 for word in words) and not re.search("[はがをにでのも]", text)


@cache
def _dropped() -> re.Pattern[str]:
    """Credits that are no authors', each with the names behind it."""
    words = "|".join(sorted(known.DROPPED, key=len, reverse=True))
    alone = rf"(?:(?<![{_HAN}{_KANA}{_HANGUL}])|(?<=[：:，,、]))"
    joint = r"(?:\s?[:：/／｜|・]\s?|\s+|by\s|[＝=])"
    end = r"(?=$|[;；|｜()（）〔〕【】]|\s(?:文|글|作者|记者|記者|撰文)[\s:：/／])"
    return re.compile(rf"{alone}(?:{words}){joint}[^;；|｜()（）〔〕【】]*?{end}|图源.*$")


@cache
def _jobs_before() -> re.Pattern[str]:
    """Job words with a name behind them, each with the agency or paper before it."""
    long = "|".join(word for word in sorted(known.JOBS_BEFORE, key=len, reverse=True) if len(word) > 1)
    paper = r"(?:新华社|新華社|中新社|中新网|人民网|[^\s，。（(]{2,6}(?:报|報|社|网|網))?"
    name = rf"(?=[\s:：/／｜|]|[{_HAN}{_KANA}{_HANGUL}])(?!\s*(?:$|[)）〕】\]]|[{known.VERBS}]))"
    short = r"(?:(?<=^)|(?<=[\s/|（(〔【\[]))(?:文|글)(?:字)?\s?(?:[:：/／｜|=＝]|\s)|(?<=^)文(?=[/／｜|:：])"
    return re.compile(rf"{paper}(?:{long}){name}|{short}")


@cache
def _jobs_behind() -> re.Pattern[str]:
    """Job words with a name before them."""
    words = "|".join(sorted(known.JOBS_BEHIND, key=len, reverse=True))
    return re.compile(rf"(?<=[{_HAN}{_KANA}{_HANGUL}])\s?(?:{words})(?:의(?=\s))?(?![{_HANGUL}])")


@cache
def _posts_in_brackets() -> re.Pattern[str]:
    """Brackets behind a name that say what somebody is: 大河内 真紀（主任研究員）."""
    posts = "|".join(known.POSTS_IN_BRACKETS)
    return re.compile(rf"(?<=[{_HAN}{_KANA}{_HANGUL}])\s?[（(][^（）()]{{0,30}}?(?:{posts})[）)]")


def is_guest(text: str) -> bool:
    """Whether a text is a Korean name with only a post behind it, as guests sign columns: 한서윤 시인·동화작가."""
    return len(text) <= _LONGEST_POST and text[:1] in known.KOREAN and _guest().fullmatch(text) is not None


@cache
def _guest() -> re.Pattern[str]:
    posts = "|".join(known.POSTS)
    words = rf"[{_HANGUL}A-Za-z]"
    return re.compile(
        rf"[{_HANGUL}]{{1,3}}[^의을를는\s]\s(?:{words}{{1,12}}[\s·/,]\s?){{0,2}}{words}{{0,10}}?(?:{posts})"
    )


def lead_signature(text: str) -> str:
    """The names in brackets behind the last full stop of a Japanese paragraph, `""` where there are none.

    Each must be built like a name, and one begin with a common surname: （写真は昨年）and（敬称略）are none.
    """
    found = re.search(r"。\s?[（(]([^（）()。]{3,40})[）)]$", text)
    parts = [part for part in re.split(r"[、,，・]", found[1]) if part] if found else []
    able = all(
        re.fullmatch(rf"[{_HAN}]{{2,3}} ?[{_HAN}{_KANA}]{{0,2}}[^市町村区県府都駅社部]", part.strip()) for part in parts
    )
    known_ones = any(part.strip().startswith(known.JAPANESE) for part in parts)
    return "、".join(parts) if parts and able and known_ones else ""
