"""A small good file of each format that can be read, all with one Russian title, for tests of what is broken."""

import json

from quotebank.formats import FORMATS, Context
from quotebank.model.articles import Article
from quotebank.model.dates import PartialDate
from quotebank.model.names import Name

TITLE = "Взгляд на новую этику сегодня"

ARTICLE = Article(
    key="zuenko2021vzglyad",
    title=TITLE,
    authors=(Name(family="Zuenko", given="Ivan"),),
    outlet="Profil",
    date=PartialDate.from_edtf("2021-10-31"),
    url="https://example.org/etika",
)

ZOTERO = {
    "config": {"id": "1", "label": "BetterBibTeX JSON"},
    "collections": {"AAAA": {"key": "AAAA", "name": "Asia", "items": [1]}},
    "items": [
        {
            "itemID": 1,
            "itemType": "newspaperArticle",
            "title": TITLE,
            "creators": [{"creatorType": "author", "firstName": "Ivan", "lastName": "Zuenko"}],
            "publicationTitle": "Profil",
            "date": "2021-10-31",
            "url": "https://example.org/etika",
            "uri": "http://zotero.org/users/1/items/ABCD1234",
            "notes": ["A plain note"],
        }
    ],
}

ENDNOTE = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<xml><records>
<record>
<ref-type name="Newspaper Article">23</ref-type>
<contributors><authors><author><style face="normal">Zuenko, Ivan</style></author></authors></contributors>
<titles><title><style face="normal">{TITLE}</style></title><secondary-title>Profil</secondary-title></titles>
<dates><year>2021</year><pub-dates><date>31 October</date></pub-dates></dates>
<urls><related-urls><url>https://example.org/etika</url></related-urls></urls>
</record>
</records></xml>
"""

MODS = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<modsCollection xmlns="http://www.loc.gov/mods/v3">
<mods ID="zuenko2021vzglyad">
<titleInfo><title>{TITLE}</title></titleInfo>
<name type="personal"><namePart type="family">Zuenko</namePart><namePart type="given">Ivan</namePart></name>
<genre>newspaper</genre>
<relatedItem type="host"><titleInfo><title>Profil</title></titleInfo></relatedItem>
<originInfo><dateIssued>2021-10-31</dateIssued></originInfo>
<location><url>https://example.org/etika</url></location>
</mods>
</modsCollection>
"""

EPFL = {
    "quoteID": "2021-10-31-000001", "quotation": TITLE, "speaker": "Ivan Zuenko", "qids": ["Q1"],
    "date": "2021-10-31 10:00:00", "numOccurrences": 1, "probas": [["Ivan Zuenko", "0.9"], ["None", "0.1"]],
    "urls": ["https://example.org/etika"], "phase": "E",
}  # fmt: skip

_HYPOTHESIS = {
    "uri": "https://example.org/etika", "user": "acct:a@hypothes.is", "text": "A note", "tags": [],
    "document": {"title": [TITLE]},
    "target": [{"source": "https://example.org/etika", "selector": [{"type": "TextQuoteSelector", "exact": TITLE}]}],
}  # fmt: skip

_WRITTEN_BY_HAND = {
    "zotero_json": json.dumps(ZOTERO, ensure_ascii=False, indent=1),
    "endnote_xml": ENDNOTE,
    "mods_xml": MODS,
    "epfl_quotebank": json.dumps(EPFL, ensure_ascii=False) + "\n",
    "hypothesis_json": json.dumps({"rows": [_HYPOTHESIS]}, ensure_ascii=False, indent=1),
    "kindle": f"{TITLE} (Zuenko, Ivan)\n- Your Highlight on page 3 | Added on Monday, 1 November 2021 10:00:00\n\n"
    f"{TITLE}\n==========\n",
    "readwise": f"Highlight,Book Title,Book Author,Note\n{TITLE},{TITLE},Ivan Zuenko,\n",
    "markdown_notes": f'---\ntitle: "{TITLE}"\nauthor: Ivan Zuenko\ndate: 2021-10-31\n---\n\n> {TITLE}\n',
    "csv_reading": f"key,title,authors,date\nzuenko2021vzglyad,{TITLE},Ivan Zuenko,2021-10-31\n",
}

OWN_READERS = ("zotero_json", "endnote_xml", "mods_xml", "epfl_quotebank")
"""Readers of other libraries' exports, by their modules."""

MODULES = tuple(
    dict.fromkeys(
        (*(known.module.rpartition(".")[2] for known in FORMATS.values() if known.reads), *OWN_READERS),
    )
)
"""The modules of all formats that can be read."""


def sample(module: str) -> str:
    """A good file of the format that a module reads, with one article whose title or quote is `TITLE`."""
    if module in _WRITTEN_BY_HAND:
        return _WRITTEN_BY_HAND[module]
    known = next(known for known in FORMATS.values() if known.module.endswith(f".{module}") and known.writes)
    records = [ARTICLE.to_json() if known.takes_shapes else ARTICLE]
    return "".join(known.write(records, Context()))
