"""Words around the names of a byline, by language: what opens it, jobs, credits that are no authors, agencies.

All in lower case (`quotebank.ingest.page.byline_pieces` compares them so). Our own compilation from general
knowledge of the press in these languages.
"""

# ruff: noqa: SIM905 -- lists of words read best as text


def _lines(text: str) -> frozenset[str]:
    """The lines of a table, one phrase each or several parted by commas."""
    return frozenset(phrase.strip() for line in text.splitlines() for phrase in line.split(",") if phrase.strip())


OPENINGS = _lines("""
    by, von, di, de, da, van, words by, story by, written by, text by, report by, reporting by, writing by,
    additional reporting by, reported by, interview by, analysis by, author, authors, author(s), about the author,
    posted by, published by, byline, reporter, writer, opinion by, a column by, an essay by, contributed by,
    from our correspondent, compiled by, commentary by, review by, autor, autorin, autoren, autorinnen, text,
    розмовляв, розмовляла, бесідував, бесідувала, розмову вів, розмову вела, разговаривал, разговаривала,
    интервью взял, интервью взяла, вопросы задавал, вопросы задавала, разговарао, разговарала, razgovarao, razgovarala,
    rozhovor vedl, rozhovor vedla, rozhovor připravil, rozhovor připravila,
    das gespräch führte, das gespräch führten, das interview führte, das interview führten, die fragen stellte,
    bericht, ein bericht von, ein kommentar von, eine analyse von, ein gastbeitrag von, ein interview von,
    kommentar von, interview von, verfasst von, geschrieben von, artikel von, eine reportage von, aus dem ressort,
    gastbeitrag von, text von, bericht von, analyse von, par, écrit par, publié par, propos recueillis par, texte,
    auteur, auteurs, autrice, un texte de, une analyse de, rédigé par, article de, reportage de, article rédigé par,
    por, escribe, escriben, escreve, scrive, scrivono, schreibt, écrit, pisze, пишет, пишут, escrito por, texto,
    texto de, texto por, autora, autores, un artículo de, redactado por, publicado por, reportagem de,
    texto original de, autor(a), redator, redatora, entrevista de, dall'inviato, dall'inviata, dall’inviato,
    dall’inviata, dal corrispondente, scritto da, autore, autori, testo, testo di, articolo di, a cura di,
    servizio di, pubblicato da, un articolo di, intervista di, reportage di, analisi di, door, tekst, auteur(s),
    geschreven door, een artikel van, av, skrevet av, skriven av, tekst av, text av, af, skrevet af, tekst af,
    journalist, skribent, reportage av, kirjoittaja, teksti, toimittaja, autor:, tekst:, høfundur, höfundur, eftir,
    autors, autore:, autorius, parengė, autoriai, rašė, teksts, autori:, tekstā, kirjutas, autorid, przez, autorzy,
    autorka, opracował, opracowała, oprac., opr., rozmawiał, rozmawiała, napisał, napisała, przygotował,
    przygotowała, napsal, napsala, autoři, autoři:, text:, připravil, připravila, autorka:, napísal, napísala, piše,
    piše:, pišu, napisao, napisala, priredio, priredila, autor teksta, od, пише, аутор, текст, приредио, írta,
    szerző, szerzők, szöveg, írta:, scris de, de:, text de, un articol de, redactor, nga, nga:, shkruan, shkruar nga,
    yazan, yazar, haber, muhabir, yazı, hazırlayan, haber:, yazan:, müəllif, yazdı, автор, авторы, автори,
    автор текста, автор статьи, тексты, текст подготовил, текст подготовила, подготовил, подготовила, подготовили,
    материал подготовил, материал подготовила, беседовал, беседовала, автор материала, корреспондент, написал,
    написала, записал, записала, колонка, беседу вёл, беседу вела, автор статті, підготував, підготувала,
    текст підготував, журналіст, спілкувався, спілкувалася, автор тексту, аўтар, тэкст, автор на статията, от,
    авторка, напиша, του, της, των, από τον, από την, από τους, από, γράφει ο, γράφει η, γράφουν οι, γράφουν, γράφει,
    συντάκτης, κείμενο, ρεπορτάζ, συνέντευξη στον, συνέντευξη στην, αρθρογράφος, كتب, كتبت, كتبا, كتبوا, بقلم,
    الكاتب, الكاتبة, إعداد, اعداد, تقرير, حوار, أجرى الحوار, كتبه, المراسل, تأليف, من إعداد, رصد, نویسنده, خبرنگار,
    نوشته, گزارش, به قلم, یادداشت, گفتگو از, گزارشگر, نویسندگان, פורסם על ידי, נכתב על ידי, מאת, כתב, כתבה, כותב,
    כותבת, लेखक, द्वारा, रिपोर्ट, संवाददाता, रिपोर्टर, लेखिका, oleh, penulis, reporter:, pewarta, laporan,
    laporan wartawan, ditulis oleh, penulis:, kontributor, tác giả, bài, bài viết, bài và ảnh, thực hiện, người viết,
    biên soạn, โดย, ผู้เขียน, เรื่อง, เขียนโดย, na, mwandishi, na mwandishi wetu, imeandikwa na, ni, ავტორი, հեղինակ,
    escrit per, publicat per, redactat per, text de, autoria, una entrevista de,
    автор:, жазған, авторы:, муаллиф, muallif, հեղինակ, հեղինակներ, լուսաբանեց, লিখেছেন, লেখক, প্রতিবেদন,
    எழுதியவர், கட்டுரை,
    تحریر, تحرير وإعداد, رپورٹ, مصنف, сурвалжлагч, бичсэн, дайындаған, тілші, kirjutanud, tekstas, pokalbino, kalbino
""")
"""Words before the names of a byline."""

