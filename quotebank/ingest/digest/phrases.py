"""Capitalised phrases in the row of a block: where each ends, and whether it reads as a person's name."""

import re
from functools import lru_cache

from quotebank.ingest.digest import dating
from quotebank.ingest.digest.recognition import Recognition
from quotebank.ingest.digest.row_tokens import BOUND, GAPS
from quotebank.ingest.digest.tokens import APOSTROPHES, plain
from quotebank.ingest.digest.units import NO_PERSON

_LONGEST = 12
"""How many tokens a phrase may have."""

NAME_PARTICLES = frozenset(
    """von van de der den del della di da do dos das du des la le al el bin ibn ben ter ten te zu zur zum af av d' y
    фон ван де ле ла дер дельи бин""".split()  # noqa: SIM905 -- lists of words
)
"""Small words inside the names of people."""

PARTICLES = NAME_PARTICLES | frozenset(
    "les los las abu und and et e i l' of the for en im am an bei aux à na on".split()  # noqa: SIM905 -- a list of words
)
"""Small words inside names of any kind."""

_HEADS = frozenset(
    """journal annals review bulletin institute center centre council school university bank house ministry department
    academy church republic""".split()  # noqa: SIM905 -- a list of words
)
"""Words that "of" goes on with inside a name."""

_FRENCH_TITLE = re.compile(
    r"\s(?:des|du|de la|de l['’]|de|d['’])\s?[a-zà-ÿ-]+(?:\s[a-zà-ÿ-]+)?"
    r"(?=\s\((?:vol|n°|no\b|tome|\d|[a-zûé]+ \d{4})|,\s(?:n°|vol\b|no\b))"
)
"""The small words of a French title before its number: ``Revue des études sahéliennes (vol. 12)``."""

_BEFORE_DATE = re.compile(r"(?:am|vom|on|of|du|daté du)\s\d|\(")

_GERMAN_ENDINGS = {
    "k": "zeitung zeitschrift magazin portal blatt agentur sender",
    "r": "redakteur redakteurin korrespondent korrespondentin kommentator kommentatorin autor autorin experte expertin "
         "ökonom ökonomin forscher forscherin politologe politologin kolumnist kolumnistin reporter reporterin "
         "wissenschaftler wissenschaftlerin",
    "g": "minister ministerin präsident präsidentin sprecher sprecherin chef chefin kanzler kanzlerin direktor "
         "direktorin vorsitzender vorsitzende beauftragte beauftragter",
    "x": "ausgabe kommentar artikel beitrag interview",
}  # fmt: skip
"""What a German compound is by its last part, as the letters of cue words say it."""


@lru_cache(maxsize=4096)
def _last_part(word: str) -> str:
    """The letter of a German compound's last part; ``""`` for another word."""
    for letter, endings in _GERMAN_ENDINGS.items():
        if any(word.endswith(ending) and len(word) > len(ending) + 2 for ending in endings.split()):
            return letter
    return ""


