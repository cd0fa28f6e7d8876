import type { Bar, Block, Sheet } from '../../../src/contracts/document.js';

const months = ['september', 'oktober', 'november', 'december', 'januari', 'februari', 'maart'];

const bars: readonly Bar[] = [
  { label: 'Vlaams-Brabant Oost', value: 42, shown: '42 (was 31)', before: 31 },
  { label: 'Asse-Halle-Vilvoorde', value: 27, shown: '27 (was 34)', before: 34 },
  { label: 'Buiten de provincie', value: null, shown: '< 5', before: null },
  {
    label: 'Tijdelijk uitgesloten van de lessen, nog geen nieuwe school gevonden',
    value: 9,
    shown: '9 (was < 5)',
    before: null,
  },
  { label: 'Geen', value: 0, shown: '0 (was 6)', before: 6 },
];

const single: readonly Bar[] = [
  { label: '12–13 jaar', value: 18, shown: '18' },
  { label: '14–15 jaar', value: 33, shown: '33' },
  { label: '16–17 jaar', value: 16, shown: '16' },
  { label: 'jonger dan 12 jaar', value: null, shown: 'minder dan 5' },
];

const longTable: Block = {
  table: {
    head: ['Maand', 'Project', 'Aanmeldingen', 'Plaats', 'Gemiddelde wachttijd'],
    rows: Array.from({ length: 60 }, (_, index) => [
      `${months[index % months.length] ?? ''} ${2026 + (index % 7 > 3 ? 1 : 0)}`,
      index % 9 === 4
        ? 'NAFT-Leerrecht Vlaams-Brabant Oost, individueel traject met dagbesteding op een zorgboerderij in het Hageland en met begeleiding naar een nieuwe school'
        : index % 2 === 0
          ? 'NAFT-Leerrecht Asse-Halle-Vilvoorde'
          : 'Steunpunt Groene Zorg',
      index % 11 === 3 ? '< 5' : String(index * 3),
      index % 5 === 0 ? '–' : String(index),
      `± ${index % 8} weken`,
    ]),
  },
};

/** A document with one of everything, long and short; figures and sentences are made up. */
export const samplePdf: Extract<Sheet, { kind: 'pdf' }> = {
  kind: 'pdf',
  fileName: 'cijferpakket-2026-11-16',
  title: 'Cijfers voor de werkgroep ‘Recht op Leren’',
  subtitle: 'Vergadering van maandag 16 november 2026 · 1 september – 15 november 2026',
  foot: 'Meldpunt Schoolexterne Interventies Vlaams-Brabant · gemaakt op 16 november 2026',
  blocks: [
    {
      text: 'Dit pakket toont wat er de voorbije periode bij het Meldpunt aankwam, naast de periode ervoor. Kleine aantallen staan er niet in: wie minder dan vijf keer voorkomt, kan herkenbaar zijn. Coördinatoren vinden bij elk cijfer hoe het geteld is.',
    },
    {
      facts: [
        ['Periode', '1 september – 15 november 2026'],
        ['Vergeleken met', '1 april – 30 juni 2026'],
        [
          'Plaats',
          'Provinciehuis, Provincieplein 1, 3010 Leuven (lokaal ‘Hageland’, tweede verdieping; de ingang voor bezoekers is aan de kant van het station)',
        ],
        ['Prijs', '€ 0 – vrije toegang'],
      ],
    },
    { heading: 'Aanmeldingen per regio' },
    { bars: { title: 'Aanmeldingen', highest: 42, bars, legend: ['dit trimester', 'vorig trimester'] } },
    { remark: 'Geteld op de dag van de aanmelding. Een nieuwe aanmelding voor hetzelfde traject telt opnieuw.' },
    { heading: 'Leeftijd' },
    { bars: { title: 'Leerlingen per leeftijd', highest: 33, bars: single, legend: null } },
    { heading: 'Wat opviel' },
    {
      list: [
        'Vier keer geen match: jonger dan 12 jaar, Asse-Halle-Vilvoorde.',
        'De wachttijd bij ‘dagbesteding’ steeg van ± 3 naar ± 5 weken. Twee projecten zijn volzet tot en met 31 augustus; de coördinatoren zoeken samen met de CLB’s naar een tussenoplossing voor wie nu thuis zit.',
        'Één school vroeg om een gesprek vóór de crisis – dat is nieuw.',
      ],
    },
    { heading: 'Alle projecten' },
    longTable,
    { heading: 'Vorige beslissingen' },
    {
      table: {
        head: ['Beslissing', 'Wie', 'Tegen'],
        rows: [['Folder voor ouders nalezen', 'Meldpunt', '1 dec. 2026']],
      },
    },
    { newPage: true },
    { heading: 'Bijlage: tekens' },
    { text: 'é ë ï ö ç ’ “ ” – € ± ≥ 12 ≤ 18 → ½ ß œ Ž š; Çağla Şahin, Łukasz, 30 000, tot‑en‑met, 😀 einde' },
  ],
};
