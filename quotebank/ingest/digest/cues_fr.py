"""French words that show who published what: our own compilation. See `quotebank.ingest.digest.lexicon`."""

CUES = {
    "press_verb": """
    écrit écrivait écrivent titre titrait titrent estime estimait estiment souligne soulignait soulignent note
    notait notent rapporte rapportait rapportent publie publiait publient annonce annonçait annoncent révèle
    révélait révèlent affirme affirmait affirment rappelle rappelait rappellent explique expliquait expliquent
    raconte racontait racontent relève relevait relèvent constate constatait constatent observe observait
    observent analyse analysait analysent commente commentait commentent juge jugeait jugent soutient soutenait
    soutiennent dénonce dénonçait dénoncent déplore déplorait déplorent regrette regrettait ironise ironisait
    s'exclame s'exclamait s'interroge s'interrogeait s'indigne s'indignait s'inquiète s'inquiétait s'insurge
    s'alarme s'étonne s'amuse s'emporte s'agace se_demande se_demandait se_félicite se_réjouit avertit
    avertissait prévient résume résumait conclut concluait concluent ajoute ajoutait ajoutent poursuit
    poursuivait poursuivent précise précisait insiste insistait martèle lance tranche trancher assure assurait
    prédit plaide plaidait plaident réclame réclamait salue saluait détaille décrit décrivait décrivent décrypte
    dresse s'attarde évoque évoquait évoquent consacre consacrait consacrent examine examinait examinent étudie
    étudient calcule chiffre pointe pointait cite citait interroge interviewe propose compare comparait défend
    défendait défendent critique critiquait répond répondait rétorque réplique renchérit nuance concède
    reconnaît admet tempère gronde grogne fustige raille persifle tacle revient revenait reviennent retrace
    retraçait enquête s'attaque s'en_prend s'en_inquiète livre signe signait croit pense voit craint redoute
    espère doute considère attribue met_en_garde fait_valoir fait_remarquer fait_état fait_savoir fait_sa_une
    ouvre_sa_une barre_sa_une barre a_publié a_écrit a_révélé a_annoncé a_rapporté a_titré a_estimé ont_publié
    ont_écrit avait_écrit s'était_inquiété imprime imprimait reproche imagine déclare lit-on peut-on_lire
    lisait-on explique-t-il explique-t-elle estimaient refuse recommande invite appelle appelait présente
    présentait présentent montre montrait montrent avance avançait résumé préfère prône dévoile dévoilait
    énumère recense compte comptait mesure suggère suggérait admettait s'arrête s'intéresse s'émeut
    s'enthousiasme s'enflamme s'offusque s'irrite rapporta affirma écrivit nota tonne tonnait vilipende étrille
    fulmine se_moque brocarde égratigne relate relatait relaie relayait reproduit narre dépeint démontre
    démontrait démonte disserte épingle glisse indique indiquait indiquent informe signale signalait signalent
    mentionne mentionnait confirme confirmait confirment conteste contestait éclaire encourage exige félicite
    minimise objecte parie prophétise promet questionne répète ricane s'emballe se_penche se_penchait
    s'insurgeait soupçonne soupire stigmatise témoigne vante a_consulté a_enquêté a_interrogé a_rencontré
    a_recueilli a_obtenu a_vérifié a_compté a_demandé a_raconté a_dénoncé a_expliqué a_indiqué a_affirmé
    a_rappelé a_consacré s'inquiétaient raillait fustigeait jugeaient établit établissait reproduisait traduit
    avoue prévoit prévoyait
    """,
    "print_verb": """
    titre titrait titrent écrit écrivait publie publiait consacre consacrait rapporte rapportait s'exclame
    s'interroge note souligne estime constate annonce révèle ironise commente barre résume relève lance avertit
    affirme
    """,
    "writing": """
    dans_les_colonnes_de dans_les_colonnes_du dans_les_colonnes_des dans_les_pages_de dans_les_pages_du à_la_une_de
    à_la_une_du à_la_une_des en_une_de en_une_du en_première_page_de en_première_page_du à_lire_dans à_lire_sur
    à_la_une_dans
    """,
    "say_verb": """
    dit disait disent parle parlait parlent trouve trouvait veut fait faisait a est propose prend donne donnait
    reste
    """,
    "in": "dans pour sur à chez sur_le_site_de sur_le_site_du au_micro_de au_micro_du en_première_page_de",
    "of": "de du des par",
    "according": """
    selon d'après à_en_croire au_dire_de de_l'avis_de de_l'avis_du aux_yeux_de aux_yeux_du comme_l'écrit
    comme_le_note comme_le_rapporte comme_le_souligne d'après_les_informations_de d'après_les_informations_du
    selon_les_informations_de selon_les_informations_du selon_les_calculs_de selon_les_calculs_du de_source cité_par
    citée_par cités_par rapporté_par repris_par
    """,
    "told": """
    a_confié_à a_confié_au confie_à confie_au interview_à interview_au entretien_à entretien_au entretien_avec
    entretien_accordé_à entretien_accordé_au interview_accordée_à interview_accordée_au déclaré_à déclaré_au
    expliqué_à expliqué_au raconté_à a_déclaré_à a_déclaré_au a_expliqué_à a_expliqué_au interrogé_par
    interrogée_par interrogés_par au_micro_de
    """,
    "kind": """
    quotidien quotidiens journal journaux hebdomadaire hebdo mensuel magazine revue bimensuel trimestriel gazette
    site portail agence blog chaîne radio station tabloïd média lettre publication périodique canard confrère
    """,
    "role": """
    éditorialiste chroniqueur chroniqueuse correspondant correspondante journaliste journalistes reporter rédacteur
    rédactrice auteur auteure autrice auteurs analyste analystes chercheur chercheuse chercheurs économiste
    économistes historien historienne sociologue politologue politiste géographe essayiste philosophe écrivain
    écrivaine expert experte juriste commentateur commentatrice professeur professeure universitaire envoyé envoyée
    démographe ingénieur ingénieure avocat avocate romancier romancière critique spécialiste éditorialistes
    signataires
    """,
    "article": """
    podcast vidéo article articles éditorial éditoriaux édito tribune chronique billet enquête reportage entretien
    interview dépêche analyse papier texte note dossier portrait nécrologie récit une livraison édition numéro essai
    """,
    "official": """
    président présidente ministre premier_ministre première_ministre chancelier chancelière sénateur sénatrice
    gouverneur maire ambassadeur ambassadrice roi reine prince princesse général colonel amiral secrétaire député
    députée porte-parole commissaire directeur directrice chef préfet préfète pape empereur maréchal procureur
    procureure juge capitaine commandant patron patronne dirigeant dirigeante conseiller conseillère évêque cardinal
    imam responsable vice-président vice-présidente candidat candidate
    """,
    "determiner": "le la les l' un une des ce cet cette ces son sa ses leur leurs du au aux",
    "and": "et ou mais tandis alors_que tandis_que",
    "issue": "n° no n numéro numéros nº vol vol. volume tome t. hors-série",
    "relative": "hier aujourd'hui",
    "season": "printemps été automne hiver",
    "same": "même mêmes",
    "pronoun": "il elle ils elles qui on",
    "stop": """
    paru parue parus publié publiée daté datée sorti sortie le la les l' un une des du de d' au aux à en dans
    sur pour par avec sans sous entre chez vers et ou mais donc or ni car que qu' qui quoi dont où quand comme
    si ce cet cette ces celui celle ceux celles il elle ils elles on nous vous je j' tu me te se s' son sa ses
    leur leurs mon ma mes notre nos votre vos lui y ne n' pas plus moins très trop peu tout toute tous toutes
    même autre autres aucun aucune chaque quelque quelques certains certaines plusieurs après avant pendant
    depuis dès lors alors ainsi aussi encore déjà enfin puis ensuite ailleurs ici là voici voilà selon malgré
    contre hormis sauf parmi outre quant reste autant bref bonjour bonsoir hier aujourd'hui demain est sont
    était a ont avait c' c'est rien personne jamais toujours souvent deux trois quatre cinq six sept huit neuf
    dix premier première second dernier dernière pourtant cependant toutefois néanmoins autrement notamment
    surtout seul seule face côté retour autour écrire lire voir mieux pire tel telle d'après longtemps eux quel
    quelle quels quelles pourquoi comment combien jusqu' lorsqu' puisqu' lorsque puisque fin début récemment
    """,
    "telling": """
    monde figaro journal courrier presse dépêche gazette tribune voix écho échos parisien quotidien temps matin soir
    soirée revue nouvelle nouvelles nouvel observateur républicain républicaine progrès dauphiné messager hebdo
    dimanche actualité actualités libération humanité point express radio télévision tv info infos liberté
    indépendant lettre magazine cahiers
    """,
    "not_outlet": """
    ligne lien archives accueil abonnement parlement gouvernement ministère commission assemblée sénat parti union
    cour conseil armée police église université banque fonds comité république royaume ville rue guerre traité
    accord loi plan projet programme conférence sommet forum festival coupe ligue société groupe fleuve mer lac
    montagne baie île océan détroit syndicat région canton havre haye caire mecque rochelle réunion républicains
    mans pen drian havane élysée matignon noël pâques ramadan marché communauté fédération association fondation
    """,
    "people": """
    français française américain américains russe russes chinois allemand allemands européen européens britannique
    britanniques israélien israéliens palestinien palestiniens ukrainien ukrainiens occidental occidentaux arabe
    arabes africain africains anglais turc turcs iranien iraniens japonais coréen coréens italien italiens espagnol
    espagnols parisien parisiens
    """,
    "abbreviation": "n no vol p pp m mm mme mlle dr pr st ste janv févr avr juil sept oct nov déc art éd cf etc ex",
    "weekday": "lundi; mardi; mercredi; jeudi; vendredi; samedi; dimanche",
}
"""Words by what they show; those joined by an underscore stand beside each other. Weekdays: Monday first."""
