"""Names and words that a made-up bank is built from.

A name is a pair of its spellings in two romanisations in use: Russian after the Library of Congress and after
BGN/PCGN, Chinese in Hanyu Pinyin and in Wade-Giles, Korean in the Revised Romanisation and in McCune-Reischauer.
"""

Pairs = tuple[tuple[str, str], ...]

RUSSIAN_GIVEN: Pairs = (
    ("Aleksandr", "Alexander"), ("Sergei", "Sergey"), ("Andrei", "Andrey"), ("Dmitrii", "Dmitry"),
    ("Aleksei", "Alexey"), ("Iurii", "Yury"), ("Evgenii", "Yevgeny"), ("Iakov", "Yakov"), ("Nikolai", "Nikolay"),
    ("Vasilii", "Vasily"), ("Grigorii", "Grigory"), ("Fedor", "Fyodor"), ("Semen", "Semyon"), ("Petr", "Pyotr"),
    ("Iaroslav", "Yaroslav"), ("Il’ia", "Ilya"), ("Igor’", "Igor"), ("Oleg", "Oleg"), ("Ivan", "Ivan"),
    ("Viktor", "Victor"), ("Iuliia", "Yulia"), ("Ol’ga", "Olga"), ("Tat’iana", "Tatyana"), ("Nataliia", "Natalia"),
    ("Mariia", "Maria"), ("Kseniia", "Xenia"), ("Ekaterina", "Yekaterina"), ("Elena", "Yelena"), ("Iana", "Yana"),
    ("Sof’ia", "Sofya"), ("Gennadii", "Gennady"), ("Anatolii", "Anatoly"), ("Arkadii", "Arkady"), ("Lev", "Lev"),
)  # fmt: skip
RUSSIAN_FAMILY: Pairs = (
    ("Iakovlev", "Yakovlev"), ("Iur’ev", "Yuryev"), ("Soloviev", "Solovyov"), ("Kovalev", "Kovalyov"),
    ("Khrushchev", "Khrushchyov"), ("Zhukovskii", "Zhukovsky"), ("Belinskii", "Belinsky"), ("Ershov", "Yershov"),
    ("Evdokimov", "Yevdokimov"), ("Tiutchev", "Tyutchev"), ("Shcherbakov", "Shcherbakov"), ("Chernyshev", "Chernyshov"),
    ("Kuz’min", "Kuzmin"), ("Vasil’ev", "Vasilyev"), ("Krasil’nikov", "Krasilnikov"), ("Mel’nikov", "Melnikov"),
    ("Gor’kii", "Gorky"), ("Tolstoi", "Tolstoy"), ("Dostoevskii", "Dostoyevsky"), ("Iastrebov", "Yastrebov"),
    ("Kirillov", "Kirillov"), ("Karaganov", "Karaganov"), ("Luk’ianov", "Lukyanov"), ("Trenin", "Trenin"),
    ("Gabuev", "Gabuyev"), ("Lan’kov", "Lankov"), ("Titarenko", "Titarenko"), ("Denisov", "Denisov"),
    ("Vorontsov", "Vorontsov"), ("Toloraia", "Toloraya"), ("Asmolov", "Asmolov"), ("Zhebin", "Zhebin"),
    ("Strel’tsov", "Streltsov"), ("Kistanov", "Kistanov"), ("Panov", "Panov"), ("Larin", "Larin"),
    ("Porosenkov", "Porosyonkov"), ("Semenov", "Semyonov"), ("Fedorov", "Fyodorov"), ("Aleksandrov", "Alexandrov"),
    ("Maksimov", "Maximov"), ("Tiurin", "Tyurin"), ("Liubimov", "Lyubimov"), ("Iudin", "Yudin"), ("Zuev", "Zuyev"),
    ("Bondarev", "Bondaryov"), ("Grachev", "Grachyov"), ("Pugachev", "Pugachyov"), ("Orlov", "Orlov"),
    ("Sokolov", "Sokolov"), ("Lebedev", "Lebedev"), ("Kozlov", "Kozlov"), ("Novikov", "Novikov"),
    ("Morozov", "Morozov"), ("Pavlov", "Pavlov"), ("Stepanov", "Stepanov"), ("Nikitin", "Nikitin"),
    ("Zakharov", "Zakharov"), ("Baranov", "Baranov"), ("Kiselev", "Kiselyov"), ("Andreev", "Andreyev"),
    ("Sergeev", "Sergeyev"), ("Alekseev", "Alexeyev"), ("Dmitriev", "Dmitriyev"), ("Grigor’ev", "Grigoryev"),
)  # fmt: skip
CHINESE_GIVEN: Pairs = (
    ("Jinping", "Chin-p’ing"), ("Xiaoping", "Hsiao-p’ing"), ("Zemin", "Tse-min"), ("Jintao", "Chin-t’ao"),
    ("Keqiang", "K’o-ch’iang"), ("Huning", "Hu-ning"), ("Jiechi", "Chieh-ch’ih"), ("Enlai", "En-lai"),
    ("Shaoqi", "Shao-ch’i"), ("Ziyang", "Tzu-yang"), ("Yaobang", "Yao-pang"), ("Xuetong", "Hsüeh-t’ung"),
    ("Jisi", "Chi-ssu"), ("Weiwei", "Wei-wei"), ("Zhongshu", "Chung-shu"), ("Qichao", "Ch’i-ch’ao"),
    ("Youwei", "Yu-wei"), ("Zhongying", "Chung-ying"), ("Guangqi", "Kuang-ch’i"), ("Dezhi", "Te-chih"),
    ("Boyi", "Po-i"), ("Xingjian", "Hsing-chien"), ("Congwen", "Ts’ung-wen"), ("Ailing", "Ai-ling"),
    ("Bingzhi", "Ping-chih"), ("Caihou", "Ts’ai-hou"), ("Dongsheng", "Tung-sheng"), ("Feng", "Feng"),
)  # fmt: skip
CHINESE_FAMILY: Pairs = (
    ("Xi", "Hsi"), ("Deng", "Teng"), ("Zhou", "Chou"), ("Jiang", "Chiang"), ("Zhao", "Chao"), ("Zhang", "Chang"),
    ("Qian", "Ch’ien"), ("Qiu", "Ch’iu"), ("Cai", "Ts’ai"), ("Cao", "Ts’ao"), ("Zeng", "Tseng"), ("Xu", "Hsü"),
    ("Xie", "Hsieh"), ("Song", "Sung"), ("Gong", "Kung"), ("Guo", "Kuo"), ("Gao", "Kao"), ("Bai", "Pai"),
    ("Bo", "Po"), ("Dong", "Tung"), ("Du", "Tu"), ("Peng", "P’eng"), ("Tang", "T’ang"), ("Jin", "Chin"),
    ("Kong", "K’ung"), ("Ren", "Jen"), ("Rong", "Jung"), ("Zhu", "Chu"), ("Zuo", "Tso"), ("Wang", "Wang"),
    ("Li", "Li"), ("Liu", "Liu"), ("Chen", "Ch’en"), ("Yang", "Yang"), ("Huang", "Huang"), ("Wu", "Wu"),
)  # fmt: skip
KOREAN_GIVEN: Pairs = (
    ("Jeong-eun", "Chŏng-ŭn"), ("Jeong-il", "Chŏng-il"), ("Il-seong", "Il-sŏng"), ("Yeo-jeong", "Yŏ-jŏng"),
    ("Jae-in", "Chae-in"), ("Geun-hye", "Kŭn-hye"), ("Dae-jung", "Tae-jung"), ("Mu-hyeon", "Mu-hyŏn"),
    ("Seok-yeol", "Sŏk-yŏl"), ("Gyeong-hui", "Kyŏng-hŭi"), ("Seong-taek", "Sŏng-t’aek"), ("Chung-il", "Ch’ung-il"),
    ("Yeong-cheol", "Yŏng-ch’ŏl"), ("Seon-hui", "Sŏn-hŭi"), ("Bong-geun", "Pong-gŭn"), ("Min-jun", "Min-jun"),
    ("Ji-won", "Chi-wŏn"), ("Hyeon-u", "Hyŏn-u"), ("Tae-ho", "T’ae-ho"), ("Byeong-se", "Pyŏng-se"),
)  # fmt: skip
KOREAN_FAMILY: Pairs = (
    ("Kim", "Kim"), ("Gim", "Kim"), ("Bak", "Pak"), ("Choe", "Ch’oe"), ("Jeong", "Chŏng"), ("Jo", "Cho"),
    ("Gang", "Kang"), ("Im", "Im"), ("Han", "Han"), ("Sin", "Sin"), ("Seo", "Sŏ"), ("Gwon", "Kwŏn"),
    ("Heo", "Hŏ"), ("Yun", "Yun"), ("Jang", "Chang"), ("Ryu", "Yu"), ("Mun", "Mun"), ("Bae", "Pae"),
    ("Baek", "Paek"), ("Noh", "No"), ("Tae", "T’ae"), ("Cha", "Ch’a"), ("Ju", "Chu"), ("U", "U"),
)  # fmt: skip

