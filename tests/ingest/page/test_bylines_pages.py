"""Bylines are found where a reader sees them, and nowhere else."""

import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from quotebank.ingest.page.bylines import find_bylines

PROSE = (
    "<p>The harbour board met on Thursday evening to hear what the dredging of the inner basin would cost, and who was "
    "to pay for it; the chairman spoke for an hour, and nobody was much the wiser at the end of it.</p>"
    "<p>Outside the hall, the skippers who had come down from the islands waited in the rain. They had been promised "
    "an answer in spring, then in summer, and they had stopped counting the promises some time ago.</p>"
)
EAST_PROSE = (
    "<p>港务委员会星期四晚上开会讨论内港疏浚工程的费用问题，会议持续了将近三个小时，与会代表就资金来源、施工时间以及对渔业的影响交换了意见，但没有作出最后决定。</p>"
    "<p>会场外面，从各个岛上赶来的渔民冒雨等候消息。他们说，春天的时候就有人答应给一个答复，后来又推到夏天，现在已经没有人再去计算这些承诺了，只希望能够早日开工。</p>"
)

MARKED = {
    "class": ('<div class="byline">By <a href="/p/1">Nora Whitcombe</a></div>', "Nora Whitcombe"),
    "two links": ('<div class="byline">By <a>Nora Whitcombe</a> and <a>Tobias Arkwright</a></div>', "NW; TA"),
    "links side by side": ('<p class="authors"><a>Nora Whitcombe</a><a>Tobias Arkwright</a></p>', "NW; TA"),
    "spans side by side": (
        '<span class="author">Nora Whitcombe</span> <span class="author">Tobias Arkwright</span>',
        "NW; TA",
    ),
    "rel": ('<p>Filed by <a rel="author" href="/p/1">Nora Whitcombe</a></p>', "Nora Whitcombe"),
    "itemprop": (
        '<span itemprop="author" itemscope><span itemprop="name">Nora Whitcombe</span></span>',
        "Nora Whitcombe",
    ),
    "itemprop with meta": (
        '<span itemprop="author" itemscope><meta itemprop="name" content="Nora Whitcombe"><img alt="x"></span>',
        "Nora Whitcombe",
    ),
    "camel case and job": (
        '<div class="ArticleAuthor__x"><span>Nora Whitcombe</span><span class="author-role">Energy desk</span></div>',
        "Nora Whitcombe",
    ),
    "test id": ('<div data-testid="byline-name">Nora Whitcombe</div>', "Nora Whitcombe"),
    "address": ("<address>By Nora Whitcombe</address>", "Nora Whitcombe"),
    "date inside": (
        '<div class="author-info-line byline">Nora Whitcombe <time>4 November 2021</time></div>',
        "Nora Whitcombe",
    ),
    "e-mail inside": ('<div class="writer">한서윤 기자 <a>seo@example.com</a></div>', "한서윤"),
    "list": ("<ul class='authors'><li>Nora Whitcombe</li><li>Tobias Arkwright</li></ul>", "NW; TA"),
    "Japanese id": ('<div id="writer_name">堀川真帆</div>', "堀川真帆"),
    "Cyrillic class": ('<div class="автор">Ульяна Черемных</div>', "Ульяна Черемных"),
    "outlet first, person in the text": (
        '<span class="author">The Harbour Post</span><p>By Nora Whitcombe</p>',
        "Nora Whitcombe",
    ),
    "long biography around a link": (
        '<div class="author-block"><a rel="author">Nora Whitcombe</a><p>'
        + "She covers ports and canals, and has done so for many years, in three countries and two languages. " * 2
        + "</p></div>",
        "Nora Whitcombe",
    ),
}

