"""Words by which names of outlets are told from what else stands in their places; our own compilation."""

NO_NAMES = """
    home homepage front_page news blog index start top back startseite accueil inicio início inici hasiera
    главная главная_страница новости головна галоўная начало почетна naslovnica naslovna početna domov domů úvod
    strona_główna kezdőlap főoldal acasă pradžia titulinis sākums avaleht esileht hjem forside hem startsida
    etusivu forsíða kryefaqja ana_sayfa ana_səhifə bosh_sahifa басты_бет башкы_бет αρχική αρχική_σελίδα მთავარი
    գլխավոր ראשי דף_הבית الرئيسية الصفحة_الرئيسية الصفحة_الأولى صفحه_اصلی صفحه_نخست خانه صفحہ_اول होम मुख्यपृष्ठ
    হোম প্রচ্ছদ முகப்பு หน้าแรก หน้าหลัก trang_chủ beranda laman_utama mwanzo 首页 首頁 主页 主頁 返回首页 回首頁 トップ
    トップページ ホーム 홈 처음으로 website site wordpress facebook twitter instagram telegram youtube google
    article untitled sitename mysite default nachrichten actualités noticias press online portal main mobile amp archive
"""
"""What sites call themselves, and links to their first pages, that is no name; an underscore stands for a space."""

NEWSPAPER = (
    "газеті",
    "гәзите",
    "gazetesi",
    "qəzeti",
    "gazetasi",
    "газетасы",
    "lehti",
    "leht",
    "újság",
    "журналы",
    "dergisi",
)
"""Words for a newspaper or magazine behind its name, where the name by itself is one too."""

FORMS = (
    "inc", "llc", "ltd", "limited", "corp", "corporation", "gmbh", "gmbh & co. kg", "ag", "kg", "s.a.", "sa", "s.p.a.",
    "spa", "s.r.l.", "srl", "sas", "bv", "b.v.", "ab", "oy", "a/s", "as", "plc", "co.", "sp. z o.o.", "s.l.", "s.a.u.",
    "holding", "holdings", "publishing", "media group", "verlag", "株式会社", "有限公司", "주식회사", "(주)",
)  # fmt: skip
"""Forms of companies: a name with one is a publisher's, not a paper's."""
FORMS_BEFORE = ("ооо", "оао", "зао", "ао", "тов", "株式会社", "주식회사", "(주)", "㈜")
"""Those that stand before a name."""