COMMON_WORDS = (
    "the", "of", "to", "and", "in", "a", "that", "for", "is", "on", "with", "as", "was", "it", "by", "at", "from",
    "has", "be", "are", "an", "his", "not", "this", "its", "have", "but", "their", "which", "were", "he", "will",
    "who", "more", "they", "than", "had", "about", "been", "would", "one", "also", "after", "new", "or", "between",
    "state", "two", "china", "russia", "first", "over", "into", "most", "other", "economic", "against", "can", "when",
    "security", "only", "party", "policy", "some", "could", "political", "trade", "years", "time", "korea", "even",
    "world", "under", "military", "because", "north", "government", "while", "relations", "all", "countries", "no",
    "there", "now", "leader", "president", "many", "power", "war", "japan", "still", "both", "such", "where", "if",
    "long", "western", "south", "through", "regional", "them", "any", "before", "market", "these", "so", "foreign",
    "since", "border", "national", "during", "own", "sanctions", "central", "growth", "support", "however", "russian",
    "chinese", "beijing", "moscow", "nuclear", "energy", "system", "people", "what", "much", "same", "should",
)  # fmt: skip
"""Words that fill half of any report on the region, in about the order of how often they do."""

OUTLET_PLACES = (
    "Moscow", "Beijing", "Pacific", "Eastern", "Vladivostok", "Seoul", "Harbin", "Tokyo", "Siberian", "Eurasian",
    "Central", "Northern", "Khabarovsk", "Taipei", "Amur", "Baltic", "Almaty", "Ulaanbaatar", "Shanghai", "Sakhalin",
)  # fmt: skip
OUTLET_KINDS = (
    ("Gazette", "article-newspaper"), ("Daily", "article-newspaper"), ("Herald", "article-newspaper"),
    ("News Agency", "webpage"), ("Review", "article-journal"), ("Weekly", "article-magazine"),
    ("Center", "webpage"), ("Forum", "post-weblog"), ("Radio", "broadcast"), ("Quarterly", "article-journal"),
)  # fmt: skip
TAGS = (
    "china", "russia", "japan", "north korea", "south korea", "trade", "energy", "security", "borders", "ideology",
    "sanctions", "history", "economy", "diplomacy", "military", "society", "technology", "fisheries", "pandemic",
    "central asia", "arctic", "media", "elections", "migration", "environment", "islands", "nuclear", "space", "law",
)  # fmt: skip
SYLLABLES = (
    "ba", "be", "bo", "bra", "bur", "can", "car", "cen", "cha", "ci", "con", "cor", "cra", "da", "de", "den", "di",
    "dis", "do", "dra", "du", "el", "em", "en", "er", "es", "fa", "fen", "fi", "for", "fra", "ga", "gen", "gi", "gra",
    "gu", "ha", "har", "hel", "hi", "hor", "im", "in", "is", "ja", "jen", "jo", "ka", "ken", "kha", "ki", "kor", "kra",
    "la", "le", "len", "li", "lo", "lu", "ma", "man", "me", "mi", "mo", "mor", "mu", "na", "ne", "ni", "nor", "nu",
    "ob", "or", "os", "pa", "par", "pe", "pi", "pla", "por", "pra", "pro", "qua", "ra", "re", "rem", "ri", "ro", "ru",
    "sa", "san", "sca", "se", "sen", "sha", "si", "so", "spe", "sta", "ste", "su", "ta", "tan", "te", "ter", "ti",
    "to", "tra", "tri", "tu", "ul", "un", "ur", "va", "ven", "ver", "vi", "vo", "vra", "wa", "wen", "wi", "xen", "ya",
    "yen", "yo", "za", "zen", "zhu",
)  # fmt: skip
"""Pieces that made-up words are put together from."""
