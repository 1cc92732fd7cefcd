"""Pages that are no articles: errors, checks for robots, questions of consent, walls of login or payment."""

# ruff: noqa: E501 -- a table, one entry a line

import re
from functools import cache

from quotebank.ingest.page.document import Document
from quotebank.ingest.page.meta_tags import first
from quotebank.ingest.page.structured import Node

_FEW = 600
"""So little prose (in characters) is no article that a wall could not be."""
_LONGEST_FAILURE = 100

_ERRORS = (
    r"\b(?:404|403|401|410|429|500|502|503|504)\b.{0,20}(?:error|not found|forbidden|unavailable|gateway|fehler|erreur)|"
    r"^(?:error|fehler|erreur|ошибка)?\W{0,3}(?:404|403|410|500|502|503)\b|page (?:not found|cannot be found)|not found$|"
    r"access denied|^forbidden|service unavailable|bad gateway|gateway time-?out|internal server error|"
    r"something went wrong|page (?:introuvable|non trouvée)|accès refusé|seite (?:wurde )?nicht gefunden|zugriff verweigert|"
    r"página no encontrada|acceso denegado|pagina non trovata|página não encontrada|strona nie (?:została )?znaleziona|"
    r"nie znaleziono|страница не найдена|не найдена|доступ (?:запрещ[её]н|ограничен)|сторінк[ау] не знайдено|sayfa bulunamadı|"
    r"页面不存在|页面未找到|找不到(?:网页|页面|頁面|網頁)|您访问的页面|ページが見つかりません|お探しのページ|페이지를 찾을 수 없|"
    r"الصفحة غير موجودة|لم يتم العثور|η σελίδα δεν βρέθηκε|صفحه (?:مورد نظر )?یافت نشد|pagina niet gevonden|sidan hittades inte"
)
_ROBOTS = (
    r"just a moment|attention required|checking (?:if the site|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|"
    r"are you (?:a )?(?:robot|human)|unusual traffic|not a robot|enable javascript and cookies to continue|"
    r"security (?:check|verification)|ddos protection|request unsuccessful|pardon our interruption|captcha|"
    r"sind sie ein (?:mensch|roboter)|подтвердите,? что (?:запросы|вы)|вы не робот|проверка (?:браузера|безопасности)|"
    r"vérification de sécurité|人机验证|安全验证|보안 확인|ロボットではありません"
)
_CONSENT = (
    r"before you continue|(?:we|our partners) (?:value|use|care about) (?:your privacy|cookies)|cookie (?:settings|consent|policy)|"
    r"accept (?:all )?cookies|manage (?:your )?(?:consent|cookies|privacy)|privacy (?:settings|choices|cent)|consent|"
    r"zustimm|einwilligung|mit werbung (?:weiter)?lesen|cookies akzeptieren|datenschutz-?einstellungen|accepter (?:et|les|tous)|"
    r"consentement|aceptar (?:todas|y continuar|cookies)|consentimiento|accetta|consenso|согласи[ея]|"
    r"файл(?:ы|ов) cookie|aceitar|toestemming|zgod[ay]|同意|동의|クッキー"
)
_LOGIN = (
    r"(?:log|sign) ?in|subscribe|subscription|subscribers? only|register (?:now|to)|anmelden|einloggen|abonn|"
    r"se connecter|réservé aux abonnés|suscr[ií]b|inicia(?:r)? sesión|accedi|abbonat|войти|войдите|подписк|авториз|zaloguj|"
    r"prenumer|ログイン|会員|登录|登入|订阅|로그인|구독|تسجيل الدخول|اشترك|σύνδεση|συνδρομ|giriş yap|abone"
)


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


def wall(page: Document, node: Node | None) -> str:
    """Why the page is no article, `""` if it can be one. A page with enough prose, or that declares one, can."""
    titles = [page.title, first(page.metas, "og:title").value]
    heading = next((block.text for block in page.blocks if block.element.tag in ("h1", "h2")), "")
    declared = node is not None and bool(page.statements.text(node, "headline", "datePublished"))
    declared = declared or bool(first(page.metas, "article:published_time").value)
    if declared or (page.prose >= _FEW and not _is_failure(titles[0], page.prose)):
        return ""
    shown = " ".join(block.text for block in page.blocks[:60])[:3_000]
    if any(_pattern(_ERRORS).search(text.strip()) for text in (titles[0], heading) if text):
        return "an error page, not an article"
    if _pattern(_ROBOTS).search(f"{titles[0]} {heading} {shown[:600]}"):
        return "a check for robots, not the article"
    if (
        page.prose < _FEW
        and _pattern(_CONSENT).search(f"{titles[0]} {shown}")
        and _is_mostly(_CONSENT, page, titles[0])
    ):
        return "a question about cookies and consent, not the article"
    return _empty(page, shown, titles)


def _is_failure(title: str, prose: int) -> bool:
    """Whether a title is an error's and nothing else, on a page that shows some prose all the same (links, help)."""
    if prose >= 3 * _FEW or len(title) > _LONGEST_FAILURE:
        return False
    match = _pattern(_ERRORS).search(title)
    return match is not None and 2 * len(match[0]) >= len(title)


def _is_mostly(pattern: str, page: Document, title: str) -> bool:
    """Whether a wall's words are in the title, or in most of the prose."""
    if _pattern(pattern).search(title):
        return True
    about = [text for text in page.paragraphs if _pattern(pattern).search(text)]
    return 2 * sum(map(len, about)) >= page.prose


def _empty(page: Document, shown: str, titles: list[str]) -> str:
    is_article = "article" in first(page.metas, "og:type").value.lower()
    if page.prose == 0 and not is_article and _pattern(_LOGIN).search(shown):
        return "a login or subscription page without the article's text"
    if not shown and not is_article and not any(titles[1:]):
        return "nothing to read: the page is empty, or shows its text only with JavaScript"
    return ""


def not_html(data: bytes, content_type: str) -> str:
    """What the bytes are instead of a web page; `""` when they may be one."""
    kinds = ((b"%PDF-", "a PDF file"), (b"PK\x03\x04", "a zip archive or office file"), (b"\x89PNG", "a picture"),
             (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"), (b"\xd0\xcf\x11\xe0", "an office file"),
             (b"{\\rtf", "an RTF file"), (b"\x1f\x8b", "a compressed file"))  # fmt: skip
    for mark, name in kinds:
        if data.startswith(mark):
            return f"{name}, not a web page"
    kind = content_type.partition(";")[0].strip().lower()
    if kind.startswith(("image/", "audio/", "video/")) or kind in ("application/pdf", "application/zip"):
        return f"{kind}, not a web page"
    sample = data[:20_000].replace(b"\0", b"")
    if not data.strip():
        return "an empty page"
    lower = sample.lower()
    if _is_feed(lower):
        return "a news feed or site map, not a web page"
    marked = any(mark in lower for mark in (b"<!doctype html", b"<html", b"<body"))
    if not marked and re.search(rb"(?i)<(?:!doctype|!--|[a-z][a-z0-9]{0,10})[\s>/]", sample) is None:
        return "no web page: it has no HTML in it"
    return ""


def _is_feed(sample: bytes) -> bool:
    """Whether bytes in lower case begin a news feed or a site map; the pattern only runs where one may be."""
    roots = (b"<rss", b"<feed", b"<urlset", b"<sitemapindex", b"<rdf:rdf")
    return any(root in sample for root in roots) and (
        re.match(
            rb"[\s\xef\xbb\xbf]{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?<(?:rss|feed|urlset|sitemapindex|rdf:rdf)\b",
            sample,
        )
        is not None
    )
