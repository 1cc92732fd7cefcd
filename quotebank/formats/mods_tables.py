"""MODS's genres, roles and identifiers, and what CSL calls them."""

from quotebank.formats.zotero_tables import TYPES

GENRES = {
    **{name.lower(): kind for name, kind in TYPES.items()},
    "newspaper": "article-newspaper", "newspaper article": "article-newspaper", "news": "article-newspaper",
    "magazine": "article-magazine", "magazine article": "article-magazine", "periodical": "article-magazine",
    "journal article": "article-journal", "academic journal": "article-journal", "journal": "article-journal",
    "article": "article-journal", "law report or digest": "article-journal", "legal article": "article-journal",
    "book": "book", "novel": "book", "biography": "book", "autobiography": "book", "memoir": "book",
    "handbook": "book", "yearbook": "book", "festschrift": "book", "fiction": "book", "history": "book",
    "collection": "book", "bibliography": "book", "book chapter": "chapter", "book section": "chapter",
    "conference publication": "paper-conference", "conference paper": "paper-conference",
    "proceedings article": "paper-conference", "thesis": "thesis", "theses": "thesis", "ph.d. thesis": "thesis",
    "masters thesis": "thesis", "dissertation": "thesis", "technical report": "report", "report": "report",
    "government publication": "report", "standard or specification": "standard", "web site": "webpage",
    "web page": "webpage", "website": "webpage", "online system or service": "webpage", "blog": "post-weblog",
    "interview": "interview", "speech": "speech", "letter": "personal_communication", "map": "map",
    "legislation": "legislation", "legal case and case notes": "legal_case", "patent": "patent", "treaty": "treaty",
    "motion picture": "motion_picture", "videorecording": "motion_picture", "film": "motion_picture",
    "sound": "broadcast", "dictionary": "entry-dictionary", "encyclopedia": "entry-encyclopedia",
    "unpublished": "manuscript", "manuscript": "manuscript", "script": "manuscript", "review": "review",
    "electronic": "webpage", "pamphlet": "pamphlet", "picture": "graphic", "art original": "graphic",
}  # fmt: skip
"""CSL types by genre: MARC's list of genre terms, bibutils' and Zotero's words, in lower case."""

RESOURCES = {
    "cartographic": "map", "still image": "graphic", "moving image": "motion_picture", "sound recording": "broadcast",
    "sound recording-musical": "song", "sound recording-nonmusical": "broadcast", "notated music": "musical_score",
    "software, multimedia": "webpage",
}  # fmt: skip
"""CSL types by ``typeOfResource``; ``text`` says nothing."""

ROLES = {
    "author": "author", "aut": "author", "creator": "author", "cre": "author", "interviewee": "author",
    "ive": "author", "speaker": "author", "spk": "author", "journalist": "author", "jrn": "author",
    "dissertant": "author", "dis": "author", "reporter": "author", "correspondent": "author", "crp": "author",
    "photographer": "author", "pht": "author", "artist": "author", "art": "author", "cartographer": "author",
    "ctg": "author",
    "translator": "translator", "trl": "translator", "editor": "editor", "edt": "editor", "contributor": "contributor",
    "ctb": "contributor", "interviewer": "interviewer", "ivr": "interviewer", "illustrator": "illustrator",
    "ill": "illustrator", "director": "director", "drt": "director", "film director": "director", "fmd": "director",
    "compiler": "compiler", "com": "compiler", "composer": "composer", "cmp": "composer", "narrator": "narrator",
    "nrt": "narrator", "producer": "producer", "pro": "producer", "recipient": "recipient", "rcp": "recipient",
    "addressee": "recipient", "performer": "performer", "prf": "performer", "host": "host", "hst": "host",
    "series editor": "collection-editor", "pbd": "collection-editor",
}  # fmt: skip
"""CSL's name variables by role: terms and codes of MARC's relators."""

IDENTIFIERS = {
    "doi": "DOI", "isbn": "ISBN", "issn": "ISSN", "pmid": "PMID", "pubmed": "PMID", "pmcid": "PMCID",
    "report number": "number", "serial number": "number",
}  # fmt: skip
"""CSL variables by the type of an identifier."""
