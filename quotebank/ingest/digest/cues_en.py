"""English words that show who published what: our own compilation. See `quotebank.ingest.digest.lexicon`."""

CUES = {
    "press_verb": """
    wrote writes write written writing reported reports report reporting published publishes publish headlined
    headlines editorialized editorialised editorializes editorialises commented comments comment argued argues
    argue contends contended opined opines opine noted notes note observed observes observe warned warns warn
    asked asks ask concluded concludes conclude claimed claims claim suggested suggests suggest maintained
    maintains insisted insists explained explains explain asserted asserts stressed stresses emphasized
    emphasizes emphasised emphasises remarked remarks reviewed reviews examined examines assessed assesses
    discussed discusses analyzed analyzes analysed analyses described describes pointed points recalled recalls
    lamented laments complained complains wondered wonders predicted predicts posited posits reckoned reckons
    reflected reflects revealed reveals disclosed discloses criticized criticizes criticised criticises praised
    praises mocked mocks scoffed scoffs denounced denounces cautioned cautions urged urges demanded demands
    called calls deplored deplores dismissed dismisses welcomed welcomes characterized characterizes
    characterised portrayed portrays presented presents carried carries ran runs printed prints quoted quotes
    cited cites featured features led leads splashes splashed devoted devotes profiled profiles traced traces
    surveyed surveys explored explores chronicled chronicles rebuked rebukes retorted retorts sneered countered
    counters disagreed disagrees objected objects responded responds replied replies added adds acknowledged
    conceded concedes admitted cast mused muses pondered ponders lauded hailed hails faulted faults blamed
    blames bemoaned bemoans summarized summarised summarizes documented documents investigates investigated
    tells recounted recounts likened likens foresees foresaw compared compares distinguished proposes proposed
    advocates advocated advised advises pleaded pleads protested regretted regrets rejected rejects tackled
    tackles focused focuses elaborated elaborates detailed details outlined outlines speculated speculates
    calculated calculates judged judges announced announces alleged alleges confirms confirmed broke finds found
    estimates estimated learned learns broadcast broadcasts aired airs interviewed posted tweeted blogs blogged
    showed shows doubted doubts reopens reopened answered answers dates dated declared declares declare stated
    states state lists listed hinted hints agrees agreed concurs applauds applauded attacks attacked accuses
    accused condemns condemned defends defended depicts depicted derides derided decries decried endorses
    endorsed ridicules ridiculed sighs sighed thunders thundered underlines underlined underscores underscored
    unveils unveiled uncovers uncovered highlights highlighted illustrates queries queried questions questioned
    rails railed recommends recommended reminds reminded reprints reprinted scolds scolded sketches sketched
    slams slammed tallies tallied tracks tracked voices voiced worries worried acknowledges approves approved
    assures assured celebrates celebrated challenges challenged charts charted chides chided credits credited
    deduced demonstrates demonstrated dubs dubbed echoes echoed enumerates enumerated grumbles grumbled guesses
    implies implied infers inferred jokes joked labels labelled labeled mentions mentioned opposes opposed
    prophesies prophesied quips quipped refutes refuted relates related relays relayed reproaches reproached
    shrugs shrugged supposes supposed surmises surmised sympathises sympathizes theorises theorizes trumpets
    trumpeted identifies identified diagnoses diagnosed exclaims exclaimed fumes fumed
    frets fretted marvels marvelled notices noticed prefers preferred pronounces pronounced
    translated translates
    """,
    "print_verb": """
    reports reported report writes wrote write leads splashes splashed headlines headlined editorialized
    editorialises editorialised editorializes carries carried runs ran publishes published publish prints printed
    features featured devotes devoted broadcast reveals claims warns notes argues opines
    """,
    "writing": """
    writing_in writing_for writing_at writing_on on_the_pages_of in_the_pages_of in_the_columns_of
    on_the_front_page_of on_the_front_of on_the_website_of on_page_one_of writes_for wrote_for writes_in wrote_in
    """,
    "say_verb": """
    said says say thinks thought believes believed sees saw saying holds held considers considered feels felt
    expects expected fears feared hopes hoped doubts uses used wants puts put makes made gives gave offers offered
    takes took returns returned goes went has had opens opened closes closed begins began turns turned adds
    """,
    "in": "in inside at for with within via on_the_website_of on_the_site_of speaking_to writing_on on",
    "of": "of from by",
    "according": """
    according_to as_reported_by as_reported_in reported_by published_by published_in cited_by quoted_by quoted_in
    a_report_in a_report_by in_the_words_of in_the_view_of in_the_opinion_of as_cited_by per
    """,
    "told": """
    told telling tells interview_with interview_to interviewed_by spoke_to speaking_to speaks_to interview_in
    interview_given_to talked_to explained_to
    """,
    "kind": """
    newspaper newspapers paper daily weekly monthly quarterly tabloid broadsheet magazine journal outlet website
    site portal agency wire blog newsletter broadcaster channel station freesheet fortnightly bimonthly review
    periodical gazette newswire podcast bulletin news_agency news_site think_tank news_website business_daily
    """,
    "role": """
    columnist correspondent editor editorialist commentator reporter journalist analyst contributor writer author
    authors writers analysts journalists reporters columnists researcher scholar professor historian economist
    sociologist expert experts essayist critic blogger political_scientist observer fellow philosopher engineer
    lawyer diplomat novelist poet physicist strategist demographer geographer jurist researchers scholars economists
    historians
    """,
    "article": """
    feature podcast video article articles editorial editorials essay piece op-ed column leader story report
    reports interview commentary analysis dispatch scoop reportage investigation profile obituary headline text
    write-up account opinion_piece front_page front-page lead cover edition supplement special_issue
    latest_issue autumn_issue spring_issue winter_issue summer_issue current_issue new_issue january_issue
    february_issue march_issue april_issue may_issue june_issue july_issue august_issue september_issue
    october_issue november_issue december_issue
    """,
    "official": """
    rep rep. sen sen. gov gov. president minister premier chancellor prime_minister foreign_minister senator
    governor mayor ambassador king queen prince princess general colonel admiral secretary congressman deputy mp
    chairman chairwoman spokesman spokeswoman spokesperson emperor pope tsar czar marshal comrade speaker
    commissioner sheriff leader chief vice-president vice_president director judge justice commander major captain
    lieutenant sultan sheikh emir archbishop bishop cardinal rabbi patriarch ceo chairperson delegate representative
    envoy head prosecutor councillor
    """,
    "determiner": "the a an this that its his her their",
    "and": "and or but while whereas",
    "issue": "no no. nos nos. issue issues number vol vol. volume #",
    "relative": "yesterday today",
    "season": "spring summer autumn fall winter",
    "same": "same",
    "pronoun": "he she they it who",
    "stop": """
    a an the in on at for with of from by to and or but while whereas as if when although though since because
    despite after before during under over between among against without within not no yet so thus then there
    here this that these those it its he she they we you i his her their our my your what who whose which where
    why how all both each every some any many much more most few fewer less least other others another such only
    also even still just too very however moreover meanwhile elsewhere finally first second third last next once
    one two three four five six seven eight nine ten perhaps maybe nor neither either instead indeed
    nevertheless nonetheless otherwise likewise similarly notably notable following according given having being
    are is was were be been has have had do does did will would can could may might must shall should let now
    soon later earlier again about above across along amid amidst around beyond beneath beside besides down
    except inside into like near off onto out outside past per plus round than through throughout till toward
    towards until up upon via writing speaking citing asked asking noting none nobody nothing everything
    everyone someone something everybody authors author readers news back unlike whether half part same several
    various plenty late early recently subsequently already meantime afterwards today yesterday tomorrow mid
    """,
    "telling": """
    times post news daily journal gazette tribune herald telegraph chronicle observer guardian mail standard press
    sun star review magazine weekly quarterly today express mirror independent echo globe courier dispatch examiner
    inquirer bulletin register record sentinel monitor advertiser argus reporter radio television tv broadcasting
    online shimbun ribao shibao ilbo report affairs digest insider politics letters
    """,
    "not_outlet": """
    home archive archives about contact link free tickets photo image wind parliament congress government ministry
    committee party union court council army police church university department agency bank fund commission
    assembly senate house republic kingdom city street war treaty accord agreement act bill plan project programme
    program conference summit forum festival olympics games cup league company corporation group holdings airlines
    river sea lake mountain bay island ocean strait peninsula day eve christmas easter ramadan century revolution
    movement front alliance
    """,
    "people": """
    american british chinese russian japanese korean french german italian spanish israeli palestinian iranian iraqi
    syrian turkish arab arabic indian pakistani afghan ukrainian polish czech hungarian european western eastern
    soviet canadian australian mexican brazilian african asian dutch swedish norwegian danish finnish greek egyptian
    saudi lebanese jordanian jewish muslim islamic christian catholic orthodox scottish irish welsh english
    vietnamese thai taiwanese kazakh uzbek georgian armenian azerbaijani belarusian baltic latvian lithuanian
    estonian romanian bulgarian serbian croatian austrian swiss belgian portuguese cuban venezuelan nigerian kenyan
    ethiopian eurasian sino-russian caucasian balkan nordic latin hebrew republican democratic democrat democrats
    republicans tory tories labour conservative conservatives liberal liberals communist socialist nazi kurdish
    houthi taliban emirati qatari kuwaiti bahraini omani yemeni algerian moroccan tunisian libyan sudanese siberian
    muscovite parisian americans russians ukrainians europeans israelis palestinians iranians germans britons
    koreans indians arabs jews muslims christians soviets
    """,
    "abbreviation": """
    no nos vol pp p mr mrs ms dr prof st gen col sen rep gov jr sr vs etc e.g i.e jan feb mar apr jun jul aug sep
    sept oct nov dec fig ed eds
    """,
    "weekday": "monday; tuesday; wednesday; thursday; friday; saturday; sunday",
}
"""Words by what they show; those joined by an underscore stand beside each other. Weekdays: Monday first."""
