import type { Sentence } from './sentences.js';

/**
 * Written before the detector and looked at only once, when it was finished: how well it does on what it has not seen.
 * Do not tune the detector on these; new hard sentences belong in sentences.ts.
 */
export const heldOut: readonly Sentence[] = [
  { text: 'Ik belde gisteren nog met de mama van Amina en die was radeloos.', expected: [['person-name', 'Amina']] },
  {
    text: 'Contactpersoon: Tom Claes, 02-456 78 90.',
    expected: [
      ['person-name', 'Tom Claes'],
      ['phone', '02-456 78 90'],
    ],
  },
  {
    text: 'Contacteer mij via 0499/887766 of via lotte@clbregio.be.',
    expected: [
      ['phone', '0499/887766'],
      ['email', 'lotte@clbregio.be'],
    ],
  },
  { text: 'Rayan, 15 jaar, werd in drie scholen geweigerd.', expected: [['person-name', 'Rayan']] },
  { text: 'lln. Senne Dhondt is al 60 halve dagen B-code', expected: [['person-name', 'Senne Dhondt']] },
  { text: 'Geboortedatum 1 februari 2013, dus te jong voor NAFT.', expected: [['birth-date', '1 februari 2013']] },
  { text: 'RR 101130-442-41 staat op het formulier dat rondging.', expected: [['national-number', '101130-442-41']] },
  { text: 'Het Don Boscocollege schorst sneller dan andere scholen.', expected: [['school-name', 'Don Boscocollege']] },
  { text: 'Ze verblijft bij oma, Stationslaan 7 in Aarschot.', expected: [['address', 'Stationslaan 7']] },
  {
    text: 'Het dossier Bieke stagneert omdat de school Mariadal niet reageert.',
    expected: [
      ['pupil-name', 'Bieke'],
      ['school-name', 'Mariadal'],
    ],
    known: { pupilNames: ['Willems Bieke'], schoolNames: ['VBS Mariadal'] },
  },
  { text: 'Sinds 1 september 2023 geldt het nieuwe decreet Leersteun.', expected: [] },
  { text: 'Het gemiddelde steeg van 12,4 naar 15,8 per 1000 leerlingen (bron: AGODI 2025).', expected: [] },
  { text: 'Team Leuven Noord en team Hageland werken goed samen met Alba en Oranjehuis.', expected: [] },
  { text: 'Na de herfstvakantie is er in Halle, Asse en Ternat geen enkele plaats meer vrij.', expected: [] },
  { text: 'Vraag 7: wie betaalt de busrit van 16 km naar de zorgboerderij?', expected: [] },
  { text: 'Aanmeldingen 2026-0101, 2026-0102 en 2026-0117 werden op 5/10/2026 tegelijk bezorgd.', expected: [] },
  { text: 'Ouders van Turkse of Marokkaanse afkomst krijgen zelden een tolk.', expected: [] },
  { text: 'Wij willen dat de Vlaamse overheid en Opgroeien samen een kader maken.', expected: [] },
  { text: 'Een middenschool in Tervuren en een atheneum in Tienen delen één leerlingbegeleider.', expected: [] },
  { text: 'Leerlingen van het Vierde jaar TSO en BSO haken af in Februari.', expected: [] },
];

/** Written when the detector was finished and mended after hard.ts; run once, nothing was changed for it. */
export const heldOutLater: readonly Sentence[] = [
  { text: 'De grootouders van Liana vangen haar overdag op.', expected: [['person-name', 'Liana']] },
  { text: 'Ik kreeg telefoon van Stijn Bogaerts van het JAC.', expected: [['person-name', 'Stijn Bogaerts']] },
  { text: 'Kind (geboren 12-08-2015) staat op drie lijsten.', expected: [['birth-date', '12-08-2015']] },
  {
    text: 'Je kan me bellen: 011 22 33 44 of 0032475998877',
    expected: [
      ['phone', '011 22 33 44'],
      ['phone', '0032475998877'],
    ],
  },
  { text: 'Zij woont op het Van Heutsplein 4a, tweede verdieping.', expected: [['address', 'Van Heutsplein 4a']] },
  { text: 'De student Tibor kwam maar twee dagen per week.', expected: [['person-name', 'Tibor']] },
  { text: 'Soufiane is intussen 18 en krijgt geen hulp meer.', expected: [['person-name', 'Soufiane']] },
  {
    text: 'Het Paridaensinstituut en de Steinerschool De Zonnewijzer vragen navorming.',
    expected: [
      ['school-name', 'Paridaensinstituut'],
      ['school-name', 'De Zonnewijzer'],
    ],
  },
  { text: 'ELIF YILMAZ – derde weigering – niemand neemt op', expected: [['person-name', 'ELIF YILMAZ']] },
  { text: 'Insz-nummer van het kind: 15081201262?', expected: [] },
  { text: 'De Vlaamse Ombudsdienst en het Kinderrechtencommissariaat wezen hier al op.', expected: [] },
  { text: 'In Scherpenheuvel-Zichem, Bekkevoort en Geetbets rijdt er na 16.30 geen bus.', expected: [] },
  { text: 'Vergelijk tabel 4.12, pagina 118-124, en bijlage 2026/03.', expected: [] },
  { text: 'Voor Afghaanse jongens van 16 vonden wij via Fedasil geen plaats.', expected: [] },
  { text: 'Een moeder vertelde: Wij krijgen altijd hetzelfde antwoord.', expected: [] },
  { text: 'Budget 2025: 1.250.000 euro, 2026: 1.310.000 euro, dus +4,8 procent.', expected: [] },
  { text: 'De leerling Economie-Moderne Talen werd geheroriënteerd naar Haarzorg.', expected: [] },
  { text: 'De jeugdrechter van Leuven en die van Halle-Vilvoorde beslissen anders.', expected: [] },
  { text: 'Aanwezig waren 12 CLB-medewerkers, 5 aanbieders en 3 scholen.', expected: [] },
  { text: 'Goed initiatief: Samen tegen Schooluitval, met steun van de Koning Boudewijnstichting.', expected: [] },
];
