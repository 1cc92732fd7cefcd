"""Pages that are no articles."""

import pytest

from tests.ingest.page.make import PROSE, html, ld, meta, read


def wall(title: str, body: str, head: str = "") -> str:
    """Why a page of these parts is no article."""
    return read(html(f"<title>{title}</title>{head}", body, prose="")).wall


@pytest.mark.parametrize(
    "title",
    [
        "404 Not Found",
        "Page not found | The Ledger",
        "Access Denied",
        "Seite nicht gefunden",
        "Error 503",
        "Страница не найдена",
        "页面不存在",
        "ページが見つかりません",
        "500 Internal Server Error",
        "Página no encontrada",
        "Page introuvable",
        "Sayfa bulunamadı",
    ],
)
def test_error_pages(title: str) -> None:
    """Error pages are told in many languages, even with some words of help and links."""
    assert "error page" in wall(title, f"<h1>{title}</h1><p>The page you asked for is not here, try the search.</p>")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Just a moment...", "Enable JavaScript and cookies to continue"),
        ("Attention Required!", "Please complete the captcha"),
        ("ledger.example", "Verify you are human by completing the action below."),
        ("Ой!", "Подтвердите, что запросы отправляли вы"),
    ],
)
def test_checks_for_robots(title: str, text: str) -> None:
    """A check for robots is told."""
    assert "robots" in wall(title, f"<p>{text}</p>")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Before you continue", "We use cookies and data to deliver our services."),
        ("Mit Werbung weiterlesen", "Zustimmen und weiter"),
        (
            "Ledger",
            "We value your privacy. We and 842 partners store cookies. Accept all cookies or manage your consent.",
        ),
        ("Le Phare", "Avec votre consentement, nos partenaires utilisent des cookies. Accepter et continuer."),
    ],
)
def test_questions_of_consent(title: str, text: str) -> None:
    """A page that only asks about cookies is told."""
    assert "consent" in wall(title, f"<div>{text}</div>")


@pytest.mark.parametrize(
    "text",
    ["Sign in to read on", "Bitte anmelden oder abonnieren", "Войдите, чтобы читать", "ログインしてください", "로그인"],
)
def test_walls_of_login(text: str) -> None:
    """A login without any text of the article is told."""
    assert "login" in wall("The Ledger", f"<form><p>{text}</p><input name=user></form>")


def test_a_teaser_with_metadata_is_an_article() -> None:
    """A page that declares its article is one, though its text lies behind a wall: that is a warning."""
    head = "<title>Council keeps plan</title>" + ld(headline="Council keeps plan", datePublished="2021-11-04")
    page = read(html(head, "<h1>Council keeps plan</h1><p>Subscribe to read on.</p>", prose=""))
    assert page.wall == ""
    assert page.article.title == "Council keeps plan"
    assert any("wall" in warning for warning in page.warnings)


@pytest.mark.parametrize(
    "title",
    [
        "Why 404 pages matter to newspapers",
        "Access denied: how the port was closed",
        "Cookies and consent: the new rules",
        "Captcha: the end of an idea",
    ],
)
def test_articles_about_such_things(title: str) -> None:
    """An article about errors, cookies or robots is an article."""
    assert (
        read(
            html(f"<title>{title}</title>{meta(og__type='article')}", f"<h1>{title}</h1>", prose=f"<p>{PROSE}</p>" * 6)
        ).wall
        == ""
    )


def test_a_cookie_bar_is_no_wall() -> None:
    """An article with a bar about cookies above it is an article."""
    bar = "<div id=cookies>We value your privacy and use cookies. Accept all cookies.</div>"
    assert (
        read(
            html("<title>Council keeps plan</title>", f"{bar}<h1>Council keeps plan</h1>", prose=f"<p>{PROSE}</p>" * 6)
        ).wall
        == ""
    )


def test_an_empty_shell() -> None:
    """A page that shows its text only with JavaScript is told."""
    assert (
        "JavaScript"
        in read("<html><head><script src=app.js></script></head><body><div id=root></div></body></html>").wall
    )


@pytest.mark.parametrize(
    ("data", "content_type", "word"),
    [
        (b"%PDF-1.7 ...", "", "PDF"),
        (b"PK\x03\x04....", "text/html", "zip"),
        (b"", "", "empty"),
        (b" \n", "", "empty"),
        (b"just some words", "text/html", "no web page"),
        (b'{"a": 1}', "application/json", "no web page"),
        (b"\x89PNG\r\n", "", "picture"),
        (b"<p>x</p>", "application/pdf", "pdf"),
        (b"\0" * 99, "", "no web page"),
        (b'<?xml version="1.0"?><rss version="2.0"></rss>', "", "feed"),
        (b"\x1f\x8b\x08", "", "compressed"),
    ],
)
def test_what_is_no_html(data: bytes, content_type: str, word: str) -> None:
    """Files of other kinds are named for what they are, whatever the header says."""
    page = read(data, content_type=content_type)
    assert word in page.wall
    assert page.text() == "" or word == "no web page"


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "cp1251", "shift_jis"])
def test_html_in_any_charset_is_html(codec: str) -> None:
    """A page in a legacy charset or UTF-16 is a page."""
    data = f'<html><meta charset="{codec}"><title>Plan</title><p>{PROSE * 4}</p>'.encode(codec)
    assert read(data).wall == ""
