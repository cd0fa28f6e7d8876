import {
  ahv,
  claims,
  delivered,
  group,
  inSummer,
  inWinter,
  noMatch,
  on,
  one,
  term,
  trail,
  undone,
  withdrawn,
  type Claim,
} from './figures-claims.js';
import { east, naft, sentAt } from './figures-world.js';

const inTerm = claims('contact-term');
const time = claims('time-to-contact');
const everyAnswer = 'Elk antwoord van de aanbieder telt als contact, ook ‘geen match’ en ‘volzet’.';
const takenBack = 'Een antwoord dat is teruggenomen, telt niet.';
const kinds = ['contacted', 'placed', 'waitlist-proposed', 'waitlisted', 'full', 'no-match'];
const eachAnswer = kinds.map((kind) => one({}, delivered(), [1, kind]));
const answeredAgain = one({}, delivered(), [0.5, 'contacted'], undone(0.501, 'contacted'), [3, 'contacted']);
const times = (cases: number, median: number, p90: number): Claim['counted'] =>
  Object.fromEntries(
    ['VBO', 'all'].flatMap((region) => [
      [`${region} cases`, cases],
      [`${region} median`, median],
      [`${region} p90`, p90],
    ]),
  );

const contacts: readonly Claim[] = [
  inTerm(
    'Bezorgde aanmeldingen waarvan de termijn voor contact in deze periode afliep.',
    [
      one({}, delivered(), [1, 'contacted']),
      one(ahv, delivered()),
      one({}, delivered(0, inWinter)),
      one({}, [1, 'full']),
    ],
    { 'in-time VBO 14-15': 1, 'late AHV 14-15': 1 },
  ),
  inTerm(
    'De termijn loopt in de werktijd van het Meldpunt.',
    [
      one({}, delivered(0, '2026-11-20T09:00:00Z'), [3.9, 'contacted']),
      one({}, delivered(0, term), [3.9, 'contacted']),
    ],
    { 'in-time VBO 14-15': 1, 'late VBO 14-15': 1 },
  ),
  inTerm(everyAnswer, eachAnswer, { 'in-time VBO 14-15': 6 }),
  inTerm(takenBack, [answeredAgain], { 'late VBO 14-15': 1 }),
  inTerm(
    'Wat zonder antwoord is ingetrokken voor het einde van de termijn, telt niet mee.',
    [
      one({}, delivered(), withdrawn(1, 'solved')),
      one({}, delivered(), noMatch(0.5), withdrawn(1, 'elsewhere')),
      one(ahv, delivered(), withdrawn(3, 'solved')),
    ],
    { 'in-time VBO 14-15': 1, 'late AHV 14-15': 1 },
  ),
  time(
    'Uren tussen de bezorging en het eerste antwoord van de aanbieder, voor eerste antwoorden in deze periode.',
    [
      one({}, delivered(), [1, 'contacted'], [9, 'placed']),
      one({}, [inSummer, 'delivered', { contactBy: inSummer }], ['2026-08-21T09:00:00Z', 'contacted'], [1, 'placed']),
      one({}, delivered(), [inWinter, 'contacted']),
      one({}, [1, 'full', { by: 'clock' }]),
    ],
    times(1, 24, 24),
  ),
  time(everyAnswer, eachAnswer, times(6, 24, 24)),
  time(takenBack, [answeredAgain], times(1, 72, 72)),
  // Friday 20 November at ten to Monday at ten: three whole days.
  time(
    'Alle uren tellen, ook ’s nachts en in het weekend.',
    [one({}, delivered(4), [7, 'contacted'])],
    times(1, 72, 72),
  ),
  time(
    'Bij de helft was er contact binnen de eerste tijd, bij negen op de tien binnen de tweede.',
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((days) => one({}, delivered(), [days, 'contacted'])),
    times(11, 6 * 24, 10 * 24),
  ),
  time('Een tijd tonen we vanaf 5 aanmeldingen.', eachAnswer.slice(0, 4), times(4, 24, 24)),
];

