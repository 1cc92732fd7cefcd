"""Words of dates in many languages: months, seasons, weekdays and what stands around them.

Compared without case and marks (see `quotebank.model.date_tables.folded`). Our own compilation; where two languages
use a word for different months (Polish listopad, Croatian listopad) the larger one's is taken.
"""

MONTHS = (
    """
    january jan janvier janv januar jan jänner jän enero ene gennaio gen janeiro januari styczeń stycznia
    styczniu sty січень січня січні січ январь января январе янв ocak oca студзень студзеня leden ledna януари јануар
    janar ιανουάριος ιανουαρίου يناير जनवरी január sausio ianuarie tammikuu
    """,
    """
    february feb febr février févr février fevr februar feber febrero febbraio fevereiro fev februari luty lutego
    lutym lut лютий лютого лютому лют февраль февраля феврале фев февр şubat şub люты лютага únor února февруари
    фебруар shkurt φεβρουάριος φεβρουαρίου فبراير شباط फ़रवरी फरवरी február vasario februarie helmikuu
    """,
    """
    march mar mars märz mrz maart mrt marzo março marco marzec marca marcu березень березня березні бер март марта
    марте мар mart сакавік сакавіка březen března marts μάρτιος μαρτίου مارس آذار मार्च március kovo martie maaliskuu
    """,
    """
    april apr avril avr abril abr aprile kwiecień kwietnia kwietniu kwi квітень квітня квітні кві квіт апрель апреля
    апреле апр nisan nis красавік красавіка duben dubna prill απρίλιος απριλίου أبريل ابريل نيسان अप्रैल április
    balandžio aprilie huhtikuu
    """,
    """
    may mai mayo maggio mag maio mei maj maja maju травень травня травні тра трав май мая мае mayıs мая трав květen
    května мај μάιος μαΐου مايو أيار मई május gegužės toukokuu
    """,
    """
    june jun juin juni junio giugno giu junho czerwiec czerwca czerwcu cze червень червня червні чер черв июнь июня
    июне июн haziran haz чэрвень чэрвеня červen června јун qershor ιούνιος ιουνίου يونيو يونيه حزيران जून június
    birželio iunie kesäkuu
    """,
    """
    july jul juillet juil juli julio luglio lug julho lipiec lipca lipcu lip липень липня липні лип июль июля июле июл
    temmuz tem ліпень ліпеня červenec července јул korrik ιούλιος ιουλίου يوليو يوليه تموز जुलाई július liepos iulie
    heinäkuu
    """,
    """
    august aug août aou agosto ago augustus sierpień sierpnia sierpniu sie серпень серпня серпні сер серп август
    августа августе авг ağustos ağu жнівень жніўня srpen srpna gusht αύγουστος αυγούστου أغسطس اغسطس آب अगस्त augusztus
    rugpjūčio elokuu
    """,
    """
    september sep sept septembre septiembre setiembre settembre sett set setembro wrzesień września wrześniu wrz
    вересень вересня вересні вер верес сентябрь сентября сентябре сен сент eylül eyl верасень верасня září shtator
    σεπτέμβριος σεπτεμβρίου سبتمبر أيلول सितंबर सितम्बर szeptember rugsėjo septembrie syyskuu
    """,
    """
    october oct octobre oktober okt octubre ottobre ott outubro out październik października październiku paź жовтень
    жовтня жовтні жов жовт октябрь октября октябре окт ekim eki кастрычнік кастрычніка říjen října tetor οκτώβριος
    οκτωβρίου أكتوبر اكتوبر अक्टूबर अक्तूबर október spalio octombrie lokakuu
    """,
    """
    november nov novembre noviembre novembro listopad listopada listopadzie lis листопад листопада листопаді лис лист
    ноябрь ноября ноябре ноя нояб kasım kas лістапад лістапада nëntor νοέμβριος νοεμβρίου نوفمبر नवंबर नवम्बर november
    lapkričio noiembrie marraskuu
    """,
    """
    december dec décembre déc dezember dez diciembre dic dicembre dezembro desember grudzień grudnia grudniu gru
    грудень грудня грудні гру груд декабрь декабря декабре дек aralık ara снежань снежня prosinec prosince dhjetor
    δεκέμβριος δεκεμβρίου ديسمبر दिसंबर दिसम्बर gruodžio decembrie joulukuu
    """,
)
"""January to December: names, cases and abbreviations."""