IN_TEXT = {
    "English": ("<p>By Nora Whitcombe, Energy Correspondent</p>", "Nora Whitcombe"),
    "German": ("<p>Von Liselotte Brandner und Kaspar Oelmann</p>", "Liselotte Brandner; Kaspar Oelmann"),
    "French": ("<p>Par Éloïse Garandeau</p>", "Éloïse Garandeau"),
    "Spanish": ("<p>Por Inés Caldera</p>", "Inés Caldera"),
    "Italian": ("<p>di Ginevra Solari</p>", "Ginevra Solari"),
    "Russian": ("<p>Текст: Ульяна Черемных</p><p>Фото: Глеб Остроухов</p>", "Ульяна Черемных"),
    "Ukrainian": ("<p>Автор: Соломія Криворучко</p>", "Соломія Криворучко"),
    "Greek": ("<p>Του Γιώργου Καλλινίκου</p>", "Γιώργου Καλλινίκου"),
    "Arabic": ("<p>كتبت ليلى حداد</p>", "ليلى حداد"),
    "Hebrew": ("<p>מאת נועה ברקאי</p>", "נועה ברקאי"),
    "Korean": ("<p>한서윤 기자</p>", "한서윤"),
    "Turkish": ("<p>Haber: Defne Akarsu</p>", "Defne Akarsu"),
    "Indonesian": ("<p>Oleh Ratna Kusumadewi</p>", "Ratna Kusumadewi"),
    "in brackets": ("<p>(dall'inviata Ginevra Solari)</p>", "Ginevra Solari"),
    "name and date": ("<p>Nora Whitcombe</p><p>4 November 2021, 15:30</p>", "Nora Whitcombe"),
    "known given name": ("<p>Anna Arkwright</p>", "Anna Arkwright"),
}

DATELINES = {
    "Reuters": ("<p>MOSCOW, Nov 4 (Reuters) - The harbour board met on Thursday.</p>", "=Reuters"),
    "AFP": ("<p>PARIS (AFP) – Le conseil du port s'est réuni jeudi.</p>", "=AFP"),
    "ТАСС": ("<p>МОСКВА, 4 ноября. /ТАСС/. Совет порта собрался в четверг.</p>", "=ТАСС"),
    "РИА": ("<p>МОСКВА, 4 ноя - РИА Новости. Совет порта собрался в четверг.</p>", "=РИА Новости"),
    "dpa": ("<p>Hamburg (dpa) - Der Hafenrat tagte am Donnerstag.</p>", "=dpa"),
    "Xinhua": ("<p>新华社上海11月4日电（记者王晓帆、李子涵）港务委员会星期四晚上开会。</p>", "王晓帆; 李子涵"),
    "Taiwan": ("<p>〔記者林可恩／台北報導〕港務委員會星期四晚上開會。</p>", "林可恩"),
    "Newsis": ("<p>[서울=뉴시스] 한서윤 기자 = 항만위원회가 목요일 저녁 회의를 열었다.</p>", "한서윤"),
    "Yonhap": ("<p>(서울=연합뉴스) 한서윤 구본재 기자 = 항만위원회가 회의를 열었다.</p>", "한서윤; 구본재"),
    "Yomiuri style": ("<p>【ワシントン＝堀川真帆】港湾委員会は木曜日の夜に会合を開いた。</p>", "堀川真帆"),
}

SIGNATURES = {
    "dash": ("<p>-- Jagoda Wilczyńska</p>", "Jagoda Wilczyńska"),
    "right": ('<p align="right">Jagoda Wilczyńska</p>', "Jagoda Wilczyńska"),
    "style": ('<p style="text-align: right"><em>Виктор Заречный</em></p>', "Виктор Заречный"),
    "bold": ("<p><b>Đặng Thùy Dương</b></p>", "Đặng Thùy Dương"),
    "opened": ("<p>By Nora Whitcombe</p>", "Nora Whitcombe"),
    "Reuters tail": ("<p>Reporting by Nora Whitcombe in London; Editing by Agnes Pell</p>", "Nora Whitcombe"),
    "agency": ("<p>The talks go on next week, the board said. (AFP)</p>", "=AFP"),
}

