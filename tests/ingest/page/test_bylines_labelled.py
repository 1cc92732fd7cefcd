"""Bylines with labels, kinds of texts, verbs and posts around the names; what is no byline though it looks like one."""

import pytest

from quotebank.ingest.page.byline_cleaning import clean_names
from quotebank.ingest.page.byline_east import is_guest, lead_signature
from tests.ingest.page.make import PARAGRAPHS, html, ld, meta, read

TITLE = "<title>Harbour plan stays as it is</title>"
H1 = "<h1>Harbour plan stays as it is</h1>"
ARABIC = (
    "<p>على رصيف ضيق اجتمع أمس أكثر من مئتي صياد للمطالبة بمرفأ جديد بعدما ضاق القديم بقواربهم وبقوارب لا يعرفون "
    "أصحابها ولا من أين جاءت في آخر الليل.</p>"
) * 3
JAPANESE = (
    "無人駅で、住民有志が駅舎を改装し、週末だけの食堂を始めた。列車の到着に合わせて湯気が上がり、遠くから訪れる"
    "人も増えている。"
)
KOREAN = (
    "<p>간이역에 내리면 시간이 먼저 마중을 나온다. 대합실 벽시계는 십 년째 같은 자리에서 세 시를 가리키고, 아무도 "
    "그것을 고치지 않는다. 고칠 까닭이 없기 때문이라고 역장은 말했다.</p>"
) * 2


def authors(body: str, head: str = TITLE, **more: str) -> list[str]:
    """The authors read from a page of these parts."""
    return [name.display.replace(" ", "") if ord(name.display[0]) > 0x2E80 else name.display
            for name in read(html(head, body, **more)).article.authors]  # fmt: skip


NAMES = {
    "Un reportaj de Ioana Vasilescu": ["Ioana Vasilescu"],
    "Une enquête de Camille Roux": ["Camille Roux"],
    "Ein Beitrag von Jana Wittkop": ["Jana Wittkop"],
    "Text: Mireia Castells. Fotografia: Arnau Pons": ["Mireia Castells"],
    "Af Mette Skov | | Foto: ; Jens Hyld": ["Mette Skov"],
    "Հեղինակ՝ Արամ Գրիգորյան, 3 սեպտեմբերի 2022": ["Արամ Գրիգորյան"],
    "নিজস্ব প্রতিবেদক": [],
    "admin delta": [],
    "Webmaster Jane": [],
    "Escrit per admin delta": [],
    "Redakterat per Sundberg": [],
    "时间:2013-05-20 09:32来源:临江日报 作者:陈晓岚 点击:次": ["陈 晓岚"],
    "本报讯（记者 彭家乐 实习生 宋雨桐）": ["彭 家乐", "宋 雨桐"],
    "정다움 기자의 다른기사 보기": ["정 다움"],
    "大野 真紀（主任研究員）": ["大野 真紀"],
    "山田太郎（政治部）": ["山田 太郎"],
}


@pytest.mark.parametrize(("text", "names"), NAMES.items())
def test_names_among_other_words(text: str, names: list[str]) -> None:
    """Labels, posts, kinds of texts and users of the site's software are no part of the names."""
    found = [name.display for name in clean_names([text])]
    assert [name.replace(" ", "") for name in found] == [name.replace(" ", "") for name in names]


FOUND = {
    "source before the author": "<p>Source: The Wire | Author: <b>Nora Whitcombe</b> | 09.01.2024. 08:15</p>",
    "label and name in elements of their own": "<div><small>Author:</small>Nora Whitcombe<small>Hits:</small>12</div>",
    "verb behind the name": "<p><span>Nora Whitcombe skrifar</span> <span>28. febrúar 2023 09:40</span></p>",
    "heading with a link that is marked": '<div><h4 class="author-name"><a href="/x">Nora Whitcombe</a></h4></div>',
    "kind of text": "<p><strong>Un reportaj de Nora Whitcombe</strong></p>",
}


@pytest.mark.parametrize("kind", FOUND)
def test_bylines_are_found(kind: str) -> None:
    """Each of these lines under the heading is read as the byline it is."""
    assert authors(H1 + FOUND[kind]) == ["Nora Whitcombe"]


def test_a_byline_below_the_text_beside_a_heading_that_is_no_h1() -> None:
    """Where the h1 is the site's, the byline is looked for around the article's own heading."""
    body = (
        '<h1><a href="/">The Ledger</a></h1><div><h2>8 February 2005</h2><div><h3 class="title">Harbour plan stays as '
        f'it is</h3>{PARAGRAPHS}</div><div class="posted">Posted by Nora Whitcombe at 09:17</div></div>'
    )
    found = read(html("<title>The Ledger: Harbour plan stays as it is</title>", body, prose=""))
    assert [name.display for name in found.article.authors] == ["Nora Whitcombe"]