MORE_MONTHS = (
    """
    มกราคม มค јануари јануара januara siječanj siječnja januára januarja janvāris janvārī sausis jaanuar
    tammikuuta gener xaneiro urtarrila yanvar қаңтар იანვარი იანვარს հունվարի ינואר בינואר জানুয়ারি जानेवारी ஜனவரி
    جنوری ژانویه جانفي كانون_الثاني ιαν январи
    """,
    """
    กุมภาพันธ์ กพ фебруара februara veljača veljače februára februarja februāris vasaris veebruar helmikuuta
    febrer febreiro otsaila fevral ақпан თებერვალი თებერვალს փետրվարի פברואר בפברואר ফেব্রুয়ারি फेब्रुवारी பிப்ரவரி
    فروری فوریه فيفري φεβ феврали
    """,
    """
    มีนาคม มีค marta ožujak ožujka marec martā kovas maaliskuuta març martxoa maret mac machi наурыз მარტი მარტს
    մարտի מרץ במרץ মার্চ மார்ச் مارچ μαρ марти
    """,
    """
    เมษายน เมย април априла aprila travanj travnja apríla aprīlī balandis aprill huhtikuuta apirila aprili aprel
    сәуір აპრილი აპრილს ապրիլի אפריל באפריל এপ্রিল एप्रिल ஏப்ரல் اپریل آوریل أفريل απρ апрели
    """,
    """
    พฤษภาคม พค маја svibanj svibnja maijs maijā gegužė toukokuuta maig maiatza мамыр მაისი მაისს մայիսի מאי במאי
    মে मे மே مئی مه ماي μαΐ майи
    """,
    """
    มิถุนายน มิย юни јуни јуна juna lipanj lipnja júna junij junija jūnijs jūnijā birželis juuni kesäkuuta juny
    xuño ekaina iyun маусым ივნისი ივნისს հունիսի יוני ביוני জুন ஜூன் جون ژوئن جوان ιουν июни
    """,
    """
    กรกฎาคม กค юли јули јула jula srpanj srpnja júla julij julija jūlijs jūlijā liepa juuli heinäkuuta juliol
    xullo uztaila julai iyul шілде ივლისი ივლისს հուլիսի יולי ביולי জুলাই जुलै ஜூலை جولائی ژوئیه جويلية يوليوز ιουλ
    июли
    """,
    """
    สิงหาคม สค avgust avgusta kolovoz kolovoza augusta augusts augustā rugpjūtis ágúst elokuuta agost abuztua
    agustus ogos agosti avqust тамыз აგვისტო აგვისტოს օգոստոսի אוגוסט באוגוסט আগস্ট ऑगस्ट ஆகஸ்ட் اگست اوت أوت غشت
    αυγ августи
    """,
    """
    กันยายน กย септември септембар септембра septembar septembra rujan rujna septembris septembrī rugsėjis
    syyskuuta setembre iraila septemba sentyabr sentabr қыркүйек სექტემბერი სექტემბერს սեպտեմբերի ספטמבר בספטמבר
    সেপ্টেম্বর सप्टेंबर செப்டம்பர் ستمبر سپتامبر شتنبر σεπ сентябри
    """,
    """
    ตุลาคม ตค октомври октобар октобра oktobar oktobra októbra oktobris oktobrī spalis oktoober lokakuuta urria
    oktoba oktyabr oktabr қазан ოქტომბერი ოქტომბერს հոկտեմբերի אוקטובר באוקטובר অক্টোবর ऑक्टोबर அக்டோபர் اکتوبر
    اکتبر تشرين_الأول οκτ октябри
    """,
    """
    พฤศจิกายน พย ноември новембар новембра novembar novembra studeni studenoga studenog novembris novembrī
    lapkritis marraskuuta azaroa novemba noyabr қараша ნოემბერი ნოემბერს նոյեմբերի נובמבר בנובמבר নভেম্বর नोव्हेंबर
    நவம்பர் نومبر نوامبر تشرين_الثاني نونبر νοε listopadu ноябри
    """,
    """
    ธันวาคม ธค декември децембар децембра decembar decembra prosinac prosinca decembris decembrī gruodis detsember
    joulukuuta desembre decembro abendua des disember desemba dekabr желтоқсан დეკემბერი დეკემბერს դեկտեմբերի דצמבר
    בדצמבר ডিসেম্বর डिसेंबर டிசம்பர் دسمبر دسامبر كانون_الأول دجنبر δεκ декабри
    """,
)
"""Months in languages less often met; an underscore stands for the space in names of two words."""