TRAPS = {
    "photo credit": "<p>Photo: Tobias Arkwright</p>",
    "photo credit in a figure": '<figure><img><figcaption class="author">Foto: Max Müller</figcaption></figure>',
    "Japanese photo": "<p>写真：江口大輔</p>",
    "section editor": "<p>责任编辑：李子涵</p>",
    "Polish editor": "<p>Redaktor prowadzący: Tymon Kruk</p>",
    "Russian editor": "<p>Отв. редактор: Глеб Остроухов</p>",
    "translator": "<p>Übersetzung: Kaspar Oelmann</p>",
    "teaser": '<ul><li><h3><a href="/2">Ferry late</a></h3><span class="author">By Agnes Pell</span></li></ul>',
    "teaser article": '<article><h2><a href="/2">Ferry late</a></h2><p class="byline">By Agnes Pell</p></article>',
    "related": '<div class="related-stories"><p class="byline">By Agnes Pell</p></div>',
    "aside": '<aside><span class="author">Agnes Pell</span></aside>',
    "comment": '<div class="comments"><span class="author">Agnes Pell</span><p>Well said.</p></div>',
    "newsletter": '<div class="newsletter-signup"><p>By Agnes Pell</p></div>',
    "footer": '<footer><p class="author">Agnes Pell</p></footer>',
    "hidden": '<b class="author" hidden>Agnes Pell</b><b class="author" style="display: none">Agnes Pell</b>',
    "avatar": '<div class="author-avatar"><img alt="Agnes Pell"></div>',
    "outlet": '<span class="byline">By The Harbour Post</span>',
    "user": '<a rel="author" href="/author/admin">admin</a>',
    "desk": '<span class="author">Redaktion</span>',
    "sentence": "<p>By Christmas Eve, the boats were all back in the harbour</p>",
    "sentence with a month": "<p>By March the new quay had been built and opened</p>",
    "the reporter learned": "<p>记者了解到，随着工程推进，渔民可以回港</p>",
    "buttons": "<p>WhatsApp Facebook</p><p>4 November 2021</p>",
    "company": '<div class="author">Developed by Bluefield Media</div>',
    "script": "<script>var author = 'By Agnes Pell';</script>",
    "number": '<meta itemprop="author" content="105092">',
}


def page(inside: str, *, before: bool = True, prose: str = PROSE) -> HtmlElement:
    """A page with a headline, two paragraphs, and something under the headline or after the text."""
    body = f"{inside}{prose}" if before else f"{prose}{inside}"
    html = f"<html><body><nav><a>Home</a></nav><article><h1>Harbour costs rise</h1>{body}</article></body></html>"
    return tree(html)


def tree(html: str) -> HtmlElement:
    """A page as the page reader parses it."""
    root: HtmlElement = document_fromstring(html.encode(), parser=HTMLParser(encoding="utf-8"))
    return root


def best(root: HtmlElement, article: HtmlElement | None = None) -> str:
    """The names of the best byline, institutions with a sign; "" for none."""
    found = find_bylines(root, article, outlets=["The Harbour Post"], url="https://www.harbourpost.example/1")
    names = [("=" if name.literal else "") + name.display for name in found[0].names] if found else []
    return "; ".join(name.replace(" ", "") if name[0] > "\u3000" else name for name in names)


@pytest.mark.parametrize(("html", "names"), MARKED.values(), ids=MARKED)
def test_marked_bylines(html: str, names: str) -> None:
    """Whatever way a page marks its author, the names come back in order, without jobs, dates and pictures."""
    assert best(page(html)) == names.replace("NW", "Nora Whitcombe").replace("TA", "Tobias Arkwright")


@pytest.mark.parametrize(("html", "names"), IN_TEXT.values(), ids=IN_TEXT)
def test_bylines_in_the_text(html: str, names: str) -> None:
    """A line under the headline that opens like a byline is one, in many languages, as it is printed."""
    assert best(page(html)) == names


@pytest.mark.parametrize(("html", "names"), DATELINES.values(), ids=DATELINES)
def test_datelines(html: str, names: str) -> None:
    """The reporters or the agency in a report's first words are found."""
    assert best(page(html, prose=EAST_PROSE if html[3] > "\u3000" else PROSE)) == names


