import type { Referral } from '../../../src/domain/case/referral.js';
import type { StillCount } from '../../../src/contracts/trajectory.js';
import { claims, inWinter, type Claim } from './figures-claims.js';
import { naft, type FigureWorld, type Happening } from './figures-world.js';

type Over = Partial<
  Pick<Referral, 'target' | 'presence' | 'enrolment' | 'region' | 'firstRegisteredAt' | 'ageBand' | 'schoolForm'>
>;
const ahv: Over = { region: 'AHV' };
const group: Over = { target: 'group', ageBand: null, schoolForm: null };
const course =
  (over: Over, ...happened: readonly Happening[]) =>
  (world: FigureWorld): Promise<void> =>
    world.course(over, ...happened);
const still =
  (over: Partial<StillCount & { count: number }>) =>
  (world: FigureWorld): Promise<void> =>
    world.still({ since: '2026-09-01', region: 'VBO', months: 3, answer: 'same-school', count: 1, ...over });

/** At school when referred, or not; registered on Monday 16 November. */
const there: Over = { target: 'pupil', presence: 'present', enrolment: 'enrolled' };
const away: Over = { ...there, presence: 'problematic-absence' };
const starts = (at: number | string, on = '2026-11-23'): Happening => [at, 'started', { on }];
const back: Happening = [9, 'start-taken-back'];
const ends = (at: number | string, outcome = 'back-soon'): Happening => [at, 'closed', { outcome }];
const counts = (at: number | string, count: number, was: number | null = null): Happening => [
  at,
  'half-days-counted',
  { week: '2026-11-23', count, was },
];
const absent = (at: number | string, on = '2026-11-24'): Happening => [at, 'absent', { on, part: 'day' }];

const started = claims('trajectories-started');
const running = claims('trajectories-running');
const closed = claims('trajectories-closed');
const dropped = claims('trajectories-dropped');
const time = claims('time-to-start');
const lost = claims('lost-school-time');
const halfDays = claims('half-days');
const absences = claims('absences');
const school = claims('still-at-school');
const at = (region: string, what: string): string => `${region} ${naft.id} ${what}`;

const times = (cases: number, median: number, p90: number): Claim['counted'] =>
  Object.fromEntries(
    ['VBO', 'all'].flatMap((region) => [
      [`${region} cases`, cases],
      [`${region} median`, median],
      [`${region} p90`, p90],
    ]),
  );

