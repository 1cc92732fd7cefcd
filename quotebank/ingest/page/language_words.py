"""Small words by which languages written in one script are told apart; our own choice of frequent ones.

Words that mean a language little (they are frequent in its neighbours, too) are left in: what counts is which
language has most.
"""

# ruff: noqa: E501 -- a table, one entry a line

WORDS = {
    "en": "the of and to in a is that for on was with as by at from it has have be are this not said will which were",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus hat wird",
    "fr": "le la les de des et en un une du dans est que pour qui sur par pas au plus avec ce il sont a été aux mais",
    "es": "el la los las de y en que un una del por con para se al es no su lo más como este pero ha sus también",
    "it": "il la di che e in un una per del della con non i le dei sono è da si al come anche nel alla gli ha più",
    "pt": "o a os as de e do da em um uma que para com não por no na se dos das mais como ao foi pela pelo são",
    "nl": "de het een van en in is dat op te zijn voor met niet die aan er om ook als bij door naar maar wordt heeft",
    "sv": "och i att det som en på är av för med den till inte har de ett om var från han men vi kan så",
    "da": "og i at det er en til på som af for med den har ikke de der et kan om var fra men ved også sig",
    "no": "og i det er på en som til av for med at har ikke de den et om fra var men vi kan seg så han ble",
    "fi": "ja on ei se että oli hän mutta kun joka ovat myös kuin sen mukaan jos vain hänen tämä olla mitä",
    "pl": "i w na z do się nie że to jest o od po przez za jak dla ale a są co tym oraz jego być przed",
    "cs": "a v na se je že s z do o k i za to by pro ale které jako který podle jsou by od po už jsem byl",
    "sk": "a v na sa je že s z do o k aj za to by pre ale ktoré ako ktorý podľa sú od po už bol bola pri",
    "hu": "a az és hogy nem is egy ez meg volt csak már de van el ki mint még azt szerint lehet akkor",
    "ro": "și în de la a că nu pe cu din un o să pentru este mai care au fost sunt ca lui al după prin",
    "hr": "i u je na se da su za od s o ne a koji to će kao iz do ali što bi nije koja bio te",
    "sr": "и у је на се да су за од о не а који то ће као из до али што би није која био",
    "sl": "in je v na se da so za z ki pa ne bi od tudi po s do kot še ni bo pri o iz bil",
    "bs": "i u je na se da su za od s o ne koji to će kao iz do ali što bi nije koja bio te",
    "tr": "ve bir bu da de için ile olarak olan çok daha en gibi sonra kadar ise var ancak ya o her ne oldu",
    "az": "və bir bu da də üçün ilə olan daha ki edib sonra onun isə hər çox olub görə edilib o",
    "id": "yang dan di ini itu dengan untuk dari tidak dalam akan pada juga ke karena oleh ada para kepada sudah adalah",
    "ms": "yang dan di ini itu dengan untuk dari tidak dalam akan pada juga ke kerana oleh ada para kepada telah adalah",
    "vi": "và của là có trong được cho không với các một đã người này những khi đến từ cũng ở ông để về năm",
    "sw": "na ya wa kwa ni katika la za kuwa hiyo huo cha vya hilo wake ambao yake kama pia hata baada lakini",
    "et": "ja on ei et ka see oli kui ta mis aga oma selle kes kuid või nende pole veel välja mida",
    "lv": "un ir ar no par ka uz kas tas bet arī to kā pie nav lai vai pēc tika bija viņš gan",
    "lt": "ir kad su yra į iš tai ne kaip bet už apie po jo buvo dėl nuo jau ar taip pat prie",
    "sq": "e të në dhe për një me nga që është i se ka si më nuk por do kjo u janë edhe ishte",
    "ca": "de la el i que a en un les per els una del és amb no al va són dels ha més com però",
    "gl": "de a o e que en do da un unha os as para por con non se no na dos das máis como ao foi",
    "eu": "eta da ez du bat dute dira zen ere izan zuen egin baina dela bere den beste dituzte ditu",
    "is": "og að í á er sem um til við af en með það var ekki fyrir hann frá hafa eru þá verið",
    "ru": "и в на что с по не из к за для от о как это его до он а но при также их был об у же было",
    "uk": "і в на що з у та до не за про від для як це його є але також із під був які при й який вони",
    "be": "і ў на што з у да не за пра ад для як гэта яго але таксама быў якія пры гэтага ён яны яшчэ",
    "bg": "на и в да се за от е с че по не са ще до как това при като си които но след беше който към",
    "mk": "на и во да се за од е со дека не ќе до како тоа при но по кој што беше која кои",
    "kk": "және бұл мен үшін деп да де бір болып қазақстан туралы болды екенін бойынша осы оның",
    "ky": "жана бул менен үчүн деп бир боюнча болуп кыргыз анын эле болгон экенин тууралуу",
    "mn": "нь байна юм ба энэ болон гэж байгаа бол монгол тухай хийх улсын дээр болно",
    "tg": "ва дар аз ба ки бо ин барои аст ҳам ё он мебошад шуд тоҷикистон",
    "ar": "في من على أن إلى عن التي مع ما هذا الذي لا كان هذه بعد بين قال كما خلال أو لم قد",
    "fa": "در و به از که این را با است برای آن یک می تا شد شده خود های بر هم کرد ها",
    "ur": "کے میں کی ہے اور سے کا کو نے پر یہ کہ ہیں اس نہیں تھا گیا ایک کیا بھی",
    "ps": "د په او چې له کې یې ته دی دا سره کړي و کوي شوي هم خو",
    "hi": "के में की है और से का को ने पर यह कि हैं इस नहीं था लिए एक भी गया",
    "mr": "आणि आहे या आहेत ते हे च्या की होते नाही मध्ये केली असे हा तर झाली",
    "ne": "र मा छ को का हो भने गरेको लागि यो पनि छन् भएको तथा ले गर्न",
}  # fmt: skip

