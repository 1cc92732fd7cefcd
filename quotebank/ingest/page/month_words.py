"""Words of months besides those of `quotebank.model.date_words`: other languages, their cases and abbreviations.

Our own compilation. An underscore stands for the space in names of two words.
"""

MONTHS = (
    """
    มกราคม ม.ค. јануари јануара januara siječanj siječnja januára januarja janvāris janvārī sausis jaanuar
    tammikuuta gener xaneiro urtarrila yanvar қаңтар იანვარი იანვარს հունվարի ינואר בינואר জানুয়ারি जानेवारी ஜனவரி
    جنوری ژانویه جانفي كانون_الثاني ιαν январи
    """,
    """
    กุมภาพันธ์ ก.พ. фебруара februara veljača veljače februára februarja februāris vasaris veebruar helmikuuta
    febrer febreiro otsaila fevral ақпан თებერვალი თებერვალს փետրվարի פברואר בפברואר ফেব্রুয়ারি फेब्रुवारी பிப்ரவரி
    فروری فوریه فيفري φεβ феврали
    """,
    """
    มีนาคม มี.ค. marta ožujak ožujka marec martā kovas maaliskuuta març martxoa maret mac machi наурыз მარტი მარტს
    մարտի מרץ במרץ মার্চ மார்ச் مارچ μαρ марти
    """,
    """
    เมษายน เม.ย. април априла aprila travanj travnja apríla aprīlī balandis aprill huhtikuuta apirila aprili aprel
    сәуір აპრილი აპრილს ապրիլի אפריל באפריל এপ্রিল एप्रिल ஏப்ரல் اپریل آوریل أفريل απρ апрели
    """,
    """
    พฤษภาคม พ.ค. маја svibanj svibnja maijs maijā gegužė toukokuuta maig maiatza мамыр მაისი მაისს մայիսի מאי במאי
    মে मे மே مئی مه ماي μαΐ майи
    """,
    """
    มิถุนายน มิ.ย. юни јуни јуна juna lipanj lipnja júna junij junija jūnijs jūnijā birželis juuni kesäkuuta juny
    xuño ekaina iyun маусым ივნისი ივნისს հունիսի יוני ביוני জুন ஜூன் جون ژوئن جوان ιουν июни
    """,
    """
    กรกฎาคม ก.ค. юли јули јула jula srpanj srpnja júla julij julija jūlijs jūlijā liepa juuli heinäkuuta juliol
    xullo uztaila julai iyul шілде ივლისი ივლისს հուլիսի יולי ביולי জুলাই जुलै ஜூலை جولائی ژوئیه جويلية يوليوز ιουλ
    июли
    """,
    """
    สิงหาคม ส.ค. avgust avgusta kolovoz kolovoza augusta augusts augustā rugpjūtis ágúst elokuuta agost abuztua
    agustus ogos agosti avqust тамыз აგვისტო აგვისტოს օգոստոսի אוגוסט באוגוסט আগস্ট ऑगस्ट ஆகஸ்ட் اگست اوت أوت غشت
    αυγ августи
    """,
    """
    กันยายน ก.ย. септември септембар септембра septembar septembra rujan rujna septembris septembrī rugsėjis
    syyskuuta setembre iraila septemba sentyabr sentabr қыркүйек სექტემბერი სექტემბერს սեպտեմբերի ספטמבר בספטמבר
    সেপ্টেম্বর सप्टेंबर செப்டம்பர் ستمبر سپتامبر شتنبر σεπ сентябри
    """,
    """
    ตุลาคม ต.ค. октомври октобар октобра oktobar oktobra októbra oktobris oktobrī spalis oktoober lokakuuta urria
    oktoba oktyabr oktabr қазан ოქტომბერი ოქტომბერს հոկտեմբերի אוקטובר באוקטובר অক্টোবর ऑक्टोबर அக்டோபர் اکتوبر
    اکتبر تشرين_الأول οκτ октябри
    """,
    """
    พฤศจิกายน พ.ย. ноември новембар новембра novembar novembra studeni studenoga studenog novembris novembrī
    lapkritis marraskuuta azaroa novemba noyabr қараша ნოემბერი ნოემბერს նոյեմբերի נובמבר בנובמבר নভেম্বর नोव्हेंबर
    நவம்பர் نومبر نوامبر تشرين_الثاني نونبر νοε listopadu ноябри
    """,
    """
    ธันวาคม ธ.ค. декември децембар децембра decembar decembra prosinac prosinca decembris decembrī gruodis detsember
    joulukuuta desembre decembro abendua des disember desemba dekabr желтоқсан დეკემბერი დეკემბერს դեկտեմբերի דצמבר
    בדצמבר ডিসেম্বর डिसेंबर டிசம்பர் دسمبر دسامبر كانون_الأول دجنبر δεκ декабри
    """,
)
"""January to December, in lower case."""