PARTICLE_OPENINGS = frozenset("von di de da van af av od na".split())
"""Those words before names that also belong to family names: only words when a whole name follows."""

CREDITS = _lines("""
    photo, photos, photo by, photos by, photograph by, photographs by, photography by, photography, picture by,
    pictures by, picture, pictures, image, images, image by, image credit, photo credit, credit, illustration,
    illustration by, illustrations by, graphic by, graphics by, video by, video, videos by, artwork by, camera,
    edited by, editing by, editor, editors, copy editor, produced by, producer, production by, translated by,
    translation, translation by, translator, source, sources, fact-checked by, reviewed by, medically reviewed by,
    foto, fotos, fotografie, bild, bilder, fotograf, fotografin, illustration:, illustrationen, grafik, quelle,
    redaktion:, redigiert von, übersetzung, übersetzt von, aus dem englischen von, übersetzer, produktion, kamera,
    übersetzung aus dem englischen, redaktionelle mitarbeit, photographie, photographies, crédit photo,
    crédits photo, crédit, image:, traduit par, traduction, traductrice, traducteur, édité par,
    traduit de l'anglais par, traduit de l’anglais par, infographie, vidéo, montage, légende, fotografía,
    fotografías, imagen, traducción, traducido por, traductor, edición, editado por, fuente, vídeo, fotografia,
    imagem, tradução, traduzido por, edição, fonte, crédito, ilustración, ilustração, traduzione, traduzione di,
    fotografie di, foto di, immagine, editing di, fonte:, beeld, fotograaf, vertaling, vertaald door, bron,
    redactie:, eindredactie, bilde, foto:, bild:, översättning, oversettelse, oversættelse, redaktør, redaktör,
    kilde, källa, grafikk, kuva, kuvat, kuvaaja, käännös, lähde, toimittanut, ljósmynd, ljósmyndari, mynd, myndir,
    nuotrauka, nuotraukos, zdjęcie, zdjęcia, fot., fot, redaktor prowadzący, redakcja:, tłumaczenie, tłum.,
    tłumaczył, tłumaczyła, źródło, korekta, grafika, redaktor wydania, foto autor, překlad, přeložil, přeložila,
    zdroj, editor:, snímek, preklad, preložil, preložila, izvor, prijevod, prevod, prevela, preveo, urednik,
    urednica, фотографија, извор, превод, фотографије, fotó, fotók, kép, fordította, fordítás, szerkesztette,
    szerkesztő, forrás, traducere, sursa, sursă, fotografii, fotoğraf, fotoğraflar, editör, kaynak, çeviri, çeviren,
    kamera:, përktheu, burimi, redaktoi, përkthimi, фото, фотография, фотограф, фотографии, редактор, редакторы,
    отв. редактор, ответственный редактор, перевод, перевёл, перевел, перевела, переводчик, источник, иллюстрация,
    иллюстрации, видео, выпускающий редактор, снимки, корректор, главный редактор, оператор, инфографика,
    фото автора, редактор выпуска, шеф-редактор, світлина, світлини, переклад, переклала, переклав, джерело,
    редакторка, відео, ілюстрація, здымак, пераклад, снимка, снимки:, източник, превод:, φωτογραφία, φωτογραφίες,
    φωτό, φωτο, επιμέλεια, μετάφραση, πηγή, φωτ., σύνταξη-επιμέλεια, تصوير, صورة, صور, تحرير, ترجمة, المصدر, مصدر,
    عکس, عکاس, ترجمه, مترجم, منبع, ویراستار, دبیر, ویرایش, प्रकाशित, अपडेट, अद्यतन, צילום, צילומים, תרגום, עריכה,
    מקור, עורך, फोटो, संपादन, अनुवाद, स्रोत, संपादक, द्वारा संपादित, संपादित, sumber, penyunting, penerjemah, ảnh,
    nguồn, biên tập, dịch, ภาพ, แปล, ที่มา, picha, mhariri, published, published on, updated, last updated, posted,
    posted on, first published, updated on, modified, created, veröffentlicht, aktualisiert, stand, erstellt, publié,
    publié le, mis à jour, mis à jour le, publicado, publicado el, actualizado, actualizado a, atualizado,
    atualizado em, pubblicato, pubblicato il, aggiornato, gepubliceerd, bijgewerkt, publicerad, uppdaterad,
    publisert, oppdatert, julkaistu, päivitetty, opublikowano, aktualizacja, aktualisiert am, zaktualizowano,
    publikováno, aktualizováno, közzétéve, frissítve, publicat, actualizat, опубликовано, обновлено, размещено,
    изменено, оновлено, опубліковано, публикувана, обновена, обновљено, yayınlanma, güncelleme, yayınlanma tarihi,
    güncellenme, نشر, نشر في, تم النشر, آخر تحديث, منتشر شده, diterbitkan, dipublikasikan, diperbarui, cập nhật,
    đăng, reading time, lesezeit, temps de lecture, tiempo de lectura, share, developed by, powered by, designed by,
    site by, follow, follow us, subscribe, copyright, all rights reserved, ©, время чтения, час читання,
    czas czytania, date, datum, fecha, дата, data, comments, kommentare, commentaires
""")
"""Words before names that are no authors' (pictures, editing, translation), or before dates and imprints."""

