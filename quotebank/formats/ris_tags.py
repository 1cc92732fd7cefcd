"""RIS's types and tags, and what quotebank calls them."""

TYPES = {
    "article-newspaper": "NEWS", "article-magazine": "MGZN", "article-journal": "JOUR", "webpage": "ELEC",
    "post-weblog": "BLOG", "report": "RPRT", "broadcast": "VIDEO", "book": "BOOK", "chapter": "CHAP",
    "paper-conference": "CPAPER", "thesis": "THES", "personal_communication": "PCOMM", "motion_picture": "MPCT",
    "document": "GEN", "legislation": "STAT", "manuscript": "UNPB", "pamphlet": "PAMP", "periodical": "SER",
    "interview": "GEN", "speech": "GEN", "post": "ELEC", "review": "JOUR", "article": "GEN",
}  # fmt: skip
"""The RIS type of a CSL type."""

READ_TYPES = {
    **{ris: csl for csl, ris in reversed(TYPES.items())},
    "GEN": "document", "WEB": "webpage", "ICOMM": "post", "JFULL": "periodical", "EJOUR": "article-journal",
    "INPR": "article-journal", "ABST": "article-journal", "CONF": "paper-conference", "EBOOK": "book",
    "ECHAP": "chapter", "ENCYC": "chapter", "DICT": "chapter", "SOUND": "broadcast", "ADVS": "broadcast",
    "GOVDOC": "report", "STAND": "report", "BILL": "legislation", "LEGAL": "legislation", "UNBILL": "legislation",
    "MANSCPT": "manuscript", "EDBOOK": "book", "CLSWK": "book", "MULTI": "webpage", "HEAR": "speech",
}  # fmt: skip
"""The CSL type of a RIS type; any other is a document."""

TEXTS = {
    "TI": "title", "T1": "title", "CT": "title", "TT": "title_translated", "T2": "outlet", "JF": "outlet",
    "JO": "outlet", "BT": "outlet", "JA": "outlet", "J1": "outlet", "PB": "publisher", "VL": "volume", "IS": "issue",
    "CP": "issue", "SE": "section", "UR": "url", "LA": "language",
}  # fmt: skip
"""Fields by their tag; where a record has several tags of one field the first in this table wins."""

FURTHER = {
    "DOI": "DO", "abstract": "AB", "ISSN": "SN", "edition": "ET", "publisher-place": "CY", "collection-title": "T3",
    "call-number": "CN", "archive": "DB", "archive_location": "AV", "container-title-short": "J2",
}  # fmt: skip
"""CSL variables that RIS has a tag for and quotebank no field."""

OWN = "quotebank:"
"""Stands before what only quotebank reads, in ``U1``."""