const list = 'Aanmeldingen die op het einde van de periode op een wachtlijst stonden.';
const proposed = 'Een wachtlijst die alleen is voorgesteld, telt pas als het CLB ze koos.';
const offered = 'Wie een vrije plaats kreeg die nog niet bevestigd is, telt nog mee.';
const onList = [
  one({}, [1, 'waitlisted']),
  one({}, [inSummer, 'waitlisted']),
  one({}, [1, 'waitlisted'], withdrawn(inWinter, 'solved')),
  one({}, [1, 'waitlisted'], withdrawn(2, 'solved')),
  one({}, [1, 'waitlisted'], undone(1.001, 'waitlisted')),
  one({}, [inWinter, 'waitlisted']),
];
const onlyProposed = [one({}, [1, 'waitlist-proposed']), one({}, [1, 'waitlist-proposed'], [2, 'kept'])];
const freed = [
  one({}, [1, 'waitlisted'], [2, 'place-freed']),
  one({}, [1, 'waitlisted'], [2, 'place-freed'], [3, 'place-confirmed']),
];
const waiting = claims('waiting-list');
const waitingThere = claims('waiting-list-by-service');
const there = `VBO ${naft.id} ${east.id}`;

const lists: readonly Claim[] = [
  waiting(list, onList, { VBO: 3 }),
  waiting(proposed, onlyProposed, { VBO: 1 }),
  waiting(offered, freed, { VBO: 1 }),
  waitingThere(list, onList, { [there]: 3 }),
  waitingThere(proposed, onlyProposed, { [there]: 1 }),
  waitingThere(offered, freed, { [there]: 1 }),
];

const unmet = claims('unmet-demand');

const demand: readonly Claim[] = [
  unmet(
    'Leerlingen of groepen voor wie in deze periode geen plaats is gevonden: geen match, volzet, buiten Vlaams-Brabant, of gestopt met wachten.',
    [
      one({}, noMatch(1)),
      one(group, [1, 'full']),
      one({ region: 'outside' }, sentAt(0)),
      one(ahv, [1, 'waitlisted'], withdrawn(2, 'elsewhere')),
      one({}, [inWinter, 'full']),
    ],
    {
      'full VBO no-age': 1,
      'left-waiting AHV 14-15': 1,
      'no-match VBO 14-15': 1,
      'outside outside 14-15': 1,
    },
  ),
  unmet(
    'Gestopt met wachten: van een wachtlijst gegaan omdat de leerling elders hulp vond, ook als de wachtlijst alleen was voorgesteld.',
    [
      one({}, [1, 'waitlisted'], withdrawn(2, 'elsewhere')),
      one({}, [1, 'waitlist-proposed'], withdrawn(2, 'elsewhere')),
      one({}, [inSummer, 'full'], withdrawn(2, 'elsewhere')),
      one({}, [1, 'waitlisted'], withdrawn(2, 'solved')),
      one({}, [1, 'contacted'], withdrawn(2, 'elsewhere')),
    ],
    { 'left-waiting VBO 14-15': 2 },
  ),
  unmet(
    'Wie verder is aangemeld, telt met wat daarvan kwam.',
    [
      trail([{}, [1, 'waitlisted'], withdrawn(2, 'elsewhere'), on(2)], [{}, sentAt(2), [3, 'contacted']]),
      trail([ahv, [1, 'waitlisted'], withdrawn(2, 'elsewhere'), on(2)], [ahv, sentAt(2), noMatch(3)]),
    ],
    { 'no-match AHV 14-15': 1 },
  ),
  unmet(
    'Elke leerling of groep telt één keer, met de laatste reden.',
    [trail([{}, noMatch(1), on(2)], [{}, sentAt(2), [3, 'full']])],
    { 'full VBO 14-15': 1 },
  ),
  unmet(
    'Wie voor het einde van de periode een plaats kreeg, telt niet mee.',
    [
      trail([{}, noMatch(1), on(2)], [{}, sentAt(2), [5, 'placed']]),
      trail([ahv, noMatch(1)], [ahv, [inWinter, 'placed']]),
    ],
    { 'no-match AHV 14-15': 1 },
  ),
];

/** What is said under the figures of contact, waiting lists and unmet demand. */
export const definedOfWaiting: readonly Claim[] = [...contacts, ...lists, ...demand];