class Phrases(Recognition):
    """Finds capitalised phrases among the tokens of a block and gives them their letters."""

    def phrase(self, place: int) -> int:
        """Add the capitalised phrase that begins at a token; gives the token behind it."""
        end = self.phrase_end(place)
        split = self.split(place, end) or self._loud(place, end)
        if split:
            self.typed(place, split)
            self.typed(split, end)
        else:
            self.typed(place, end)
        return end

    def phrase_end(self, place: int) -> int:
        """The token behind the capitalised phrase that begins at a token."""
        end = place + 1
        while end < min(len(self.tokens), place + _LONGEST) and self.gap(end) in GAPS and (step := self._joined(end)):
            end += step
        end = self._with_small_words(place, min(end, len(self.tokens)))
        return end + self._is_soft_sign(place, end)

    def _with_small_words(self, place: int, end: int) -> int:
        """The end of a phrase with the small words that belong to it: of a foreign name, of a French title."""
        if end >= len(self.tokens):
            return end
        if (self.lower[end - 1], self.lower[end]) in self.reader.pairs:
            return end + 1
        if end == place + 1 and end + 1 < len(self.tokens) and self._is_foreign(end):
            return end + 1
        if self.language == "fr" and (title := _FRENCH_TITLE.match(self.text, self.ends[end - 1])):
            while end < len(self.tokens) and self.ends[end] <= title.end():
                end += 1
        return end

    def _is_soft_sign(self, place: int, end: int) -> bool:
        """Whether an apostrophe behind a phrase is part of it (``Profil’``) and closes no quotation."""
        if end >= len(self.tokens) or self.tokens[end] not in "’'" or self.starts[end] != self.ends[end - 1]:
            return False
        return not self.text[self.ends[end] : self.ends[end] + 1].isalnum() and self.single_quote >= self.starts[place]

    def _is_foreign(self, place: int) -> bool:
        """Whether the small word after a capitalised one is part of a foreign name: ``das Blatt Beli list, Heft 3``."""
        token, lowered = self.tokens[place], self.lower[place]
        if self.kinds[place] != "word" or not token.islower() or len(token) < 3 or self.language == "ru":  # noqa: PLR2004
            return False
        if lowered in self.words.stop or lowered in self.words.letters or token in self.reader.frequent:
            return False
        after = self.text[self.ends[place] : self.ends[place] + 10].lstrip()
        dated = _BEFORE_DATE.match(after) is not None
        if self.behind() == "k":
            return dated or after[:1] in (",", ".", ";", ":") or after.startswith("am ")
        slot = re.search(r"[iaj]e?$", "".join([unit.tag for unit in self.units[-2:]])) is not None
        return slot and (dated or (self.language == "fr" and after[:1] in (",", ":")))

    def _joined(self, place: int) -> int:
        """How many tokens from here on join the phrase before them; 0 for none."""
        token, kind = self.tokens[place], self.kinds[place]
        glued = self.ends[place - 1] == self.starts[place]
        if kind in ("word", "initial"):
            if glued and self.kinds[place - 1] not in ("elision", "initial"):
                return 0
            return self._joined_capital(place) if token[0].isupper() else self._joined_small(place)
        if kind == "elision":
            return 2 if self.upper(place + 1) else 0
        if kind == "number":
            return self._joined_number(place, glued=glued)
        return self._joined_sign(place, glued=glued) if self.upper(place + 1) else 0

    def _joined_capital(self, place: int) -> int:
        """1 when a capitalised word goes on with the phrase: same script, no title of its own, no outlet, no issue."""
        if self._is_other_script(place) or self._is_after_initials(place):
            return 0
        if self.lower[place] in self.words.issue and dating.issue_at(self.text, self.starts[place]):
            return 0
        before = self.tokens[place - 1]
        if before in APOSTROPHES and self.kinds[place - 1] == "sign" and not self.lower[place - 2].endswith("s"):
            return 0
        known = self.known(place)
        if known and not known[0].wary and len(known[0].words) > 1:
            return 0
        letter = self.words.letters.get(self.lower[place], "") or self.compound(place)
        if letter == "k" and self.is_quote(place + 1):
            return 0
        return 0 if self.language == "de" and letter in ("g", "r", "a", "i") else 1

    def _joined_small(self, place: int) -> int:
        token = self.tokens[place]
        if BOUND.match(token):
            return 1
        if self.language == "ru" and token.isalpha() and token[0] < "а" and self.tokens[place - 1][0] < "А":
            return 1  # a Latin name in a Russian text
        return self.particles(place) if self.lower[place] in PARTICLES else 0

    def _joined_sign(self, place: int, *, glued: bool) -> int:
        """2 when a sign joins two capitalised words: ``Felder & Fakten``, ``Workers’ Anvil``, ``ND.DER TAG``."""
        piece, before = self.tokens[place], self.tokens[place - 1]
        close = self.starts[place + 1] == self.ends[place]
        if piece == "&":
            return 2
        if piece == "." and glued and close and before.isupper() and len(before) > 1:
            return 2
        if piece in "’'" and glued:
            plural = before.endswith("s") and self.language == "en" and self.single_quote >= self.starts[place]
            return 2 if plural or close else 0
        return 0

    def _joined_number(self, place: int, *, glued: bool) -> int:
        """How many tokens a number in a name takes: ``Kanal 9 Nord`` 2, ``TANAGER 7`` 1."""
        token, before = self.tokens[place], self.tokens[place - 1]
        if len(token) > 2:  # noqa: PLR2004
            return 0
        following = place + 1
        if (
            not glued and self.upper(following) and self.kinds[following] == "word" and self.gap(following) == " "
            and not dating.month_number(self.tokens[following]) and self.lower[place - 1] not in self.words.nouns
        ):  # fmt: skip
            return 2
        return int(before.isupper() and len(before) > 2)  # noqa: PLR2004

    def _is_other_script(self, place: int) -> bool:
        """Whether a word is Cyrillic after a Latin one, or Latin after a Cyrillic one."""
        before, here = self.tokens[place - 1][0], self.tokens[place][0]
        return before.isalpha() and ("Ѐ" <= here <= "ӿ") != ("Ѐ" <= before <= "ӿ")

    def _is_after_initials(self, place: int) -> bool:
        """Whether a word follows a family name with its initials behind it: ``Иванов И. И. Название``."""
        if self.kinds[place] != "word" or self.kinds[place - 1] != "initial":
            return False
        first = place - 1
        while first > 0 and self.kinds[first - 1] == "initial":
            first -= 1
        if first == 0 or self.kinds[first - 1] != "word" or not self.upper(first - 1):
            return False
        if self.units and self.ends[first - 1] <= self.units[-1].end:
            return False
        return place - first > 1 or self.tokens[place - 1].count(".") > 1 or self.is_gost

    def particles(self, place: int) -> int:
        """How many tokens particles and the capital after them take: ``von der Heyden``, ``du Levant``; else 0."""
        last = place
        stop = min(len(self.tokens), place + 3)
        while last < stop and self.lower[last] in PARTICLES and self.tokens[last][0].islower():
            last += 1
        if last < len(self.tokens) and self.kinds[last] == "elision" and self.upper(last + 1):
            return last - place + 2
        if not self.is_name_word(last):
            return 0
        if any(word not in NAME_PARTICLES for word in self.lower[place:last]):
            return last - place + 1 if self._binds(place, last) else 0
        return 0 if self._is_preposition(place, last) else last - place + 1

    def _binds(self, place: int, last: int) -> bool:
        """Whether "of", "and", "am" and the like hold a name together: behind a word that outlets are called by."""
        run = self.lower[place:last]
        if run == ("am",):
            return self.language != "de"
        if self.language != "en" or run not in (("of",), ("of", "the"), ("and",), ("for",)):
            return False
        if dating.month_number(self.tokens[last]):
            return False
        return self.lower[place - 1] in self.words.telling or plain(self.lower[place - 1]) in _HEADS

    def _is_preposition(self, place: int, last: int) -> bool:
        """Whether ``de``, ``von``, ``di`` joins two things and not the parts of one name."""
        piece = self.lower[place]
        if self.language == "fr":
            return piece in ("de", "du", "des", "d'", "le", "la") and self.known(last) is not None
        if self.language != "de":
            return False
        if piece in ("von", "zu", "zur", "zum"):
            named = plain(self.tokens[place - 1]) in self.reader.given or self.kinds[place - 1] == "initial"
            if named or self.behind() == "v":
                return False
            verb = self.words.letters.get(self.lower[last + 1], "") if last + 1 < len(self.lower) else ""
            return not (piece == "von" and self.opens(place - 1) and verb == "v")
        return piece not in ("van", "de", "del", "di", "da", "la", "le", "al", "bin", "ibn")

    def compound(self, place: int) -> str:
        """The letter of a German compound by its last part: a Fachzeitschrift is a kind, a Verkehrsökonomin a role."""
        if self.language != "de":
            return ""
        letter = _last_part(self.lower[place])
        return "" if letter == "k" and not (self.is_quote(place + 1) or self.upper(place + 1)) else letter

    def split(self, place: int, end: int) -> int:
        """Where an outlet and the person after it part (``Zavtra Alexander Prokhanov``); 0 when they do not."""
        given = self.reader.given
        for middle in range(max(place + 1, end - 4), end - 1):
            before = self.tokens[middle - 1]
            if (
                self.kinds[middle] == "word" and plain(self.tokens[middle]) in given
                and self.kinds[middle - 1] != "initial" and plain(before) not in given
                and self.lower[middle - 1] not in PARTICLES
            ):  # fmt: skip
                return middle
        return 0

    def _loud(self, place: int, end: int) -> int:
        """Where words in capitals begin behind others: ``Wiener DONAUBOTE``; 0 when they do not."""
        if self.shouted or self.tokens[place].isupper():
            return 0
        loud = [n for n in range(place + 1, end) if self.tokens[n].isupper() and len(self.tokens[n]) > 4]  # noqa: PLR2004
        if not loud:
            return 0
        rest = range(loud[0], end)
        return loud[0] if all(self.tokens[n].isupper() or self.lower[n] in PARTICLES for n in rest) else 0

    def typed(self, first: int, last: int) -> None:
        """Add a phrase with its letter: capitals, a person, a Latin name in a Russian text, or just capitalised."""
        names = [self.tokens[n] for n in range(first, last) if self.kinds[n] in ("word", "initial", "elision")]
        capitals = [name for name in names if name.isupper() and len(name) > 1 and not name.endswith(".")]
        if not self.shouted and capitals and len(capitals) == sum(name[0].isupper() for name in names):
            self.put("K", first, last)
        elif self.is_person(first, last):
            self.put("N", first, last)
        elif self.language == "ru" and self.tokens[first][0].isascii() and len(self.tokens[first]) > 1:
            self.put("T", first, last)
        else:
            self.put("C", first, last, NO_PERSON if self._has_ordinary_word(first, last) else None)

    def _has_ordinary_word(self, first: int, last: int) -> bool:
        """Whether a capitalised word of a phrase is no name: one the digest also writes small, or a cue."""
        words = self.words
        for n in range(first + (self.language == "de"), last):
            lowered = self.lower[n]
            if not self.upper(n) or self.kinds[n] != "word" or lowered in NAME_PARTICLES:
                continue
            if lowered in words.stop:
                return True
            small = lowered in self.reader.common or lowered in words.not_outlet or lowered in words.peoples
            if small and n < last - 1:
                return True
        return False

    def is_person(self, first: int, last: int) -> bool:
        """Whether a phrase reads as a person's name: a given name or initials first, then one to four words."""
        words = [n for n in range(first, last) if self.kinds[n] in ("word", "initial", "elision")]
        if not 2 <= len(words) <= 6 or "&" in self.tokens[first:last]:  # noqa: PLR2004
            return False
        if any(self.lower[n] in self.words.telling or self.lower[n] in self.words.not_outlet for n in words[1:]):
            return False
        if any(self.kinds[n] == "initial" for n in words):
            return True
        head = self.tokens[words[0]]
        return plain(head.split("-")[0]) in self.reader.given or plain(head) in self.reader.given