@pytest.mark.parametrize(("html", "names"), SIGNATURES.values(), ids=SIGNATURES)
def test_signatures(html: str, names: str) -> None:
    """Who signs at the end of a text has written it."""
    assert best(page(html, before=False)) == names


@pytest.mark.parametrize("html", TRAPS.values(), ids=TRAPS)
@pytest.mark.parametrize("before", [True, False], ids=["under the headline", "at the end"])
def test_traps(html: str, before: bool) -> None:
    """Pictures, editors, translators, other stories, comments and users of the site's software name no author."""
    assert best(page(html, before=before)) == ""


@pytest.mark.parametrize("html", TRAPS.values(), ids=TRAPS)
def test_traps_beside_a_byline(html: str) -> None:
    """Nor do they take the place of the author who is named."""
    assert best(page(f'<p class="byline">By Nora Whitcombe</p>{html}')) == "Nora Whitcombe"
    assert best(page(f"{html}<p>By Nora Whitcombe</p>")) == "Nora Whitcombe"


def test_a_biography_at_the_end_repeats_nobody() -> None:
    """The author's name in a box at the end gives the same byline, and a surer one."""
    line = '<p class="byline">By Nora Whitcombe</p>'
    box = '<div class="author">Nora Whitcombe</div>'
    found = find_bylines(page(f"{line}{PROSE}{box}", prose=""))
    assert [name.display for name in found[0].names] == ["Nora Whitcombe"]
    assert len(found) == 1
    assert found[0].confidence > find_bylines(page(line))[0].confidence - 1


def test_the_article_given_bounds_the_search() -> None:
    """With the article's element known, a byline above it and under the headline counts, one elsewhere does not."""
    root = tree(
        f'<body><div><div><h1>Harbour</h1><p>By Nora Whitcombe</p></div><div id="text">{PROSE}</div></div>'
        f'<div><span class="author">Agnes Pell</span></div></body>'
    )
    assert best(root, root.get_element_by_id("text")) == "Nora Whitcombe"


def test_no_headline() -> None:
    """Pages without any headline element have bylines just above their text, or signatures behind it."""
    above = (
        f"<body><table><tr><td>News</td><td><font>Harbour</font><br><i>Von Kaspar Oelmann</i>{PROSE}</td></tr></table>"
    )
    behind = f"<body><div>{PROSE}<p align=right><b>Kaspar Oelmann</b></p><p>Weather</p></div>"
    assert best(tree(above)) == best(tree(behind)) == "Kaspar Oelmann"


def test_sources_and_confidence() -> None:
    """Each byline says where it was found and how sure that is; marked ones come before those in the text."""
    root = page('<p>By Tobias Arkwright</p><span itemprop="author">Nora Whitcombe</span>')
    found = find_bylines(root)
    assert [byline.source for byline in found[:2]] == ["byline itemprop=author", "byline in the text"]
    assert [byline.confidence for byline in found] == sorted((b.confidence for b in found), reverse=True)
    assert all(0 < byline.confidence <= 100 for byline in found)


def test_two_sources_make_surer() -> None:
    """A mark and a line that name the same people are one byline, surer than either."""
    alone = find_bylines(page('<span class="author">Nora Whitcombe</span>'))[0]
    both = find_bylines(page('<span class="author">Nora Whitcombe</span><p>By Nora Whitcombe</p>'))
    assert len(both) == 1
    assert both[0].confidence > alone.confidence


def test_initials_are_kept_but_hardly_trusted() -> None:
    """Initials at the end are told as they are, far below any name."""
    found = find_bylines(page("<p>The talks go on next week, the board said. (jk)</p>", before=False))
    assert [(byline.names[0].literal, byline.confidence < 30) for byline in found] == [("jk", True)]


