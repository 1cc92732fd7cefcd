"""Words that tell how a name is built: surnames that come first, particles, titles, institutions.

All in lower case and without marks (`quotebank.model.name_reading` compares them so), our own compilation.
"""

# ruff: noqa: SIM905 -- lists of words read best as text

SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())
"""Generational suffixes; a lone V is an initial."""

TITLES = frozenset(
    """
    dr dr. prof prof. professor sir dame lord lady mr mr. mrs mrs. ms ms. herr frau m. mme mme. mlle dott. dott.ssa
    ing. sig. sig.ra sr.d. dra. don doña sra. sra 기자 記者 记者 編集委員 论说委员 論説委員 特派員 특파원 논설위원 г-н
    г-жа проф. д-р ts. ths. pgs. gs. الدكتور الدكتورة
    """.split()
)
"""Titles and job words before or after a name; not part of it."""

PARTICLES = frozenset(
    """
    von vom zu zur zum van ver der den de del della dello dei degli di da do dos das du des d la las los le les ten
    ter te af av y i
    """.split()
)
"""Particles that stand apart from the family name, in lower case in the text."""

FIRST_PARTICLES = frozenset(
    "von vom zu van ver de del della dello dei degli di da do dos das du des ten ter te af av d".split()
)
"""Those of `PARTICLES` that may begin a run of them."""

BOUND_PARTICLES = frozenset("bin bint ibn ben abu abd al el ould أبو ابو بن ابن عبد آل".split())
"""Particles without which the family name is not one: it begins with them."""

CAPITAL_PARTICLES = frozenset("van von de del della di da la le du des st. st saint san mac ter ten vander".split())
"""Words that, with a capital, begin a family name of several words (Le Pen, De Niro, Van der Bellen)."""

LONE_PARTICLES = frozenset("le la de del della di du des st. st".split())
"""Those of `CAPITAL_PARTICLES` that are no given names, so that a family name may stand alone with them."""

COMPOUND_SURNAMES = frozenset((
    "garcia marquez", "lula da silva", "vargas llosa", "lopez obrador", "garcia lorca", "perez galdos",
    "ortega y gasset", "rodriguez zapatero", "perez reverte", "fernandez de kirchner", "kirchner fernandez",
    "calderon hinojosa", "sanchez ceron", "cabello rondon", "castro ruz", "diaz canel", "bachelet jeria",
    "pena nieto", "santos calderon", "uribe velez", "villegas poljak", "rubio montoro", "gutierrez menoyo",
    "conan doyle", "vaughan williams", "lloyd george",
))  # fmt: skip
"""Family names of several words that nothing marks as one."""

KOREAN = frozenset(
    """
    kim lee yi rhee ri park pak bak choi choe chung jung jeong cheong kang gang cho jo yoon yun chang jang im lim han
    oh seo suh shin sin kwon gwon hwang ahn an song hong yoo yu ryu yang moon mun son sohn bae pae paik baek heo huh
    nam noh roh ko go kwak gwak sung seong cha joo ju woo u min jin pyo bang ban kong gong eom um chun cheon namgung
    """.split()
)
"""Korean surnames as papers spell them; given names of two syllables follow."""

CHINESE = frozenset(
    """
    wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang
    feng yu dong xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du dai xia
    zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan
    duan qian yin yi chang lai gong wen xi hua ouyang sima zhuge shangguan mu nie geng bo zhuang qiao chai tong
    """.split()
)
"""Chinese surnames in pinyin."""

JAPANESE = frozenset(
    """
    sato suzuki takahashi tanaka ito watanabe yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi
    matsumoto inoue kimura hayashi shimizu yamazaki mori ikeda hashimoto yamashita ishikawa nakajima maeda fujita
    ogawa okada goto hasegawa murakami kondo ishii saito sakamoto endo aoki fujii nishimura fukuda ota miura fujiwara
    okamoto matsuda nakagawa nakano harada ono tamura takeuchi kaneko wada nakayama ishida ueda morita kishida abe
    suga aso koizumi hatoyama noda kono motegi hayashi ishiba takaichi nakasone fukuyama obuchi hosokawa murayama
    miyazawa tanoue kuroda nakazawa kitaoka tokugawa oe mishima kawabata soseki natsume
    """.split()
)
"""Japanese surnames in Hepburn, without marks of length."""