SOLAR_HIJRI_MONTHS = (
    "فروردین farvardin", "اردیبهشت ordibehesht", "خرداد khordad", "تیر tir", "مرداد mordad", "شهریور shahrivar",
    "مهر mehr", "آبان aban", "آذر azar", "دی dey", "بهمن bahman", "اسفند esfand",
)  # fmt: skip
"""The months of the Iranian calendar."""

SEASONS = (
    """
    spring printemps frühling frühjahr primavera lente wiosna wiosną весна весны весной весни весною ilkbahar bahar 春
    春季 봄
    """,
    """summer été sommer verano estate verão zomer lato latem лето лета летом літо літа влітку yaz 夏 夏季 여름""",
    """
    autumn fall automne herbst otoño autunno outono herfst jesień jesienią осень осени осенью осінь осені восени
    sonbahar güz 秋 秋季 가을
    """,
    """winter hiver invierno inverno zima zimą зима зимы зимой зими взимку kış 冬 冬季 겨울""",
)
"""Spring to winter."""

WEEKDAYS = """
    monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun montag
    dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so lundi mardi mercredi jeudi
    vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì
    venerdì sabato domenica segunda terça quarta quinta sexta feira maandag dinsdag woensdag donderdag vrijdag
    zaterdag zondag poniedziałek wtorek środa czwartek piątek sobota niedziela понедельник вторник среда четверг
    пятница суббота воскресенье пн вт ср чт пт сб вс нд понеділок вівторок середа четвер субота неділя pazartesi salı
    çarşamba perşembe cuma cumartesi pazar الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت
    """
"""Days of the week, which add nothing to a date."""

FILLERS = """
    the of on in at a le la el de del do da am im den der van il dnia dzień г года году год р року рік г-да yılı
    yılında year année an año anno jahr jahres anul năm ngày v w м вид. date dated published updated st nd rd th er re
    го ого o ero l m d r roku พศ คศ วันที่ ที่
    """
"""Words around dates that say nothing."""

ISSUE_MARKS = """
    no nos nr nro num number issue № n° nº vol volume вып выпуск т том том. bd band jg heft ausgabe numero número
    numéro n iss pp p
    """
"""Words after which a number is an issue, volume or page and never a part of a date."""

UNDATED = (
    "n.d.|n.d|nd|n. d.|no date|undated|s.d.|s. d.|sd|s.a.|sans date|sin fecha|senza data|sem data|o.d.|o.j.|"
    "o. j.|ohne datum|z.d.|b.d.|bez daty|б.д.|б. д.|б.г.|б. г.|без даты|без дати|б.р.|t.y.|tarihsiz|"
    "date unknown|unknown|unknown date|none|无日期|無日期|日付なし|날짜 없음|-|–|—|?"
)
"""What people write where there is no date."""

ABOUT = """
    c ca circa cca about around approx approximately etwa ungefähr um vers environ hacia circa около ок близько біля
    roughly verso
    """
"""Words before an approximate date."""

TO = "to till until through and bis au al hasta a ate até do tot до по thru"
"""Words between the ends of a span."""

TODAY = "today heute aujourd'hui hoy oggi hoje vandaag dziś dzisiaj сегодня сьогодні bugün 今天 今日 오늘"
YESTERDAY = "yesterday gestern hier ayer ieri ontem gisteren wczoraj вчера вчора dün 昨天 昨日 어제"

ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "民國": 1911, "民国": 1911}
"""Japanese eras and the Chinese Republic: what is added to their years."""

HAN_FIGURES = {figure: value for value, figure in enumerate("〇一二三四五六七八九")} | {"零": 0, "元": 1, "○": 0}
"""Chinese figures."""
