"""Words around Chinese, Japanese and Korean names in bylines; our own compilation."""

# ruff: noqa: SIM905 -- lists of words read best as text

JOBS_BEFORE = tuple(
    """
    本报记者 本報記者 本刊记者 本台记者 本社记者 特约记者 特約記者 见习记者 見習記者 实习记者 實習記者 专访记者
    实习生 首席记者 全媒体记者 高级记者 记者 記者 特派员 特派員 通讯员 通訊員 采写 采訪 採訪 撰文 撰稿人 撰稿 作者
    评论员 評論員 特约评论员 主笔 主筆 專欄作家 专栏作家 執筆 執筆者 筆者 著者 編集委員 論説委員 論説委員長 论说委员
    支局長 客員編集委員 取材 文責 ライター 글쓴이 취재 글 기사 文字 文
    """.split()
)
"""Words before East Asian names of authors."""

JOBS_BEHIND = tuple(
    """
    객원기자 선임기자 전문기자 인턴기자 수습기자 대기자 기자 특파원 논설위원 논설실장 앵커 편집국장 칼럼니스트
    평론가 교수 연구위원 통신원 에디터 記者 支局長 編集委員 論説委員 特派員 編集長 教授 记者 研究員 研究员 报道 報導
    報道 综合报道 綜合報導
    """.split()
)
"""Words behind East Asian names of authors."""

POSTS = tuple(
    """
    시인 소설가 작가 수필가 평론가 칼럼니스트 교수 명예교수 석좌교수 변호사 대표 소장 원장 이사장 회장 연구원 연구위원
    논설위원 논설고문 주필 편집위원 의사 감독 이사 위원장 의원 대사 고문 기자
    """.split()
)
"""Posts behind the names of those who write columns in Korean."""

POSTS_IN_BRACKETS = tuple(
    """
    研究員 研究员 教授 准教授 講師 讲师 記者 记者 委員 部長 所長 代表 弁護士 律师 編集長 作家 評論家 顧問 主任 院長 会長
    社長 理事 理事長 局長 特派員 室長 部 局 院长 主编 学者 교수 연구원 소장 기자 위원
    """.split()
)
"""Ends of what brackets behind a name say its bearer is."""

JAPANESE = tuple(
    """
    佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邉 渡邊 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 清水 山崎 阿部 池田
    橋本 山下 石川 中島 前田 藤田 小川 後藤 岡田 長谷川 村上 近藤 石井 斎藤 斉藤 齋藤 齊藤 坂本 遠藤 青木 藤井 西村 福田
    太田 三浦 藤原 岡本 松田 中川 中野 原田 小野 田村 竹内 金子 和田 中山 石田 上田 森田 柴田 酒井 工藤 横山 宮崎 宮本
    内田 高木 安藤 谷口 大野 丸山 今井 河野 藤本 村田 武田 上野 杉山 増田 平野 大塚 千葉 久保 松井 小島 岩崎 桜井 野口
    松尾 野村 木下 菊地 菊池 佐野 大西 杉本 新井 浜田 市川 古川 水野 小松 島田 小山 山内 西田 高田 吉川 吉村 五十嵐 福島
    北村 飯田 川口 平田 秋山 中田 川崎 東 森 林 原 辻 関 南 堀 岡 久保田 早川 本田 服部 荒木 大島 矢野 樋口 永井 松下
    石原 岩田 奥村 片山 黒田 田口 川上 川村 土屋 栗原 須藤 関口 西川 星野 松岡 内藤 馬場 森下 森本 大久保 小池 尾崎
    中西 上原
    """.split()
)
"""Common Japanese surnames."""

DROPPED = tuple(
    """
    责任编辑 責任編輯 责编 責編 编辑 編輯 校对 校對 审校 审核 编审 编务 摄影 攝影 摄像 图片来源 图片 圖片 图源 图 圖
    摄 制图 视频 来源 來源 翻译 翻譯 译者 编译 編譯 译 監修 写真 撮影 翻訳 訳 聞き手 映像 出典 提供 画像 編集協力
    사진 사진제공 편집 번역 영상 그래픽 촬영 자료 출처 총괄 디자인 기획 감수 发布时间 更新时间 입력 수정 등록 公開日
    更新日 更新 公開
    """.split()
)
"""Words before names of those who are no authors."""

COLLECTIVE_WORDS = frozenset(
    """
    編輯部 编辑部 編集部 편집부 편집국 뉴스팀 온라인뉴스팀 社説 社论 社評 社评
    """.split()
)
"""Editorial staffs."""

CHINESE = frozenset(
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許"
    "傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱"
    "秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔巫庄莊洪柯翁施童颜顏游詹卓温溫齐齊章莫包左"
    "欧歐甘祝牛"
)
"""Common Chinese surnames, both ways of writing."""

KOREAN = frozenset(
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여"
    "추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용봉사예경"
)
"""Korean surnames."""

KOREAN_PLACES = frozenset(
    """
    서울 부산 대구 인천 광주 대전 울산 세종 수원 제주 전주 청주 춘천 창원 순천 광양 여수 목포 포항 강릉 도쿄 베이징
    워싱턴 뉴욕 파리 런던 원주 구미 김해 진주 양산 경주 안동 천안 아산 충주 군산 익산 정읍 나주 무안 성남 고양 용인
    안산 안양 의정부 평택 화성 이천 양평 하남 전국종합 종합 경기 강원 충북 충남 전북 전남 경북 경남 상하이 홍콩
    모스크바 베를린 브뤼셀 오사카 하노이
    """.split()
)
"""Places before the names of Korean bylines, which could be names."""

NO_NAMES = frozenset(
    """
    사회부 경제부 정치부 문화부 국제부 산업부 증권부 전국부 체육부 금융부 과학부 政治部 経済部 社会部 国際部 文化部
    科学部 外信部
    報導 报道 報道 综合 綜合 即時 即时 即時報導 综合报道 台北 台中 高雄 北京 上海 東京 本报 本報 本刊 專欄 专栏 評論
    评论 社説 国際 国内 政治 経済 記者会 電 电 讯 訊 東方網 有料記事 無料 特集 연합 뉴스 단독 종합 속보 앵커 제공
    공동취재단 공동취재 특별취재팀 무단 전재 배포 금지 본지 오늘 저작권 특파원 기고 칼럼 사설 인턴 独自 獨家 独家
    整理 原创 香港 台灣 台湾 華盛頓 外電 外电 快訊 快讯 日電 日电 電文 消息 全文 原標題 阅读 閱讀 分享
    """.split()
)
"""Words of bylines that could be names by their length."""

NAMES_OF_PAPERS = tuple(
    "社 報 报 新聞 新闻 網 网 周刊 週刊 月刊 杂志 雜誌 电视台 電視台 客户端 通信 委员会 大学 报道 報導".split()
)
"""Ends of words that are papers, agencies or institutions."""

VERBS = "了从在获发看注走问表日今昨对认就從獲發對認問"
"""Characters behind "the reporter" in a sentence: the reporter learned, reports from, saw."""