AMBIGUOUS_CREDITS = frozenset(
    """
    foto fotos photo photos picture pictures image images video vídeo vidéo editor editors editör editora source
    sources credit crédit crédito camera kamera bild bilder stand date datum data fecha дата producer translator
    grafik translation production montage produktion fonte fuente quelle kilde källa bron zdroj sumber kép kuva mynd
    redaktor redaktør redaktör urednik urednica редактор редакторы редакторка оператор корректор фотограф fotograf
    fotografin fotograaf переводчик traductor traducteur traductrice mhariri redaktion: share follow dịch đăng ảnh
    منبع مصدر دبیر صور صورة نشر ni picha edición edição legend légende übersetzer illustration illustrationen
    comments beeld שיתוף עורך संपादक photography fotografie fotografia
    """.split()
)
"""Single words of `CREDITS` that stand in names of jobs too: credits only before a colon or at a line's start."""

ROLES = frozenset(
    """
    correspondent correspondents reporter reporters writer writers editor editors columnist columnists journalist
    journalists contributor contributors staff bureau chief producer analyst analysts commentator freelancer
    photographer photojournalist intern fellow professor lecturer researcher author anchor presenter host blogger
    critic essayist historian economist director president chairman chairwoman ceo co-founder founder ambassador
    minister senator adviser advisor lawyer stringer newsroom deputy-editor editor-in-chief expert scholar strategist
    redaktionsmitglied mitarbeiter mitarbeiterin korrespondent korrespondentin korrespondenten redakteur redakteurin
    redakteure redakteurinnen reporterin
    journalistin autor autorin volontär volontärin chefredakteur chefredakteurin kolumnist kolumnistin gastautor
    gastautorin redaktor redaktorin ressortleiter ressortleiterin historiker politologe wirtschaftsredakteur
    politikredakteur auslandskorrespondent leiter leiterin büroleiter politikredakteurin professorin journaliste
    journalistes correspondant correspondante correspondants envoyé envoyée envoyés rédacteur rédactrice
    éditorialiste chroniqueur chroniqueuse pigiste grand-reporter auteur autrice professeur chercheur chercheuse
    historien historienne politologue économiste avocat corresponsal corresponsales enviado enviada enviados redactor
    redactora periodista periodistas columnista editora colaborador colaboradora analista profesor profesora
    reportero reportera cronista autora correspondente correspondentes jornalista jornalistas repórter colunista
    redator redatora professora comentarista economista articulista historiador corrispondente corrispondenti inviato
    inviata inviati giornalista redattore redattrice editorialista collaboratore professore professoressa direttore
    direttrice docente verslaggever verslaggeefster redacteur redactrice columniste hoogleraar medewerker redaktør
    redaktör krönikör ledarskribent kommentator toimittaja kirjeenvaihtaja politikreporter utenriksjournalist
    blaðamaður fréttamaður dziennikarz dziennikarka korespondent korespondentka publicysta publicystka publicista
    komentator wysłannik reporterka autorka redaktorka novinář novinářka zpravodaj zpravodajka komentátor
    komentátorka dopisnik dopisnica novinar novinarka novinár novinárka spravodajca urednik urednica kolumnistica
    дописник новинар новинарка újságíró szerkesztő tudósító főszerkesztő elemző rovatvezető jurnalist jurnalistă
    ziarist corespondent gazetar gazetare muhabir muhabiri temsilcisi yazar yazarı gazeteci editör editörü müxbir
    корреспондент корреспонденты корреспондентка спецкор собкор журналист журналистка журналисты обозреватель
    колумнист редактор шеф-редактор репортер репортёр аналитик эксперт политолог историк экономист профессор доцент
    директор заместитель сотрудник сотрудница писатель публицист автор ведущий спецкорреспондент собкорреспондент
    кореспондент кореспондентка журналіст журналістка оглядач редакторка колумністка політолог історик професор
    оглядачка аналітик карэспандэнт репортерка кореспондентката δημοσιογράφος ανταποκριτής ανταποκρίτρια συντάκτης
    συντάκτρια αρθρογράφος καθηγητής απεσταλμένος αρχισυντάκτης مراسل مراسلة مراسلنا مراسلون صحفي صحفية صحافي صحافية
    محرر محررة كاتب كاتبة الكاتب الصحفي المراسل باحث أستاذ خبرنگار روزنامه‌نگار نویسنده کارشناس تحلیلگر استاد כתב
    الدكتور الدكتورة د أ.د الأستاذ
    כתבת עיתונאי עיתונאית פרשן כתבנו संवाददाता रिपोर्टर पत्रकार संपादक लेखक pv ts ths pgs gs bs wartawan koresponden
    penulis kontributor jurnalis redaktur pewarta phóng viên mwandishi profesorius profesorė žurnalistas žurnalistė
    korespondentas profesors žurnālists žurnāliste ajakirjanik toimetaja korrespondentė apžvalgininkas
    প্রতিবেদক প্রতিনিধি সংবাদদাতা রিপোর্টার সাংবাদিক செய்தியாளர் நிருபர் نمائندہ رپورٹر نامہ‌نگار ڈیسک প্রতিবেদন ডেস্ক
    тілші тілшісі թղթակից լրագրող კორესპონდენტი ჟურნალისტი प्रतिनिधी वार्ताहर ผู้สื่อข่าว wartawan сурвалжлагч
    """.split()
)
"""Names of jobs: after a name they tell what somebody is, before it they are a title."""

