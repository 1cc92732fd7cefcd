"""German words that show who published what: our own compilation. See `quotebank.ingest.digest.lexicon`."""

CUES = {
    "press_verb": """
    schreibt schrieb schreiben schrieben kommentiert kommentierte kommentieren meint meinte meinen berichtet
    berichtete berichten berichteten meldet meldete melden meldeten titelt titelte titeln notiert notierte
    notieren bemerkt bemerkte bemerken urteilt urteilte urteilen resümiert resümierte konstatiert konstatierte
    analysiert analysierte argumentiert argumentierte argumentieren betont betonte betonen unterstreicht
    unterstrich warnt warnte warnen mahnt mahnte mahnen kritisiert kritisierte kritisieren lobt lobte bedauert
    bedauerte beklagt beklagte moniert monierte fordert forderte fordern vermutet vermutete erinnert erinnerte
    erinnern befürchtet befürchtete prophezeit prognostiziert prognostizierte beobachtet beobachtete fasst
    vermerkt vermerkte folgert folgerte schließt schloss fragt fragte fragen wundert wunderte spottet spottete
    ätzt poltert stöhnt entgegnet entgegnete erwidert erwiderte widerspricht widersprach ergänzt ergänzte
    erläutert erläuterte erklärt erklärte führt legt legte stellt stellte hält hielt sieht sah rät riet glaubt
    glaubte findet fand zeigt zeigte greift spricht verweist verwies hebt macht machte plädiert plädierte
    appelliert heißt hieß liest druckt druckte veröffentlicht veröffentlichte zitiert zitierte enthüllt
    enthüllte deckt beschreibt beschrieb beschreiben skizziert skizzierte untersucht untersuchte untersuchen
    behandelt behandelte diskutiert diskutierte beleuchtet beleuchtete schildert schilderte porträtiert zieht
    zog gibt gab empfiehlt empfahl bilanziert bilanzierte zeichnet zeichnete rechnet rechnete sorgt freut ärgert
    wirft warf nennt nannte bezeichnet bezeichnete nimmt nahm begrüßt begrüßte verteidigt verteidigte lehnt
    lehnte verlangt verlangte wettert philosophiert spekuliert behauptet behauptete denkt dachte merkt merkte
    widmet widmete geht ging blickt hofft zweifelt rechtfertigt wendet gewinnt attestiert bescheinigt zürnt
    jubelt rügt rügte tadelt tadelte nörgelt hinterfragt hinterfragte erörtert erörterte erwartet erwartete
    wähnt erzählt erzählte prangert vergleicht verglich vertritt vertrat wägt antwortet antwortete
    argwöhnt bestätigt bestätigte bestreitet bestritt diagnostiziert erkundigt ermittelt feiert
    gratuliert interviewt interviewte jammert klagt klagte kontert konterte lästert listet misstraut
    orakelt pocht raunt recherchiert recherchierte rekonstruiert rekonstruierte rezensiert
    rezensierte rüffelt schimpft schimpfte schlussfolgert schwärmt seufzt triumphiert übersetzt
    unterstellt unterstützt verkündet verkündete verurteilt verurteilte versichert versicherte vermeldet
    vermeldete würdigt würdigte zetert präsentiert präsentierte informiert
    informierte dokumentiert dokumentierte porträtierte gesteht behandelten diskutieren schildern zitieren
    """,
    "print_verb": """
    schreibt schrieb kommentiert kommentierte titelt titelte berichtet berichtete notiert notierte meint bemerkt
    resümiert konstatiert meldet meldete urteilt heißt druckt vermerkt moniert analysiert spottet
    """,
    "writing": "in_den_spalten_der auf_der_titelseite_der auf_der_titelseite_des",
    "say_verb": "sagt sagte sagen erscheint erschien hat hatte ist war wird kommt kam bringt brachte lässt steht stand",
    "in": """
    in im ins für bei auf in_der in_dem in_den beim zur aus_der_sicht_der aus_sicht_der aus_sicht_des aus_sicht_von
    auf_der_seite_von auf_der_website_der
    """,
    "of": "von vom der des aus",
    "according": """
    laut nach_einschätzung_der nach_einschätzung_des nach_einschätzung_von nach_überzeugung_der nach_überzeugung_des
    nach_lesart_der nach_lesart_des nach_angaben_der nach_angaben_des nach_angaben_von nach_ansicht_der
    nach_ansicht_des nach_ansicht_von nach_meinung_der nach_meinung_des nach_meinung_von nach_informationen_der
    nach_informationen_des nach_informationen_von nach_einem_bericht_der nach_einem_bericht_des
    nach_einem_bericht_von nach_auffassung_der nach_auffassung_des nach_darstellung_der nach_darstellung_des wie_die
    wie_der wie_das zufolge so_die so_der so_das aus_sicht_der aus_sicht_des aus_sicht_von für_die für_den für_das
    geht_es_nach_der nach_recherchen_der nach_recherchen_des nach_recherchen_von zitiert_nach
    """,
    "told": """
    sagte_der sagte_dem sagte_gegenüber gegenüber_der gegenüber_dem gegenüber interview_mit_der interview_mit_dem
    interview_mit gespräch_mit_der gespräch_mit_dem gespräch_mit sagte_zu
    """,
    "kind": """
    zeitung zeitungen tageszeitung tageszeitungen blatt wochenzeitung wochenblatt magazin nachrichtenmagazin
    zeitschrift portal nachrichtenportal onlineportal internetportal agentur nachrichtenagentur sender
    boulevardblatt boulevardzeitung wirtschaftszeitung wirtschaftsblatt monatszeitschrift fachzeitschrift fachblatt
    quartalsschrift vierteljahresschrift journal illustrierte regionalzeitung website internetseite webseite blog
    newsletter lokalblatt sonntagszeitung rundfunk fernsehsender radiosender denkfabrik podcast halbmonatsschrift
    monatsblatt
    """,
    "role": """
    kommentator kommentatorin kolumnist kolumnistin korrespondent korrespondentin redakteur redakteurin leitartikler
    leitartiklerin journalist journalistin autor autorin autoren gastautor gastautorin analyst analystin experte
    expertin historiker historikerin ökonom ökonomin soziologe soziologin politologe politologin
    politikwissenschaftler politikwissenschaftlerin wissenschaftler wissenschaftlerin publizist publizistin
    schriftsteller schriftstellerin essayist essayistin reporter reporterin herausgeber herausgeberin chefredakteur
    chefredakteurin professor professorin verkehrsökonomin verkehrsökonom jurist juristin philosoph philosophin
    forscher forscherin gastkommentator gastkommentatorin berichterstatter kritiker
    """,
    "article": """
    feature hörstück podcast video reportage artikel beitrag kommentar leitartikel aufsatz essay gastbeitrag
    interview bericht analyse kolumne meldung glosse porträt nachruf studie text ausgabe nummer heft leitkommentar
    dossier serie titel schlagzeile
    """,
    "official": """
    präsident präsidentin minister ministerin außenminister außenministerin kanzler kanzlerin bundeskanzler
    bundeskanzlerin ministerpräsident ministerpräsidentin premier premierminister regierungschef staatschef senator
    gouverneur bürgermeister bürgermeisterin botschafter botschafterin könig königin prinz general oberst admiral
    staatssekretär abgeordnete abgeordneter sprecher sprecherin kommissar kommissarin chef chefin bahnchef
    parteichef papst kaiser marschall richter direktor direktorin vorsitzende vorsitzender verkehrsminister
    verkehrsministerin finanzminister finanzministerin innenminister verteidigungsminister landrat
    präsidentschaftskandidatin präsidentschaftskandidat kandidat kandidatin innenministerin wirtschaftsminister
    umweltministerin leiter leiterin
    """,
    "determiner": "der die das den dem des ein eine einer einem einen eines dieser diese dieses sein seine ihr ihre",
    "and": "und oder aber sowie während",
    "issue": "nr nr. nummer heft ausgabe nrn. jg jg. bd bd. jahrgang folge h.",
    "relative": "gestern heute vorgestern gestrigen heutigen gestrige heutige",
    "season": "frühling frühjahr sommer herbst winter",
    "same": "dieselbe derselbe dasselbe derselben demselben selben gleichen",
    "pronoun": "er sie es wer",
    "stop": """
    der die das den dem des ein eine einer einem einen eines und oder aber sondern denn weil wenn als ob dass
    daß wie wo wer was wann warum weshalb wieso in im an am auf aus bei beim mit nach von vom zu zum zur für
    gegen ohne um durch über unter vor hinter neben zwischen seit bis während wegen trotz statt ich du er sie es
    wir ihr man sich mein dein sein unser euer kein keine keiner nicht nur auch noch schon erst bereits immer
    nie oft doch ja nein so sehr mehr weniger viel viele wenig wenige alle alles jeder jede jedes mancher manche
    einige etliche andere anderer anders dieser diese dieses jener jene solche solcher da dort hier hin her nun
    jetzt dann danach davor dabei dafür dagegen damit daran darauf daraus darin darüber darum davon dazu deshalb
    deswegen daher trotzdem dennoch allerdings jedoch zwar freilich ferner außerdem zudem schließlich zunächst
    zuerst zuletzt inzwischen unterdessen heute gestern morgen ist sind war waren wird werden wurde wurden hat
    haben hatte hatten kann können konnte muss müssen soll sollen will wollen darf dürfen mag ganz gar kaum fast
    etwa laut zufolge beide beiden zwei drei vier fünf sechs sieben acht neun zehn erste ersten letzte letzten
    themenwechsel soweit ähnlich ebenso nochmals wieder weiter niemand jemand nichts etwas genug bitte zurück
    zum_schluss einmal endlich vielleicht gerade eben ende anfang mitte kürzlich anschließend später
    """,
    "telling": """
    zeitung post tagblatt tageblatt anzeiger kurier bote rundschau nachrichten presse merkur spiegel stimme
    allgemeine blatt morgenpost abendblatt abendzeitung volksblatt volksstimme echo journal magazin tagesspiegel
    landpost wochenblatt rundfunk radio fernsehen morgen neueste generalanzeiger landeszeitung kreiszeitung
    monatshefte hefte warte
    """,
    "not_outlet": """
    archiv link kontakt startseite bundestag bundesrat regierung opposition minister ministerium kommission partei
    union gericht rat armee polizei kirche universität bank fonds ausschuss behörde land stadt kreis republik
    königreich krieg vertrag abkommen gesetz plan projekt konferenz gipfel forum verein verband unternehmen konzern
    gruppe fluss meer see insel gewerkschaft bürger bürgerinnen menschen leute europäer deutschen koalition kabinett
    bundesregierung kanzler präsident staat autor verfasser kommentator leser redaktion statistikamt ampel westen
    osten süden norden wirtschaft politik gesellschaft debatte frage antwort grund lage welt_krieg weihnachten
    ostern
    """,
    "people": """
    deutsche deutschen deutscher franzosen amerikaner amerikanern russen chinesen europäer europäern briten ukrainer
    ukrainern israelis palästinenser iraner türken japaner koreaner italiener spanier polen österreicher schweizer
    araber juden muslime christen sozialdemokraten christdemokraten grünen liberalen konservativen linken westler
    """,
    "abbreviation": """
    nr nrn bd jg hrsg s z b u d h v dr prof st usw bzw ca vgl jan feb febr mär apr jun jul aug sep sept okt nov dez
    mio mrd e.v abs art
    """,
    "weekday": """
    montag montags; dienstag dienstags; mittwoch mittwochs; donnerstag donnerstags; freitag freitags; samstag
    sonnabend samstags; sonntag sonntags
    """,
}
"""Words by what they show; those joined by an underscore stand beside each other. Weekdays: Monday first."""
