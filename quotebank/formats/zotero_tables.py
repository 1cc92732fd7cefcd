"""Zotero's item types, fields and creators, and what CSL and quotebank call them (Zotero's schema, its map to CSL)."""

TYPES = {
    "artwork": "graphic", "audioRecording": "song", "bill": "bill", "blogPost": "post-weblog", "book": "book",
    "bookSection": "chapter", "case": "legal_case", "computerProgram": "software",
    "conferencePaper": "paper-conference", "dataset": "dataset", "dictionaryEntry": "entry-dictionary",
    "document": "document", "email": "personal_communication", "encyclopediaArticle": "entry-encyclopedia",
    "film": "motion_picture", "forumPost": "post", "gazette": "bill", "hearing": "hearing",
    "instantMessage": "personal_communication", "interview": "interview", "journalArticle": "article-journal",
    "letter": "personal_communication", "magazineArticle": "article-magazine", "manuscript": "manuscript",
    "map": "map", "newspaperArticle": "article-newspaper", "patent": "patent", "podcast": "broadcast",
    "preprint": "article", "presentation": "speech", "radioBroadcast": "broadcast", "report": "report",
    "standard": "standard", "statute": "legislation", "thesis": "thesis", "tvBroadcast": "broadcast",
    "videoRecording": "motion_picture", "webpage": "webpage",
}  # fmt: skip
"""CSL types by ``itemType``."""

TEXTS = {
    "title": "title", "caseName": "title", "nameOfAct": "title", "subject": "title", "publicationTitle": "outlet",
    "blogTitle": "outlet", "websiteTitle": "outlet", "forumTitle": "outlet", "bookTitle": "outlet",
    "proceedingsTitle": "outlet", "encyclopediaTitle": "outlet", "dictionaryTitle": "outlet", "programTitle": "outlet",
    "code": "outlet", "reporter": "outlet", "issue": "issue", "volume": "volume", "codeVolume": "volume",
    "reporterVolume": "volume", "pages": "pages", "codePages": "pages", "firstPage": "pages", "section": "section",
    "url": "url", "publisher": "publisher", "institution": "publisher", "university": "publisher",
    "company": "publisher", "label": "publisher", "studio": "publisher", "network": "publisher",
    "distributor": "publisher", "repository": "publisher",
}  # fmt: skip
"""Fields of text by Zotero's; where an item has several of one field the first in this table wins."""

OUTLET_SERIES = frozenset(("podcast", "audioRecording"))
"""Item types whose ``seriesTitle`` is the programme they are part of."""

DATES = ("date", "dateDecided", "dateEnacted", "issueDate")

VARIABLES = {
    "DOI": "DOI", "ISBN": "ISBN", "ISSN": "ISSN", "PMID": "PMID", "PMCID": "PMCID", "abstractNote": "abstract",
    "shortTitle": "title-short", "journalAbbreviation": "container-title-short", "series": "collection-title",
    "seriesTitle": "collection-title", "seriesNumber": "collection-number", "edition": "edition",
    "place": "publisher-place", "archive": "archive", "archiveLocation": "archive_location",
    "archiveID": "archive_location", "libraryCatalog": "source", "callNumber": "call-number",
    "numPages": "number-of-pages", "numberOfVolumes": "number-of-volumes", "reportNumber": "number",
    "episodeNumber": "number", "billNumber": "number", "docketNumber": "number", "documentNumber": "number",
    "patentNumber": "number", "publicLawNumber": "number", "number": "number", "reportType": "genre",
    "thesisType": "genre", "manuscriptType": "genre", "mapType": "genre", "letterType": "genre", "postType": "genre",
    "presentationType": "genre", "websiteType": "genre", "genre": "genre", "type": "genre",
    "interviewMedium": "medium", "artworkMedium": "medium", "audioRecordingFormat": "medium",
    "videoRecordingFormat": "medium", "audioFileType": "medium", "medium": "medium", "conferenceName": "event-title",
    "meetingName": "event-title", "committee": "authority", "legislativeBody": "authority", "court": "authority",
    "issuingAuthority": "authority", "authority": "authority", "runningTime": "dimensions",
    "artworkSize": "dimensions", "scale": "scale", "versionNumber": "version", "history": "references",
    "references": "references", "status": "status", "eventPlace": "event-place",
}  # fmt: skip
"""CSL variables by Zotero's fields."""

AUTHORS = frozenset((
    "author", "artist", "cartographer", "interviewee", "inventor", "podcaster", "presenter", "programmer", "creator",
))  # fmt: skip
"""Creators who are what CSL calls the author."""


CREATORS = {
    "translator": "translator", "editor": "editor", "seriesEditor": "collection-editor", "contributor": "contributor",
    "bookAuthor": "container-author", "reviewedAuthor": "reviewed-author", "interviewer": "interviewer",
    "recipient": "recipient", "director": "director", "composer": "composer", "performer": "performer",
    "scriptwriter": "script-writer", "producer": "producer", "guest": "guest", "wordsBy": "contributor",
    "castMember": "performer", "sponsor": "contributor", "cosponsor": "contributor", "commenter": "contributor",
    "counsel": "contributor", "attorneyAgent": "contributor", "executiveProducer": "executive-producer",
    "seriesCreator": "series-creator", "chair": "chair", "organizer": "organizer", "narrator": "narrator",
    "host": "host", "originalCreator": "original-author", "illustrator": "illustrator",
}  # fmt: skip
"""CSL's name variables by the type of a creator; of any other a contributor."""

BOOKKEEPING = frozenset((
    "itemType", "creators", "tags", "notes", "attachments", "accessDate", "extra", "citationKey", "citekey", "key",
    "itemKey", "itemID", "libraryID", "version", "select", "uri", "relations", "seeAlso", "collections", "language",
    "dateAdded", "dateModified", "parentItem", "deleted", "inPublications", "synced", "uniqueFields", "multi", "id",
    *DATES,
))  # fmt: skip
"""Fields that are read elsewhere, or say nothing outside their library."""