/** What is said of trajectories, sentence by sentence. */
export const definedOfTrajectories: readonly Claim[] = [
  started(
    'Trajecten waarvan in deze periode is gemeld dat ze gestart zijn, volgens de regio en de aanbieder.',
    [
      course(there, starts(8)),
      course(there, starts(9)),
      course({ ...there, ...ahv }, starts(8)),
      course(there, starts(inWinter)),
    ],
    { [at('VBO', 'there')]: 2, [at('AHV', 'there')]: 1 },
  ),
  started(
    'Een start die is teruggenomen, telt niet.',
    [course(there, starts(8), back), course(there, starts(8), back, starts(10))],
    { [at('VBO', 'there')]: 1 },
  ),
  started(
    'Zonder school: de leerling was bij de aanmelding problematisch afwezig, uitgesloten of niet ingeschreven.',
    [
      course(away, starts(8)),
      course({ ...there, presence: 'suspended' }, starts(8)),
      course({ ...there, enrolment: 'not-enrolled-last-school' }, starts(8)),
      course({ ...away, ...group }, starts(8)),
    ],
    { [at('VBO', 'away')]: 3, [at('VBO', 'there')]: 1 },
  ),
  running(
    'Trajecten die op het einde van de periode liepen of gepauzeerd waren, volgens de regio.',
    [
      course(there, starts(8)),
      course(there, starts(8), [10, 'paused']),
      course({ ...there, ...ahv }, starts(8), [10, 'paused'], [12, 'resumed'], [13, 'looked'], ends(inWinter)),
      course(there, starts(8), ends(9), [10, 'reopened']),
      course(there, starts(8), ends(9)),
      course(there, starts(8), [9, 'dropped']),
      course(there, [1, 'awaited']),
    ],
    { 'started VBO': 2, 'paused VBO': 1, 'started AHV': 1 },
  ),
  running(
    'We ronden af op 5, want uit het juiste aantal volgen andere die we niet tonen.',
    [course(there, starts(8))],
    { 'started VBO': 1 },
  ),
  closed(
    'Trajecten die in deze periode zijn afgesloten, volgens het resultaat en de regio.',
    [
      course(there, starts(8), ends(9)),
      course({ ...there, ...ahv }, starts(8), ends(9, 'warm-handover')),
      course(there, starts(8), ends(inWinter)),
    ],
    { 'back-soon VBO': 1, 'warm-handover AHV': 1 },
  ),
  closed(
    'Een traject dat is heropend, telt niet.',
    [
      course(there, starts(8), ends(9), [10, 'reopened']),
      course(there, starts(8), ends(9), [10, 'reopened'], ends(11)),
    ],
    { 'back-soon VBO': 1 },
  ),
  dropped(
    'Trajecten die in deze periode wegvielen omdat er geen plaats meer was, voor of na de start.',
    [course(there, [3, 'dropped']), course(ahv, starts(8), [9, 'dropped']), course(there, [inWinter, 'dropped'])],
    { VBO: 1, AHV: 1 },
  ),
  time(
    'Dagen tussen de eerste aanmelding en de start, voor trajecten waarvan in deze periode is gemeld dat ze gestart zijn.',
    [course(there, starts(9)), course(there, starts(inWinter)), course(there, starts(9), [10, 'start-taken-back'])],
    times(1, 7, 7),
  ),
  time(
    'Bij de helft was de start binnen de eerste tijd, bij negen op de tien binnen de tweede.',
    [course(there, starts(9)), course(there, starts(9, '2026-11-25')), course(there, starts(20, '2026-12-05'))],
    times(3, 9, 17),
  ),
  time('Een tijd tonen we vanaf 5 trajecten.', [course(there, starts(9))], times(1, 7, 7)),
  lost(
    'Halve schooldagen tussen de eerste aanmelding en de start, van leerlingen die bij de aanmelding zonder school waren.',
    [course(away, starts(9)), course(away, starts(9)), course(there, starts(9))],
    { [at('VBO', 'away cases')]: 2, [at('VBO', 'away sum')]: 18, [at('VBO', 'there cases')]: 1 },
  ),
  lost(
    'Vakanties tellen niet, een woensdag telt één keer.',
    [course({ ...away, firstRegisteredAt: new Date('2026-10-30T09:00:00Z') }, starts(3, '2026-11-10'))],
    { [at('VBO', 'away cases')]: 1, [at('VBO', 'away sum')]: 4 },
  ),
  halfDays(
    'Halve dagen die in deze periode zijn ingevuld, volgens de regio en de aanbieder.',
    [course(there, counts(11, 4), counts(18, 3)), course(ahv, counts(11, 2)), course(there, counts(inWinter, 9))],
    { [at('VBO', 'cases')]: 1, [at('VBO', 'sum')]: 7, [at('AHV', 'cases')]: 1, [at('AHV', 'sum')]: 2 },
  ),
  halfDays(
    'Van een week die opnieuw is ingevuld, telt het verschil.',
    [course(there, counts(11, 4), counts(12, 6, 4))],
    { [at('VBO', 'cases')]: 1, [at('VBO', 'sum')]: 6 },
  ),
  absences(
    'Dagen waarop een leerling afwezig was, volgens de laatste melding in deze periode.',
    [course(there, absent(8), absent(9), absent(10, '2026-11-26')), course(there, absent(inWinter))],
    { [at('VBO', 'cases')]: 1, [at('VBO', 'sum')]: 2 },
  ),
  absences(
    'Wie er toch was, telt niet.',
    [course(there, absent(8), [9, 'absence-taken-back', { on: '2026-11-24' }])],
    {},
  ),
  school(
    'Antwoorden op de vraag of een leerling 3 of 9 maanden na het traject nog naar school gaat.',
    [still({ count: 4 }), still({ months: 9, answer: 'no-answer', region: 'AHV' })],
    { '3 same-school VBO': 4, '9 no-answer AHV': 1 },
  ),
  school(
    'Ze staan in het eerste overzicht na het einde van het trimester waarin ze gegeven zijn.',
    [still({ since: '2026-04-01' }), still({ since: '2027-01-01' }), still({ answer: 'no' })],
    { '3 no VBO': 1 },
  ),
];