MODIFIERS = frozenset(
    """
    unserem unserer unseren
    senior junior chief special political diplomatic foreign national international economics economy business
    science defence defense security deputy associate assistant contributing managing executive guest our the a an
    and at for world regional local legal health technology tech sports sport culture state european asia africa
    china russia middle east africa, affairs white house investigative investigations data former independent
    freelance own from of in environment climate energy education crime opinion lead news features city staff unser
    unsere leitender leitende politischer freier freie sonder stellvertretender stellvertretende notre nos spécial
    spéciale spéciaux grand en à au permanent permanente politique principal nuestro nuestra especial especiales
    político política nosso nossa em da de del nostro nostra dal dalla speciale nasz nasza specjalny specjalna náš
    zvláštní naš naša specijalni наш наша собственный собственная специальный специальная старший старшая
    политический политическая ведущий главный главная ответственный ответственная выпускающий шеф головний головна
    відповідальний відповідальна випусковий випускова заступник заступниця zastępca naczelny naczelna prowadzący
    prowadząca šéf hlavní vedoucí zástupce główny główna главен главна отговорен glavni glavna odgovorni odgovorna jefe
    jefa adjunto adjunta invitado invitada adjoint adjointe associé associée наши власний спеціальний спеціальна
    власна нашият специален
    özel dış ankara haber موفدنا موفد خاص الخاص ויژه ارشد vår onze vores meie senior-
    নিজস্ব বিশেষ জেলা স্টাফ নিউজ অনলাইন خصوصی اسٹاف ویب विशेष खास меншікті өз սեփական საკუთარი
    """.split()
)
"""Words that stand beside a job and say which."""