def test_a_footer_above_the_text() -> None:
    """A footer that is called the article's meta line holds its author and date, as Drupal has it; others do not."""
    line = "<footer class='{}'><div>Author: Nora Whitcombe, 3 September 2022 - 10:15</div></footer>"
    found = read(html(TITLE, f"{H1}<article>{line.format('node__meta')}{PARAGRAPHS}</article>", prose=""))
    assert [name.display for name in found.article.authors] == ["Nora Whitcombe"]
    assert found.article.date is not None
    assert found.article.date.edtf() == "2022-09-03"
    assert authors(f"{H1}<article>{line.format('site')}{PARAGRAPHS}</article>", prose="") == []


def test_a_small_article_within_the_article() -> None:
    """An article element that holds but the byline is no other story; one with a link or a heading is."""
    line = "<article><ul><li>By Nora Whitcombe</li></ul>{}</article>"
    assert authors(H1 + line.format("")) == ["Nora Whitcombe"]
    assert authors(H1 + line.format("<h3>Another story</h3>")) == []


def test_written_by() -> None:
    """The pair "Written by" of a card names the authors, both of two; any other pair does not."""
    card = '<meta name="twitter:label1" content="{}">'
    card += '<meta name="twitter:data1" content="Nora Whitcombe, Tobias Arkwright">'
    assert authors(H1, TITLE + card.format("Written by")) == ["Nora Whitcombe", "Tobias Arkwright"]
    assert authors(H1, TITLE + card.format("Verfasst von")) == ["Nora Whitcombe", "Tobias Arkwright"]
    assert authors(H1, TITLE + card.format("Reading time")) == []
    one = ld(headline="Harbour plan stays as it is", author={"name": "Nora Whitcombe"})
    shown = '<p class="author">Nora Whitcombe, Tobias Arkwright</p>'
    assert authors(H1 + shown, TITLE + one + card.format("Written by")) == ["Nora Whitcombe", "Tobias Arkwright"]


def test_users_of_the_software_are_no_authors() -> None:
    """A site's administrator is left out, and the writer in the text is taken."""
    admin = ld(headline="Harbour plan stays as it is", author="admin delta") + meta(author="admin delta")
    assert authors(f"{H1}<p><em>Text: Nora Whitcombe. Photos: Jens Hyld</em></p>", TITLE + admin) == ["Nora Whitcombe"]


@pytest.mark.parametrize("text", ["مواضيع أخرى:", "مواقع صديقة", "جميع الحقوق محفوظة", "تعليقات القراء"])
def test_headings_in_scripts_without_capitals_are_no_signatures(text: str) -> None:
    """Two bold words at an article's end are no name where no capitals tell it and no given name is known."""
    more = f"<hr><p><b>{text}</b><br>- <a href=2>القمة</a> (وكالات)</p>"
    body = f"<h1>صيادو الخليج الصغير يطالبون بمرفأ جديد</h1>{ARABIC}{more}"
    found = read(html("<title>صيادو الخليج الصغير يطالبون بمرفأ جديد</title>", body, lang="ar", prose=""))
    assert found.article.authors == ()


def test_a_place_tells_a_name_without_capitals() -> None:
    """A bold line with a known place beside it is a byline in any script."""
    line = "<p><b>سعاد المنصوري - تونس</b></p>"
    body = f"<h1>صيادو الخليج الصغير يطالبون بمرفأ جديد</h1>{line}{ARABIC}"
    assert authors(body, "<title>صيادو الخليج الصغير يطالبون بمرفأ جديد</title>", prose="") == ["سعاد المنصوري"]


SIGNED = {
    f"{JAPANESE}（田村健二、森下百合子）": "田村健二、森下百合子",
    f"{JAPANESE}（中村 恵）": "中村 恵",
    f"{JAPANESE}（敬称略）": "",
    f"{JAPANESE}（写真は昨年、提供）": "",
    f"{JAPANESE}（小松市、七尾市）": "",
    "（田村健二）": "",
}


@pytest.mark.parametrize(("text", "names"), SIGNED.items())
def test_signatures_of_japanese_leads(text: str, names: str) -> None:
    """Names in brackets behind a lead's last full stop sign it; remarks and places do not."""
    assert lead_signature(text) == names


def test_a_japanese_lead_signs_its_article() -> None:
    """The reporters in brackets at the end of the first paragraph are the authors."""
    body = f"<h1>無人駅に灯る食堂</h1><p>{JAPANESE}（田村健二、森下百合子）</p><p>{JAPANESE}</p>"
    assert authors(body, "<title>無人駅に灯る食堂</title>", prose="") == ["田村健二", "森下百合子"]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("한서윤 시인·동화작가", True),
        ("김도현 한빛대 명예교수", True),
        ("박은수 변호사", True),
        ("한서윤은 시인이다", False),
        ("오늘의 시인", False),
        ("x 교수", False),
        ("한" * 50 + " 교수", False),
    ],
)
def test_korean_guests(text: str, is_one: bool) -> None:
    """A name with nothing but posts behind it is how guests sign; sentences and other words are not."""
    assert is_guest(text) == is_one


def test_a_korean_guest_is_the_author() -> None:
    """The line between heading and text that has a name and a post is the byline of a guest."""
    body = f"<h1>사라지는 간이역의 시간</h1><p>한서윤 시인·동화작가</p>{KOREAN}"
    assert authors(body, "<title>사라지는 간이역의 시간</title>", prose="") == ["한서윤"]