TAGS = st.sampled_from(["div", "p", "span", "article", "h1", "h2", "li", "a", "table", "script", "footer", "b", "br"])
ATTRIBUTES = st.sampled_from(
    ["", ' class="author"', ' class="byline x"', ' rel="author"', ' itemprop="author"', ' itemprop="name"', " hidden",
     ' class="related"', ' align="right"', ' class=""', ' style="display:none"', ' id="\u8bb0\u8005"']
)  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from(
        [
            "By Nora Whitcombe",
            "记者王晓帆",
            "(AFP) - ",
            "/ТАСС/",
            "| ; ,",
            "-- Anna",
            "【",
            "한서윤 기자 =",
            "Von ",
            "&amp;",
        ]
    ),
    st.text(max_size=40),
)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Markup of all kinds, mostly broken."""
    parts = draw(st.lists(st.tuples(TAGS, ATTRIBUTES, TEXTS, st.booleans()), max_size=25))
    return "".join(f"<{tag}{rest}>{text}{f'</{tag}>' if close else ''}" for tag, rest, text, close in parts)


@settings(max_examples=150, deadline=None)
@given(pages())
def test_any_page_gives_a_list(html: str) -> None:
    """Whatever a page holds, there is a list of bylines, none without names."""
    root = tree(f"<html><body>{html.replace(chr(0), '')}x</body></html>")
    found = find_bylines(root, next(root.iter("article"), None))
    assert all(byline.names for byline in found)
    assert all(name.display for byline in found for name in byline.names)


HOSTILE = {
    "unclosed": "<div class=author>" * 100_000,
    "many bylines": "<div class=author>By Jane Doe</div>" * 40_000,
    "one long byline": "<div class=byline>" + "<a>Jane Doe</a>, " * 60_000 + "</div>",
    "teasers": "<li><h3><a>x</a></h3><span class=author>By Jane Doe</span></li>" * 20_000,
    "regions": "<div class=related>Some text that is a little longer than forty characters</div>" * 20_000,
    "classes": "".join(f"<div class='author{n} related{n}'>By Jane</div>" for n in range(20_000)),
    "attribute": "<div class='" + "author-name " * 300_000 + "'>By Jane Doe</div>",
    "line": "<p>" + "By Jane Doe, " * 100_000,
    "brackets": "<p>" + "(" * 500_000,
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE)
def test_hostile_pages_cost_little(html: str) -> None:
    """Megabytes of bylines, brackets or nesting take time in proportion, a second or two at most."""
    root = tree(f"<html><body><h1>x</h1>{html}</body></html>")
    start = time.process_time()
    find_bylines(root)
    assert time.process_time() - start < 3


def test_nothing_heavy_is_loaded() -> None:
    """Finding bylines loads no library but lxml: `add` must stay fast."""
    code = (
        "import sys; from lxml.html import document_fromstring as p;"
        "from quotebank.ingest.page.bylines import find_bylines;"
        "find_bylines(p('<h1>x</h1><p class=author>Von Éva Müller, 기자 한서윤</p>'));"
        "print(sorted({m.partition('.')[0] for m in sys.modules} & {'anyascii', 'rapidfuzz', 'trafilatura', 'htmldate',"
        "'py3langid', 'charset_normalizer', 'tinydb', 'pydantic', 'dateparser'}))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


TOLD = {
    "behind the date": "<p>Πέμπτη, 28 Φεβρουαρίου 2013 09:17 Του Στέλιου Καραβοκύρη</p>",
    "before the date": "<p>Στέλιου Καραβοκύρη | 07.02.2012 | 00:04</p>",
    "after an opening and the date": "<p>07.02.2012 10:30 | της Στέλιου Καραβοκύρη</p>",
    "signed under the headline": "<p align=right><i>Στέλιου Καραβοκύρη</i></p>",
    "class of another shop": '<span class="createdby">Στέλιου Καραβοκύρη</span>',
    "written by": '<span class="writeBy">Στέλιου Καραβοκύρη</span>',
    "linked": '<p>Beispiel <a href="/authors/stelios">Στέλιου Καραβοκύρη</a></p>',
    "beside a span with the date": '<p class="meta-author"><span>07.02.2012</span><a>Στέλιου Καραβοκύρη</a></p>',
    "in the box of the share buttons": '<div class="author_share"><span class="byline">Στέλιου Καραβοκύρη</span></div>',
    "above a job": "<i>Στέλιου Καραβοκύρη<br>Staff Writer</i>",
    "behind the lead": "<p>The board has met again, and nobody knows why. <b>By Στέλιου Καραβοκύρη</b></p>",
}


@pytest.mark.parametrize("markup", TOLD.values(), ids=list(TOLD))
def test_bylines_beside_dates_and_leads(markup: str) -> None:
    """A name on the line of the date, behind a lead, set apart, or linked to its author's page is found."""
    tree = document_fromstring(f"<body><h1>Dredging</h1>{markup}{PROSE}</body>")
    found = find_bylines(tree)
    assert found
    assert [name.display for name in found[0].names] == ["Στέλιου Καραβοκύρη"]