NOBODY = frozenset(
    """
    staff staffs super
    admin administrator administrador administrateur webmaster root user author authors editor editors
    guest anonymous anonym anonyme anónimo unknown none null undefined n/a na nobody newsroom newsdesk news reporter
    writer writers correspondent correspondents reporters agencies agency agences agencias agencies, agencje
    agenturen wires wire-services test default website web team online desk contributor contributors администратор
    админ агентства агентури агентствa агенції superuser sysadmin moderator publisher redactor usuario nutzer gast
    invité invitado convidado ospite гость автор авторы неизвестно безымянный agenzie agentury ügynökségek 本报记者
    本報記者
    본지 기자 وكالات الوكالات وكالة מערכת סוכנויות ajanslar ajans freelancer freelance self syndicated combined
    """.split()
)
"""Authors that are nobody: users of the site's software, and jobs in place of names."""

SITES = frozenset(
    """
    facebook twitter whatsapp telegram instagram linkedin youtube viber vk вконтакте одноклассники tiktok pinterest
    rss reddit google mail e-mail email print drucken share teilen partager compartir condividi copy link menu login
    search home impressum kontakt contact cookies privacy newsletter abo podcast drukuj imprimer imprimir stampa
    печать
    """.split()
)
"""Words of buttons and menus that may stand like names: WhatsApp Facebook."""

COLLECTIVES = frozenset(
    """
    redaktion redacción redaccion rédaction redazione redação redacao redactie redaktionen redakcja redakce redakcia
    redakcija redacția redacție redakció redaksi редакция редакція редакцията рэдакцыя redaktsioon toimitus ritstjórn
    toimetus redaksiya redaksia σύνταξη συντακτική التحرير تحریریه 編輯部 编辑部 編集部 편집부 편집국 редакцыя
    redakcijos redaktsiya
    """.split()
)
"""An editorial staff as the author, in one word: kept when nobody else is named."""

