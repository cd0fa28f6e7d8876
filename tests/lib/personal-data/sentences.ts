import type { FindingKind, KnownNames } from '../../../src/lib/personal-data/index.js';

/** What stands in a sentence that should be found: the kind and the words themselves. */
export type Expected = readonly [kind: FindingKind, words: string];

export interface Sentence {
  readonly text: string;
  /** Empty: nothing personal, though it may look like it. */
  readonly expected: readonly Expected[];
  readonly known?: KnownNames;
}

/** The day on which all sentences are written. */
export const today = '2026-11-18';

const yasmine: KnownNames = {
  pupilNames: ['Yasmine El Amrani'],
  schoolNames: ['Sint-Pieterscollege Leuven'],
  birthDates: ['2011-03-14'],
  phones: ['0470 12 34 56'],
  emails: ['fatima.elamrani@gmail.com'],
};
const roos: KnownNames = { pupilNames: ['Roos Van de Velde'], schoolNames: ['GO! basisschool De Regenboog'] };

/** With personal data. Written before the detector; invented people, realistic slips. */
export const withPersonalData: readonly Sentence[] = [
  // The case is known.
  { text: 'Yasmine staat al sinds september op de wachtlijst.', expected: [['pupil-name', 'Yasmine']], known: yasmine },
  {
    text: 'yasmine el amrani heeft geen plaats gekregen',
    expected: [['pupil-name', 'yasmine el amrani']],
    known: yasmine,
  },
  {
    text: 'EL AMRANI YASMINE: twee keer geweigerd wegens volzet.',
    expected: [['pupil-name', 'EL AMRANI YASMINE']],
    known: yasmine,
  },
  {
    text: 'De ouders Amrani willen wel, maar er is geen vervoer.',
    expected: [['pupil-name', 'Amrani']],
    known: yasmine,
  },
  { text: 'Voor Yasmínes start was er geen rondetafelmoment.', expected: [['pupil-name', 'Yasmínes']], known: yasmine },
  {
    text: 'Op het Sint Pieterscollege wil niemand nog een vervolgtraject.',
    expected: [['school-name', 'Sint Pieterscollege']],
    known: yasmine,
  },
  {
    text: 'De leerling van 14/03/2011 valt tussen twee leeftijdsgroepen.',
    expected: [['birth-date', '14/03/2011']],
    known: yasmine,
  },
  {
    text: 'Mama is bereikbaar op 0470.12.34.56, maar niemand belt terug.',
    expected: [['phone', '0470.12.34.56']],
    known: yasmine,
  },
  { text: 'Roos heeft al drie maanden geen school.', expected: [['pupil-name', 'Roos']], known: roos },
  {
    text: 'Het traject van roos van de velde werd stopgezet.',
    expected: [['pupil-name', 'roos van de velde']],
    known: roos,
  },
  { text: 'De Regenboog vraagt steeds pas in mei om hulp.', expected: [['school-name', 'De Regenboog']], known: roos },
  // Phone numbers.
  { text: 'Bel het secretariaat gerust op 016/12 34 56.', expected: [['phone', '016/12 34 56']] },
  { text: 'Ik ben te bereiken op 0470 12 34 56 na de middag.', expected: [['phone', '0470 12 34 56']] },
  { text: 'Vragen? +32 (0)470/12.34.56', expected: [['phone', '+32 (0)470/12.34.56']] },
  { text: 'Het nummer 0032 2 555 12 34 geeft altijd bezet.', expected: [['phone', '0032 2 555 12 34']] },
  { text: 'gsm vader 0486551290, die neemt nooit op', expected: [['phone', '0486551290']] },
  {
    text: 'Haar nummer is nul vier zeven nul twaalf vierendertig zesenvijftig.',
    expected: [['phone', 'nul vier zeven nul twaalf vierendertig zesenvijftig']],
  },
  // E-mail.
  {
    text: 'Stuur het verslag naar els.vermeulen@telenet.be voor de vergadering.',
    expected: [['email', 'els.vermeulen@telenet.be']],
  },
  {
    text: 'Het adres jonas_p2010@hotmail.com van de jongere werkt niet meer.',
    expected: [['email', 'jonas_p2010@hotmail.com']],
  },
  // National register numbers.
  {
    text: 'Rijksregisternummer 11.03.14-124.28 werd gevraagd door de school.',
    expected: [['national-number', '11.03.14-124.28']],
  },
  { text: 'Het systeem vroeg het nummer 78061523327 van de moeder.', expected: [['national-number', '78061523327']] },
  { text: 'INSZ 090822 317 73, verder geen gegevens.', expected: [['national-number', '090822 317 73']] },
  { text: 'In de mail stond 11.03.14-124.29, dat mag toch niet?', expected: [['national-number', '11.03.14-124.29']] },
  // Birth dates.
  { text: 'Leerling, geboren op 3/9/2012, mag nergens starten.', expected: [['birth-date', '3/9/2012']] },
  { text: 'Jongere (° 14 maart 2011) zit thuis sinds de paasvakantie.', expected: [['birth-date', '14 maart 2011']] },
  { text: 'Het gaat om een kind geb. 05-06-17 uit het derde leerjaar.', expected: [['birth-date', '05-06-17']] },
  { text: 'Ze is van 22 augustus 2009 en valt dus uit de boot.', expected: [['birth-date', '22 augustus 2009']] },
  { text: 'Meisje van 2010-11-30 kreeg drie weigeringen.', expected: [['birth-date', '2010-11-30']] },
  // Names without a case.
  { text: 'Leerling Yasmine El Amrani wacht nu al vijf maanden.', expected: [['person-name', 'Yasmine El Amrani']] },
  { text: 'De mama van Jonas krijgt nergens antwoord.', expected: [['person-name', 'Jonas']] },
  { text: 'Er was een meisje genaamd Zoë-Lynn dat nergens terechtkon.', expected: [['person-name', 'Zoë-Lynn']] },
  { text: 'In het dossier van N. Peeters ontbrak de instemming.', expected: [['person-name', 'N. Peeters']] },
  { text: 'Bij Jonas P. duurde het zes weken.', expected: [['person-name', 'Jonas P.']] },
  {
    text: 'Zijn naam is Oleksandr Kovalenko en hij spreekt nog geen Nederlands.',
    expected: [['person-name', 'Oleksandr Kovalenko']],
  },
  { text: 'Mevrouw Van den Broeck van de school weigert elk overleg.', expected: [['person-name', 'Van den Broeck']] },
  { text: 'de papa van milan wil geen begeleiding meer', expected: [['person-name', 'milan']] },
  { text: 'Sinds januari zit Mohamed thuis en niemand doet iets.', expected: [['person-name', 'Mohamed']] },
  { text: 'Ik sprak met directeur Karel Wouters over de schorsingen.', expected: [['person-name', 'Karel Wouters']] },
  {
    text: 'The pupil Noah Janssens was sent home, call his mother at 0486 55 12 90.',
    expected: [
      ['person-name', 'Noah Janssens'],
      ['phone', '0486 55 12 90'],
    ],
  },
  // Schools and addresses.
  {
    text: 'In het Sint-Jozefsinstituut worden leerlingen in oktober al geschorst.',
    expected: [['school-name', 'Sint-Jozefsinstituut']],
  },
  { text: 'KA Leuven stuurt de verslagen te laat door.', expected: [['school-name', 'KA Leuven']] },
  {
    text: 'GO! atheneum De Ring vraagt altijd dezelfde aanbieder.',
    expected: [['school-name', 'GO! atheneum De Ring']],
  },
  {
    text: 'Goede samenwerking met basisschool De Regenboog in Diest.',
    expected: [['school-name', 'basisschool De Regenboog']],
  },
  { text: 'Het Heilig-Hartcollege heeft een mooie time-outklas.', expected: [['school-name', 'Heilig-Hartcollege']] },
  { text: 'Het gezin woont in de Kerkstraat 12 en raakt niet op de bus.', expected: [['address', 'Kerkstraat 12']] },
  {
    text: 'Jongere uit de Tiensesteenweg 145 bus 3, 3010 Kessel-Lo, kan niet met de trein.',
    expected: [['address', 'Tiensesteenweg 145 bus 3']],
  },
];