VIETNAMESE = frozenset(
    "nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh trinh truong lam mai to".split()
)
"""Vietnamese surnames without marks; middle and given names follow."""

TWO_CHARACTERS = frozenset(
    """
    欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 皇甫 尉迟 公孙 公孫 令狐 慕容 东方 東方 南宫 南宮 夏侯 司徒 端木 남궁 황보 제갈
    선우 독고 사공 서문
    """.split()
)
"""Chinese and Korean surnames of two characters."""

SLAVIC_GIVEN = frozenset(
    """
    александр алексеи анатолии андреи антон аркадии артем борис вадим валентин валерии василии виктор виталии владимир
    владислав вячеслав геннадии георгии григории денис дмитрии евгении егор иван игорь илья кирилл константин лев
    леонид максим михаил никита николаи олег павел петр роман сергеи станислав степан тимофеи федор юрии ярослав алла
    анна валентина вера галина дарья екатерина елена ирина ксения лариса любовь людмила марина мария наталья надежда
    оксана ольга светлана софья татьяна юлия яна андріи віктор віталіи володимир дмитро іван ігор микола михаило
    олександр олексіи павло петро сергіи тарас юріи олена наталія iван
    """.split()
)
"""Given names in Cyrillic, marks dropped (й is и), for people written family name first."""

INSTITUTION_WORDS = frozenset(
    """
    ministry department office government council committee commission club institute institut university universitat
    universidad universite college academy foundation fund stiftung center centre centro agency agence agentur agencia
    association society union news newspaper times post press media radio tv television broadcasting journal gazette
    gazeta magazine review tribune herald editorial editors editor staff writers writer board bureau desk team
    redaktion redaccion redaction redazione redacao redactie redakcja bank group company corporation corp corp. inc
    inc. ltd ltd. llc gmbh party parliament senate congress organization organisation nations eu nato reuters
    correspondent correspondents reporters embassy kremlin forum network project service services министерство мид мо
    правительство редакция агентство институт университет комитет совет фонд клуб газета пресс-служба центр партия
    банк россии міністерство редакція агентство рада інститут університет universiteto ministerium ministere
    ministerio ministero bundesregierung der-spiegel редакционная коллегия комиссия ассоциация союз общество школа
    """.split()
)
"""A name with one of these words is an institution's and kept whole."""

INSTITUTION_ENDINGS = tuple(
    """
    社 报 報 网 網 新聞 新闻 日报 部 委员会 委員会 局 大学 大學 研究所 研究院 协会 協會 中心 电视台 通信 신문 일보
    통신 방송 뉴스 대학교 연구소 연구원 위원회 부처
    """.split()
)
"""Ends of institutions' names in Chinese, Japanese and Korean."""

ARTICLES = frozenset("the der die das le la les el los il lo gli".split())
"""With a capital before one other word they make a publication's name (Der Spiegel, Le Monde, El País)."""

BYLINE_OPENINGS = tuple(
    """
    by von par por di da de door text: texto: texte: autor: autorin: autoren: author: authors: автор: авторы: автори:
    автор текста: reporter: przez كتبت كتب بقلم 文/ 記者: 记者:
    """.split()
)
"""Words before the names of a byline."""

ANDS = "and|und|et|y|e|и|та|і|en|og|och|oraz"
"""Words between the last two names of a byline, as alternatives of a pattern."""

JOBS = ("기자", "記者", "记者", "編集委員", "特派員", "특파원")
"""Job words that stand directly before or after an East Asian name in a byline."""