AGENCIES = _lines("""
    afp, agence france-presse, agence france presse, ap, associated press, the associated press, reuters, dpa, apa,
    sda, keystone-sda, keystone-ats, ats, ansa, adnkronos, agi, efe, europa press, lusa, anp, belga, tt, ntb, ritzau,
    stt, pap, čtk, ctk, tasr, sita, mti, agerpres, mediafax, bta, hina, stina, srna, tanjug, beta, fena, mina, ata,
    mia, ana, ana-mpa, amna, cna, anadolu, anadolu agency, anadolu ajansı, aa, dha, iha, demirören haber ajansı,
    tass, tass.com, itar-tass, interfax, ria novosti, ria, sputnik, prime, regnum, rosbalt, ukrinform, unian, unn,
    interfax-ukraine, belta, belapan, kazinform, kabar, akipress, trend, azertac, armenpress, news.am,
    interpressnews, moldpres, leta, bns, elta, delfi, baltic news service, xinhua, xinhua news agency,
    china news service, yonhap, yonhap news agency, newsis, news1, kcna, kyodo, kyodo news, jiji, jiji press,
    cna taiwan, central news agency, pti, ani, ians, uni, app, bss, bernama, antara, vna, tna, pna, upi, bloomberg,
    bloomberg news, dow jones, dow jones newswires, zuma, epa, afxnews, mena, wam, spa, qna, kuna, petra, sana, ina,
    irna, isna, fars, tasnim, mehr, wafa, aps, map, tap, apanews, pana, nan, sapa, kna, ena, europapress, telam,
    télam, notimex, agencia brasil, agência brasil, prensa latina, ap news, afp/reuters, epd, kna-bild, sid, dpa-afx,
    dpa/afp, awp, tamedia, pti bhasha, stt-lehtikuva, imago, the canadian press, canadian press,
    australian associated press, aap, press association, pa, pa media, pa news agency, тасс, итар-тасс, риа новости,
    риа, интерфакс, интерфакс-украина, прайм, укринформ, укрінформ, уніан, унн, белта, белапан, казинформ, росбалт,
    регнум, спутник, рейтер, ройтерс, афп, франс пресс, синьхуа, бта, танјуг, фонет, срна, тренд, 新华社, 新華社,
    中新社, 中央社,
    法新社, 路透社, 美联社, 美聯社, 俄新社, 塔斯社, 韩联社, 韓聯社, 共同社, 共同通信, 共同通信社, 共同, 時事通信,
    時事通信社, 時事, ロイター, ロイター通信, ap通信, afp通信, 朝鮮中央通信,
    タス通信, 聯合ニュース, 연합뉴스, 뉴시스, 뉴스1, 조선중앙통신, 신화통신, 로이터, 로이터통신, ap연합뉴스,
    교도통신, رويترز, فرانس برس, أ ف ب, أ ف ب., سانا,
    وام, واس, ا ف ب, أ.ف.ب, د ب أ, د.ب.أ, سبوتنيك, الأناضول, ایرنا, ایسنا, فارس, تسنیم, مهر, απε-μπε, απε,
    רויטרס
""")
"""News agencies, which are authors like institutions."""

AGENCY_WORDS = frozenset("agence agency agentur agencia agência agenzia agentura agencja агентство ajansı".split())
"""What is said beside an agency's short name: AFP agence."""

OWN_INSTITUTION_WORDS = frozenset(
    """
    agencja prasowa agentura tisková
    programme program shimbun sinmun ilbo zeitungsgruppe house centre collective lab school academy federation league
    initiative alliance authority secretariat court police army force forces command council kanzlei verein verband
    stiftung zeitung zeitschrift nachrichten anzeiger agentur rundfunk fernsehen hochschule bundesamt kommission
    ausschuss fraktion fondation université ministère institut comité conseil commission assemblée journal quotidien
    hebdomadaire fundación universidad ministerio consejo comisión diario periódico revista fundação universidade
    ministério conselho comissão jornal fondazione università ministero consiglio comitato giornale quotidiano
    rivista wydawnictwo fundacja uniwersytet instytut ministerstwo tygodnik dziennik portal stowarzyszenie nadace
    univerzita ústav ministerstvo noviny časopis sveučilište fakultet zavod zaklada egyetem intézet minisztérium
    alapítvány universitatea institutul ministerul fundația universitesi üniversitesi enstitüsü bakanlığı vakfı
    gazetesi ajansı haber derneği газеты агентства издание издания сайт журнал портал телеканал канал ведомство
    аппарат департамент управление академия лаборатория служба видання видавництво міністерства служби університету
    спілка πανεπιστήμιο υπουργείο ινστιτούτο ίδρυμα εφημερίδα وزارة جامعة معهد مركز وكالة صحيفة مؤسسة جريدة قناة مجلس
    universitas kementerian lembaga yayasan đại học viện báo bộ podcast newsletter magazine blog wire newswire
    universitetas universiteto instituto ministerija institute's reporting network briefing
    """.split()
)
"""Words of institutions' names besides `quotebank.model.name_words.INSTITUTION_WORDS`."""

ANDS = frozenset(
    """
    and & + und et y e i и та і й en og och oraz a és și si ve ja ir un dan và και و और และ na dhe eta ed with avec
    con com mit sowie plus z med cùng с участием bersama sareng და և бен жана və
    """.split()
)
"""Words between the last two names of a byline."""