def test_a_link_to_all_authors_is_no_byline() -> None:
    """A link to a list of authors, or to a page that only has the word in it, marks nobody."""
    for href in ("/authors", "/authors/", "/the-author-returns.html"):
        tree = document_fromstring(
            f'<body><h1>Dredging</h1><p>See <a href="{href}">Nora Whitcombe</a></p>{PROSE}</body>'
        )
        assert not [byline for byline in find_bylines(tree) if "linked" in byline.source]


def test_the_reporter_outweighs_the_photographer() -> None:
    """A name behind a caption's sentence is weaker than one with an address at the end of the report."""
    prose = "".join(f"<p>{'강물이 줄어 배들이 갑문 앞에 줄지어 서 있다고 주민들이 전했다. ' * 3}</p>" for _ in range(2))
    body = f"<h1>물이 없다</h1><p>갑문 앞 풍경. /곽진태 기자</p>{prose}<p>정선=안효섭 기자 a@example.kr</p>"
    best, *rest = find_bylines(document_fromstring(f"<body>{body}</body>"))
    assert [name.display for name in best.names] == ["안효섭"]
    assert all(best.confidence - other.confidence > 30 for other in rest)


def test_reporters_behind_the_agency_of_a_dateline() -> None:
    """A dateline that names the page's own agency and then its reporter gives the reporter; a sentence gives none."""
    lead = "<p>ВЫТЕГРА, 7 июн — ИА Пример, {}. Река обмелела, и баржи стоят у шлюза уже вторую неделю.</p>"
    for text, names in (("Алёна Рогожина", ["Алёна Рогожина"]), ("вода уходит каждый день", [])):
        tree = document_fromstring(f"<body><h1>Баржи</h1>{lead.format(text)}{PROSE}</body>")
        found = find_bylines(tree, outlets=["ИА Пример"])
        assert [name.display for byline in found for name in byline.names] == names


def test_a_confirmed_author_is_not_looked_for_in_the_text() -> None:
    """Where a mark names a declared author, the text is not searched: another name in it adds nothing."""
    body = f'<h1>Dredging</h1><p class="byline">By Nora Whitcombe</p>{PROSE}<p>— Tobias Arkwright</p>'
    tree = document_fromstring(f"<body>{body}</body>")
    told = find_bylines(tree)
    confirmed = find_bylines(tree, declared=[told[0].names])
    assert len(told) == 2
    assert [byline.names for byline in confirmed] == [told[0].names]


def test_a_byline_above_the_headline() -> None:
    """A line that opens like a byline is found above the headline and its date, and not further up the page."""
    above = "<p>Commentary by Nora Whitcombe</p><p>Published 3 November 2021</p><h1>Dredging</h1>"
    for between, found in (("", ["Nora Whitcombe"]), ("<p>Home</p>" * 5, [])):
        body = above.replace("<p>Published", between + "<p>Published")
        bylines = find_bylines(document_fromstring(f"<body>{body}{PROSE}</body>"))
        assert [name.display for byline in bylines for name in byline.names] == found


def test_comments_stay_out_though_they_name_authors() -> None:
    """The box of a comment or of a related story marks no byline, whatever author its class speaks of."""
    for mark in ("comment-author", "related-author-share"):
        tree = document_fromstring(f'<body><h1>Dredging</h1>{PROSE}<p class="{mark}">Nora Whitcombe</p></body>')
        assert find_bylines(tree) == []