SCRIPTS = {
    "Hangul": ("ko",), "Kana": ("ja",), "Greek": ("el",), "Hebrew": ("he", "yi"), "Thai": ("th",), "Georgian": ("ka",),
    "Armenian": ("hy",), "Bengali": ("bn",), "Tamil": ("ta",), "Telugu": ("te",), "Gujarati": ("gu",),
    "Gurmukhi": ("pa",), "Kannada": ("kn",), "Malayalam": ("ml",), "Sinhala": ("si",), "Khmer": ("km",),
    "Lao": ("lo",), "Myanmar": ("my",), "Tibetan": ("bo",), "Ethiopic": ("am", "ti"), "Han": ("zh",),
}  # fmt: skip
"""Scripts that tell the language, the usual one first; any other declared one is asked of a detector."""

RANGES = (
    ("Hangul", 0xAC00, 0xD7A3), ("Kana", 0x3041, 0x30FA), ("Han", 0x3400, 0x9FFF), ("Greek", 0x370, 0x3FF),
    ("Greek", 0x1F00, 0x1FFF), ("Cyrillic", 0x400, 0x52F), ("Hebrew", 0x590, 0x5FF), ("Arabic", 0x600, 0x6FF),
    ("Arabic", 0x750, 0x77F), ("Devanagari", 0x900, 0x97F), ("Bengali", 0x980, 0x9FF), ("Gurmukhi", 0xA00, 0xA7F),
    ("Gujarati", 0xA80, 0xAFF), ("Tamil", 0xB80, 0xBFF), ("Telugu", 0xC00, 0xC7F), ("Kannada", 0xC80, 0xCFF),
    ("Malayalam", 0xD00, 0xD7F), ("Sinhala", 0xD80, 0xDFF), ("Thai", 0xE00, 0xE7F), ("Lao", 0xE80, 0xEFF),
    ("Tibetan", 0xF00, 0xFFF), ("Myanmar", 0x1000, 0x109F), ("Georgian", 0x10A0, 0x10FF), ("Ethiopic", 0x1200, 0x137F),
    ("Khmer", 0x1780, 0x17FF), ("Armenian", 0x530, 0x58F), ("Latin", 0x41, 0x24F), ("Latin", 0x1E00, 0x1EFF),
)  # fmt: skip
"""Where scripts stand in Unicode."""

SAME = {"iw": "he", "in": "id", "ji": "yi", "nb": "no", "nn": "no", "kr": "ko", "jp": "ja", "cn": "zh", "ua": "uk",
        "cz": "cs", "gr": "el", "dk": "da", "se": "sv", "tl": "fil", "mo": "ro", "by": "be", "sh": "sr", "vn": "vi"}  # fmt: skip
"""Old codes, and codes of countries that pages give for those of languages."""