GENRES = frozenset(
    """
    reportaj reportage reportaje reportagem reportáž reportaža reportaż reportáž репортаж репортажа analiză análisis
    análise analisi analyse analys analysis analiza аналіз анализ interviu interview entrevista intervista intervju
    wywiad rozhovor интервью comentariu commentaire comentario comentário commento kommentar komentarz komentář opinie
    opinión opinião opinione opinion articol articolo artículo artigo article artikel artykuł text texto testo tekst
    texte cronică crónica crônica cronaca chronique material materiał poveste historia editorial essay ensayo ensaio
    esej essai recenzie reseña resenha recensione rezension kritik critique rubrik krönika kronik felieton glosse
    gastbeitrag beitrag dossier portrait porträt retrato ritratto corespondență correspondance anchetă enquête
    investigación investigação inchiesta recherche
    """.split()
)
"""Kinds of texts that stand before "by" and a name: Un reportaj de Jane Doe."""

OF_GENRES = frozenset(
    "un une uno una un' o um uma en et ein eine einen a an de di da von par por od av af van by".split()
)
"""Articles before those, and words for "by" behind them."""

WRITES = frozenset(
    """
    skrifar skrifaði skriver schreibt writes пише пишет пишуть piše pisze píše escribe escreve scrive écrit scrie
    kirjoittaa írja írta yazdı yazıyor yazır shkruan raksta rašo kirjutab schrijft skryf wrote γράφει
    """.split()
)
"""Verbs behind the one name of a line: Jane Doe writes."""

BETWEEN = frozenset("by from par por przez von".split())
"""Words behind a kind of text and before its author: Guest essay by, Gastbeitrag von."""

TIGHT_ANDS = frozenset("y e i a и й і та en ja ir un na z с med eta ed".split())
"""Those of `ANDS` that also stand within a name or a phrase: they part only whole names."""

TAILS = frozenset(
    """
    in at from for reports reporting writes special für aus berichtet à pour depuis en desde para em direto dal dalla
    per voor vanuit uit för från fra i w z dla ze v ve pro za из для в во на по из-за від із у з specjalnie
    специально спеціально спецыяльна στην στο από στον في من إلى خاص لـ از در di dari tại từ за към iz u iz- s from:
    via speciaal speciell speciale spécialement especial exclusively exclusive erityisesti tiek ku contributed
    contributes is was has who which ist war est es è é jest je to
    """.split()
)
"""Words after a name at which its place, paper or story begins."""

SUFFIXES_OF_LEARNING = frozenset(
    """
    phd ph.d. ph.d md m.d. m.d ma m.a. mba esq esq. llm cfa obe cbe mbe mp mdb mdl mep dphil bsc msc jd j.d. ret.
    (ret.) к.и.н. д.и.н. к.п.н. д.п.н. к.э.н. д.э.н. csc. mgr. ing. ph.d., dr.sc.
    """.split()
)
"""Degrees and honours behind a name."""

TIME_WORDS = frozenset(
    """
    am pm م ص a.m. p.m. uhr h hrs hours hour min mins min. minutes minute minuten minuto minutos minuti minut minuty мин
    мин. минут минуты минута хв хв. хвилин read ago lesezeit leestijd lecture lectura lettura leitura чтения читання
    est edt gmt utc bst cet cest et msk мск kst jst ist wib wita pst pdt pt at um à a las alle o kl kl. klo g. godz.
    ora ore vor il y há hace fa назад тому temu sitten siden sedan days day tagen tage jours días dias giorni дней
    dni time presto - – — . : , •
    """.split()
)
"""Words beside the figures of dates and times."""

OFFICES = frozenset(
    """
    studio büro hauptstadtbüro korrespondent korrespondentin korrespondenten reporter reporterin redaktion redakteur
    redakteurin team hauptstadtstudio korrespondentenbüro mitarbeiter mitarbeiterin korrespondenter redaktionen
    redaksjonen toimitus redactie correspondent verslaggever redakcja redakce
    """.split()
)
"""Offices and jobs joined to the name of a paper or station: ARD-Studio."""

