"""Words that tell nothing about a title, by language: articles, prepositions, conjunctions and the like."""

from functools import lru_cache

from quotebank.text.folding import base

_WORDS = {
    "en": """
    a an the and or but nor of in on at to for from by with without as is are was be its it his her their our your my
    how why what when where who which that this these those into over under after before about between against
    """,
    "de": """
    der die das den dem des ein eine einen einem einer eines und oder aber von vom zu zum zur in im ins an am auf aus
    bei beim mit nach für über unter vor wie wo warum was wer ist sind nicht kein keine als um durch gegen ohne sich
    es
    """,
    "fr": """
    le la les l un une des du de d et ou mais en au aux à dans sur sous par pour avec sans comment pourquoi que qui
    quoi quand où est ce cet cette ces son sa ses leur leurs ne pas plus entre vers chez
    """,
    "es": """
    el la los las lo un una unos unas y e o u pero de del al a en con sin por para sobre entre hacia como cómo cuando
    qué que quién cuál dónde su sus es no se
    """,
    "it": """
    il lo la i gli le l un uno una e ed o ma di del dello della dei degli delle dell d a ad al allo alla ai agli alle
    all da dal dalla dai in nel nella nei nelle con su sul sulla per tra fra come perché che chi cosa quando dove è
    non si
    """,
    "pt": """
    o a os as um uma uns umas e ou mas de do da dos das em no na nos nas ao aos à às por pelo pela para com sem sobre
    entre como que quem quando onde porque é não se seu sua
    """,
    "nl": """
    de het een en of maar van in op aan te tot voor uit bij met zonder naar over onder na om als hoe waarom wat wie
    waar is zijn niet geen dat die dit deze er t
    """,
    "ru": """
    и а но или в во на к ко с со о об обо от до по за из у для при без под над перед через между против что как кто
    где когда почему зачем это этот эта эти не ни ли же бы
    """,
    "uk": """
    і й та а але або чи в у на до з із зі зо від про по за для при без під над перед через між проти що як хто де коли
    чому це цей ця ці не ні ж би
    """,
}  # fmt: skip


@lru_cache(maxsize=32)
def stop_words(language: str) -> frozenset[str]:
    """The folded stop words for a BCP 47 tag; those of all languages together when the tag says nothing known."""
    known = _WORDS.get(language.replace("_", "-").partition("-")[0].lower())
    chosen = [known] if known is not None else list(_WORDS.values()) if not language else []
    return frozenset(base(word) for words in chosen for word in words.split())
