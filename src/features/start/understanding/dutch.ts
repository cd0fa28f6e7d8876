import type { Meaning } from './meaning.js';

const trouble = ['niet', 'nooit', 'geen', 'fout', 'probleem', 'moeilijk', 'foutmelding'];

const asking = ['hoe', 'wat', 'waar', 'wanneer', 'wie', 'waarom', 'kan', 'kunt', 'mag', 'graag', 'maar'];

/** How CLB workers, providers and the desk say in Dutch what they want; in the order of likelihood. */
export const dutch: readonly Meaning[] = [
  {
    does: 'tell-danger',
    sure: [
      ...['zelfmoord', 'zelfmoordpoging', 'zelfdoding', 'suïcide', 'suïcidaal', 'levensgevaar', 'noodgeval'],
      ...['noodnummer', 'in gevaar', 'onmiddellijk gevaar', 'acuut gevaar', 'direct gevaar', 'crisissituatie'],
      ...['=112', '=gevaar', '=crisis', '=nood', 'wil niet meer leven', 'uit het leven stappen'],
    ],
    near: ['gevaar', 'crisis', 'nood', 'mishandeling', 'misbruik', 'geweld'],
  },
  {
    does: 'list-my-referrals',
    sure: [
      ...['mijn aanmelding', 'mijn aanmeldingen', 'onze aanmelding', 'onze aanmeldingen', 'alle aanmeldingen'],
      ...['mijn dossier', 'mijn dossiers', 'onze dossiers', 'mijn leerlingen', 'onze leerlingen', 'mijn lijst'],
      ...['werklijst', 'stand van zaken', 'lopende aanmeldingen', 'openstaande aanmeldingen', 'open aanmeldingen'],
      ...['hoe ver staat', 'hoever staat', 'hoe ver staan', 'hoever staan', 'waar staat', 'hoe staat het'],
      ...['wat moet ik nog doen', 'wat is er te doen', 'wat wacht er', 'overzicht van … aanmeldingen', '=overzicht'],
      ...['=stand', '=lijst', '=aanmeldingen', '=opvolging', 'aanmelding opvolgen', 'aanmeldingen opvolgen'],
      ...['de aanmeldingen', 'nieuwe aanmeldingen', 'aanmeldingen bekijken', 'aanmeldingen zien'],
    ],
    near: [
      ...['aangemeld', 'aanmelding', 'aanmeldingen', 'status', 'stand', 'lijst', 'overzicht', 'dossier', 'opvolgen'],
      ...['opvolging', 'antwoord', 'reactie', 'nieuws', 'wachtlijst', 'intrekken', 'annuleren', 'gereageerd'],
      ...['aanpassen', 'wijzigen', 'bezorgd', 'verzonden', 'verstuurd', 'gecontacteerd', 'teruggehaald'],
    ],
  },
  {
    does: 'start-intake',
    sure: [
      ...['aanmelden', 'aan te melden', 'aan melden', 'meld … aan', 'melden … aan', 'melden we aan'],
      ...['nieuwe aanmelding', 'aanmelding … doen', 'aanmelding … maken', 'aanmelding … starten', '=aanmelding'],
      ...['aanmelding … opstarten', 'aanmelding … indienen', 'aanmelding … invullen', 'aanmelding … beginnen'],
      ...['aanmeldformulier', 'aanmeldingsformulier', 'doorverwijzen', 'door te verwijzen', 'verwijs … door'],
    ],
    near: [
      ...['aanmelding', 'aanmeldingen', 'aangemeld', 'inschrijven', 'leerling', 'naft', 'formulier', 'nieuwe'],
      ...['jongere', 'traject', 'time-out', 'doorsturen', 'zorgboerderij', 'spijbelt', 'schooluitval'],
    ],
    unless: [...trouble, 'lukt', 'werkt', 'wanneer', 'afgemeld', 'signaal', 'knelpunt'],
  },
  {
    does: 'list-services',
    sure: [
      ...['het aanbod', 'welk aanbod', 'welke projecten', 'welke aanbieders', 'welke initiatieven', '=aanbod'],
      ...['=projecten', '=aanbieders', 'aanbod bekijken', 'overzicht van … aanbod', 'overzicht van … projecten'],
      ...[
        'wat bestaat er',
        'is er … plaats',
        'waar is … plaats',
        'zijn er … plaatsen',
        'nog plaats bij',
        'wie heeft … plaats',
      ],
    ],
    near: [
      ...['aanbod', 'project', 'projecten', 'aanbieder', 'aanbieders', 'initiatief', 'initiatieven', 'zorgboerderij'],
      ...['plaats', 'plaatsen', 'volzet', 'wachtlijst', 'wachttijd', 'dagbesteding', 'leerrecht'],
    ],
    unless: [...trouble, 'aanpassen', 'wijzigen'],
  },
  {
    does: 'edit-my-details',
    sure: [
      ...['mijn gegevens', 'mijn nummer', 'mijn telefoonnummer', 'mijn gsm', 'mijn telefoon', 'mijn mailadres'],
      ...['=meldingen', 'meldingen instellen', 'minder meldingen', 'minder berichten', '=notificaties'],
    ],
    near: ['nummer', 'telefoonnummer', 'bereikbaar'],
  },
  {
    does: 'list-lines',
    sure: [
      ...['hulplijn', 'hulplijnen', 'wie kan ik bellen', 'wie mag ik bellen', 'wie moet ik bellen', 'wie bel ik'],
      ...['wie kan … helpen', 'wie helpt', 'welke hulp', 'hulp zoeken', 'waar vind ik hulp', 'waar vinden we hulp'],
      ...['wie kan ik contacteren', 'wie contacteer ik', '=contact', '=hulpaanbod', 'welke diensten'],
    ],
    near: [
      ...['hulp', 'bellen', 'telefoon', 'telefoonnummer', 'contact', 'contactgegevens', 'hulpverlening', 'wie'],
      ...['leersteun', 'ondersteuning', 'huiswerk', 'ouders', 'school', 'dienst', 'begeleiding'],
    ],
  },
  {
    does: 'start-signal',
    sure: [
      ...['signaal', 'knelpunt', 'goede praktijk', 'beleidssignaal', 'melden aan de werkgroep'],
      ...['aan de werkgroep melden', 'aan de werkgroep laten weten'],
    ],
    near: ['klacht', 'probleem', 'melden', 'opmerking', 'suggestie', 'feedback', 'idee', 'werkgroep'],
  },
  {
    does: 'show-waitlist',
    sure: ['wachtlijst', 'wachtlijsten', 'wie wacht', 'wie staat er op de lijst'],
    near: ['wachten', 'wachttijd', 'wachtenden', 'lijst', 'plaats'],
  },
  {
    does: 'show-availability',
    sure: ['beschikbaarheid', 'zijn volzet', 'zitten vol', 'plaats doorgeven', 'aanbod aanpassen'],
    near: ['volzet', 'plaats', 'plaatsen', 'vrij', 'vol', 'capaciteit'],
  },
  {
    does: 'list-signals',
    sure: ['signalen', 'knelpunten', 'gemelde signalen'],
    near: ['signaal', 'knelpunt', 'werkgroep'],
  },
  { does: 'list-my-signals', sure: ['mijn signaal', 'mijn signalen', 'mijn knelpunt', 'mijn knelpunten'] },
  {
    does: 'list-meetings',
    sure: [
      ...['vergadering', 'vergaderingen', 'agenda', 'verslag', 'verslagen', '=werkgroep', 'volgende werkgroep'],
      ...['cijfers', '=statistiek', '=statistieken'],
    ],
    near: ['werkgroep', 'statistiek', 'statistieken', 'aantallen', 'overleg', 'bijeenkomst', 'datum', 'agendapunt'],
  },
  { does: 'list-decisions', sure: ['besluiten', 'beslissingen', 'wat is er beslist', 'wat is beslist'] },
  { does: 'show-survey', sure: ['bevraging', 'enquête', 'vragenlijst'] },
  {
    does: 'show-desk',
    sure: ['menu van het meldpunt', 'beheer van het meldpunt', '=instellingen', 'onze werkuren', '=organisatie'],
    near: ['beheer', 'instellingen', 'organisatie', 'organisaties', 'werkuren', 'koppelcode', 'termijnen', 'meldpunt'],
  },
  {
    does: 'link-channel',
    sure: ['kanaal koppelen', 'gesprek koppelen', 'team koppelen', 'koppel … kanaal', 'code invoeren', 'code ingeven'],
    near: ['koppelen', 'koppeling', 'gekoppeld', 'code', 'kanaal'],
  },
  {
    does: 'tell-privacy',
    sure: [
      ...['privacy', 'gdpr', 'avg', 'persoonsgegevens', 'beroepsgeheim', 'vertrouwelijk', 'wie ziet', 'wie kan … zien'],
      ...['wie kan dit lezen', 'wie leest', 'meelezen', 'gegevens … bewaard', 'gegevens … gewist', 'gegevens … wissen'],
      ...['bewaart u', 'bewaar je', 'bewaart deze bot', 'gegevens verwijderen', 'gegevensbescherming'],
    ],
    near: ['gegevens', 'bewaard', 'bewaren', 'veilig', 'wissen', 'anoniem', 'namen', 'naam'],
  },
  {
    does: 'tell-stop',
    sure: [
      ...['=stop', '=stoppen', '=afmelden', '=uitschrijven', '=annuleer', '=annuleren', 'stop met', 'mij uitschrijven'],
      ...[
        'me uitschrijven',
        'mij afmelden',
        'me afmelden',
        'geen berichten meer',
        'geen meldingen meer',
        'niet meer storen',
      ],
      ...['aanmelding stoppen', 'aanmelding stopzetten', 'aanmelding annuleren', 'aanmelding intrekken'],
      ...['aanmelding … verwijderen', 'trek … in', 'leerling afmelden', 'leerling … afmelden'],
    ],
    near: ['stop', 'stoppen', 'stopzetten', 'afmelden', 'afgemeld', 'intrekken', 'annuleren', 'verwijderen', 'wissen'],
  },
  {
    does: 'tell-about',
    sure: [
      ...['=over', 'over deze bot', 'over dit', 'wie ben je', 'wie ben jij', 'wie bent u', 'wat ben je', 'wat bent u'],
      ...[
        'ben je een',
        'ben jij een',
        'bent u een',
        'ben ik met een',
        'ben je echt',
        'ben jij echt',
        'wie zit hierachter',
      ],
      ...[
        'wat is dit',
        'wat is het meldpunt',
        'wie is het meldpunt',
        'welke versie',
        '=versie',
        'hoe bereik ik het meldpunt',
      ],
      ...['meldpunt bellen', 'meldpunt bereiken', 'meldpunt contacteren', 'meldpunt mailen', 'nummer van het meldpunt'],
    ],
    near: ['bot', 'robot', 'mens', 'versie', 'meldpunt'],
  },
  {
    does: 'say-help',
    sure: [
      ...[
        'wat kan je',
        'wat kan jij',
        'wat kunt u',
        'wat kan u',
        'wat kan ik',
        'wat doe je',
        'wat doet u',
        'wat doet deze',
      ],
      ...['hoe werkt', 'hoe gebruik', 'handleiding', 'welke commando', 'welke opdrachten', 'help', 'ik snap het niet'],
      ...[
        'ik begrijp het niet',
        'ik begrijp er niets van',
        'geen idee',
        '=uitleg',
        '=info',
        '=start',
        '=wat nu',
        '=hulp aub',
      ],
    ],
    near: [
      'uitleg',
      'info',
      'informatie',
      'vraag',
      'vraagje',
      'hulp',
      'werkt',
      'lukt',
      'probleem',
      'foutmelding',
      'hoe',
    ],
    yields: true,
  },
  {
    does: 'say-thanks',
    sure: [
      ...['dankjewel', 'dankuwel', 'dank u', 'dank je', 'dank jullie', 'bedankt', 'merci', 'mersi', 'thanks', 'thx'],
      ...['hartelijk dank', 'veel dank', 'alvast dank', '=dank', '=top', '=super', '=perfect', '=prima', '=ok', '=oké'],
      ...['=in orde', '=goed', '=goed zo', '=fijn', '=tof', '=zalig', '=geweldig', '=begrepen', '=duidelijk', '=oke'],
      ...['=top bedankt', '=super merci', '=ok top', '=oke top', '=ja', '=nee', '=tot ziens', '=prettige dag'],
    ],
    unless: [...trouble, ...asking],
    yields: true,
  },
  {
    does: 'say-hello',
    sure: [
      ...[
        'hallo',
        'hallootjes',
        'hey',
        'heej',
        'hoi',
        'hi',
        'dag meldpunt',
        'dag bot',
        '=dag',
        'goeiedag',
        'goedendag',
      ],
      ...[
        'goedemorgen',
        'goeiemorgen',
        'goedemiddag',
        'goeiemiddag',
        'goedenavond',
        'goeieavond',
        '=beste',
        'beste meldpunt',
      ],
      ...['goede morgen', 'goede middag', 'dag allemaal', '=yo', '=salut', '=bonjour'],
    ],
    yields: true,
  },
];