EXTRA_PLACES = _lines("""
    new york, hong kong, new delhi, saint petersburg, st. petersburg, san francisco, tel aviv, нижний новгород,
    санкт-петербург, нью-йорк, kuala lumpur, phnom penh, ho chi minh city, port-au-prince, san juan, panama city,
    manila, roma, rom, rome, milano, madrid, barcelona, lisboa, lisbon, porto, hamburg, köln, frankfurt, stuttgart,
    düsseldorf, leipzig, dresden, bonn, bern, zürich, genf, genève, geneva, lausanne, basel, graz, lyon, marseille,
    lille, bordeaux, toulouse, strasbourg, nice, new delhi, mumbai, delhi, lahore, karachi, islamabad, dhaka,
    colombo, kathmandu, bangkok, hanoi, jakarta, kuala lumpur, singapore, sydney, melbourne, canberra, auckland,
    wellington, tokyo, osaka, nairobi, lagos, abuja, accra, dakar, kinshasa, johannesburg, cape town, pretoria,
    addis ababa, khartoum, tunis, algiers, alger, rabat, tripoli, beirut, damascus, amman, baghdad, riyadh, doha,
    dubai, abu dhabi, tehran, ankara, istanbul, jerusalem, tel aviv, gaza, kabul, mexico city, bogota, bogotá, lima,
    santiago, buenos aires, caracas, quito, la paz, são paulo, rio de janeiro, brasília, brasilia, havana, la habana,
    los angeles, san francisco, chicago, boston, houston, dallas, atlanta, miami, seattle, philadelphia, detroit,
    washington d.c., washington dc, toronto, ottawa, montreal, montréal, vancouver, dublin, edinburgh, glasgow,
    belfast, cardiff, manchester, birmingham, liverpool, oslo, bergen, stockholm, göteborg, malmö, københavn,
    copenhagen, aarhus, helsinki, turku, tampere, tallinn, tartu, riga, vilnius, gdańsk, poznań, łódź, katowice,
    lublin, brno, ostrava, bratislava, košice, budapest, debrecen, bucurești, cluj, iași, sofia, пловдив, софия,
    београд, novi sad, zagreb, split, ljubljana, sarajevo, skopje, tirana, pristina, podgorica, athens, thessaloniki,
    αθήνα, θεσσαλονίκη, nicosia, valletta, den haag, the hague, rotterdam, antwerpen, gent, brussel, bruxelles,
    brüssel, bruselas, bruxelas, london, londres, londra, londýn, londyn, berlin, berlín, berlino, wien, viena, prag,
    praga, praha, warschau, varsovie, varsovia, varsavia, moskau, moscou, moscú, mosca, moskwa, kiew, kyjev, kijów,
    бостон, лондон, париж, берлин, вена, рим, мадрид, варшава, прага, брюссель, женева, стамбул, пекин, токио, сеул,
    нью-йорк, вашингтон, рига, таллин, вильнюс, казань, новосибирск, самара, уфа, ростов-на-дону, краснодар, сочи,
    симферополь, омск, томск, пермь, воронеж, челябинск, иркутск, якутск, владивосток, хабаровск, полтава, запоріжжя,
    вінниця, دبي, أبوظبي, الرياض, جدة, الدوحة, بغداد, دمشق, بيروت, عمان, عمّان, القدس, غزة, رام الله, الخرطوم, تونس,
    الجزائر, الرباط, طرابلس, صنعاء, عدن, لندن, باريس, واشنطن, موسكو, بكين, برلين, الإسكندرية, الكويت, المنامة, مسقط,
    نيويورك, أنقرة, تهران, مشهد, اصفهان, germany, deutschland, france, spain, españa, italy, italia, russia, china,
    japan, korea, india, ukraine, poland, uk, u.k., us, usa, u.s., united states, united kingdom, great britain,
    england, scotland, turkey, israel, iran, iraq, syria, kenya, nigeria, egypt, south africa, brazil, brasil,
    argentina, mexico, méxico, canada, australia, hong kong, taipei, taiwan, macau, shanghai, guangzhou, shenzhen,
    beijing, pyongyang, seoul, busan, nueva york, nova york, nowy jork, calif., california, texas, florida,
    new jersey, virginia, n.y., d.c., ohio, pa., mass., md., fla., россия, украина, китай
""")
"""Places where the press reports from, besides those of `quotebank.text.known_names`."""