/** Without personal data, with look-alikes. */
export const withoutPersonalData: readonly Sentence[] = [
  { text: 'In schooljaar 2025-2026 kregen we 2026 aanvragen minder dan verwacht.', expected: [] },
  { text: 'Aanmelding 2026-0042 bleef drie weken zonder antwoord.', expected: [] },
  { text: 'Voor leerlingen onder 12 is er in Asse-Halle-Vilvoorde geen aanbod.', expected: [] },
  { text: 'De wachtlijst van NAFT VBO is 40 % langer dan in 2024-2025.', expected: [] },
  { text: 'Volgens het decreet van 27 april 2018 moet het CLB mee beslissen.', expected: [] },
  { text: 'Op 12 november 2026 was er overleg met alle aanbieders.', expected: [] },
  { text: 'De vergadering van 03/02/2027 wordt best in Tienen gehouden.', expected: [] },
  { text: 'Groep INTRO, TEJO en JAC doen goed werk, maar JES kent het Meldpunt niet.', expected: [] },
  { text: 'VDAB en Syntra zouden mee aan tafel moeten zitten in Recht op Leren.', expected: [] },
  { text: 'Er gaat 12.500,50 euro naar vervoer, dat is 0,47 procent van het budget.', expected: [] },
  { text: 'Scholen in 3010 Kessel-Lo en 1800 Vilvoorde vragen hetzelfde.', expected: [] },
  { text: 'De leerling Latijn in de derde graad krijgt andere kansen dan die in BSO.', expected: [] },
  { text: 'Oekraïense en Syrische leerlingen krijgen te laat een plaats in OKAN.', expected: [] },
  { text: 'In de lente is alles volzet en de storm van aanvragen komt in maart.', expected: [] },
  { text: 'De roos op de folder stoort, en zo’n storm van mails ook.', expected: [], known: roos },
  { text: 'Van de zes aanvragen uit El Salvador of Spanje kwam er geen rond.', expected: [], known: yasmine },
  { text: 'Een jongere uit Leuven wacht langer dan een jongere uit Halle.', expected: [], known: yasmine },
  { text: 'De moeder van een leerling van 14 jaar vond zelf een zorgboerderij.', expected: [] },
  { text: 'Een goede praktijk: de warme overdracht met Arktos en Lejo in Aarschot.', expected: [] },
  { text: 'Het college van burgemeester en schepenen van Dilbeek wil meedenken.', expected: [] },
  { text: 'Elke basisschool in Vlaams-Brabant zou een vaste contactpersoon moeten hebben.', expected: [] },
  { text: 'De school voor buitengewoon onderwijs krijgt te weinig uren.', expected: [] },
  { text: 'Omzendbrief SO/2007/05 is niet duidelijk over code P.', expected: [] },
  { text: 'Artikel 123/20 van de codex en wet 2018-09-05/06 spreken elkaar tegen.', expected: [] },
  { text: 'Sinds Minister Weyts is er geen extra geld voor het leerrecht.', expected: [] },
  { text: 'Het CLB belt 3 tot 4 keer, mailt 2 keer en wacht dan 10 tot 14 dagen.', expected: [] },
  { text: 'Cijfers: 12 34 56 78, dus samen 180 leerlingen in vier trimesters.', expected: [] },
  { text: 'Maandag tot vrijdag van 8.30 tot 16.00 uur is er iemand, op woensdag tot 12.15.', expected: [] },
  { text: 'Onze ervaring: Jongeren met autisme vallen uit, Ouders raken moedeloos.', expected: [] },
  { text: 'Leerling en ouders kiezen samen; Vader en moeder wonen vaak apart.', expected: [] },
  { text: 'Sint-Pieters-Leeuw en Sint-Genesius-Rode vallen tussen twee regio’s.', expected: [] },
  { text: 'Begin met een kort gesprek in het Nederlands, Frans of Engels.', expected: [] },
  { text: 'Zie ook www.naft.be en bel 1712 of 103 (Awel).', expected: [] },
  { text: 'Jongens van 13, 14 en 15 jaar: 6 op 10 zijn na 8 weken terug op school.', expected: [] },
  { text: 'De bus 3 naar Tienen rijdt niet na 18 u, en de trein van 17.05 evenmin.', expected: [] },
  { text: 'There is no offer for pupils under 12 in the region of Leuven.', expected: [] },
];

export const sentences: readonly Sentence[] = [...withPersonalData, ...withoutPersonalData];
