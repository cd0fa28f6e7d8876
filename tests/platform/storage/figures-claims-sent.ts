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
  trail,
  undone,
  withdrawn,
  type Claim,
} from './figures-claims.js';
import { east, naft, sentAt, west } from './figures-world.js';

const sent = 'Aanmeldingen die in deze periode voor het eerst zijn verzonden, volgens ';

const byRegion = claims('registered-by-region');
const byService = claims('registered-by-service');
const byAge = claims('registered-by-age-group');
const bySchoolForm = claims('registered-by-school-form');
const byDomain = claims('registered-by-domain');
const bySource = claims('registered-by-source');

const registrations: readonly Claim[] = [
  byRegion(
    `${sent}de regio.`,
    [one({}, sentAt(0)), one({}, sentAt(0)), one(ahv, sentAt(1)), one({}, sentAt(inWinter)), one({}, sentAt(inSummer))],
    { AHV: 1, VBO: 2 },
  ),
  byRegion(
    'Ook een volgende aanmelding van dezelfde leerling telt mee.',
    [trail([{}, sentAt(0), on(2)], [{}, sentAt(2)])],
    { VBO: 2 },
  ),
  byRegion(
    'Een aanmelding die is teruggehaald en opnieuw verzonden, telt één keer.',
    [
      one({}, sentAt(0), [1, 'recalled'], sentAt(2, true)),
      one(ahv, sentAt(inSummer), [0, 'recalled'], sentAt(1, true)),
    ],
    { VBO: 1 },
  ),
  byService(
    `${sent}het aanbod waar ze nu staan.`,
    [one({}, sentAt(0)), one({ serviceId: west.id }, sentAt(0)), one({ serviceId: west.id }, sentAt(1))],
    { [`VBO ${naft.id} ${east.id}`]: 1, [`VBO ${naft.id} ${west.id}`]: 2 },
  ),
  byService(
    'Nog niet gekozen: het Meldpunt kiest nog een aanbod.',
    [one({ serviceId: null, providerId: null }, sentAt(0))],
    { 'VBO none none': 1 },
  ),
  byAge(
    `${sent}de leeftijd van de leerling bij het verzenden.`,
    [
      one({ ageBand: 'under-12' }, sentAt(0)),
      one({ ageBand: '16-17' }, sentAt(0)),
      one({ ageBand: '18-plus' }, sentAt(0)),
    ],
    { '16-plus': 2, 'under-12': 1 },
  ),
  byAge('Een klas, een groep, leerkrachten of een school staan apart.', [one(group, sentAt(0))], { 'no-age': 1 }),
  bySchoolForm(
    `${sent}de onderwijsvorm van de leerling.`,
    [one({ schoolForm: 'bso' }, sentAt(0)), one({ schoolForm: 'none' }, sentAt(0))],
    { bso: 1, none: 1 },
  ),
  bySchoolForm('Een klas, een groep, leerkrachten of een school staan apart.', [one(group, sentAt(0))], {
    'no-pupil': 1,
  }),
  byDomain(`${sent}het domein van de vraag.`, [one({ problemDomains: ['legal'] }, sentAt(0))], { legal: 1 }),
  byDomain(
    'Een aanmelding telt bij elk domein dat is aangeduid.',
    [one({ problemDomains: ['legal', 'social'] }, sentAt(0)), one({ problemDomains: ['social'] }, sentAt(0))],
    { legal: 1, social: 2 },
  ),
  byDomain(
    'De som kan dus hoger zijn dan het aantal aanmeldingen.',
    [one({ problemDomains: ['legal', 'social', 'emotional'] }, sentAt(0))],
    { emotional: 1, legal: 1, social: 1 },
  ),
  bySource(
    `${sent}wie de vraag stelde: het CLB, een ouder of een voorziening.`,
    [one({ source: 'clb' }, sentAt(0)), one({ source: 'parent' }, sentAt(0)), one({ source: 'facility' }, sentAt(0))],
    { clb: 1, facility: 1, parent: 1 },
  ),
];

const answers = claims('answers');
const left = claims('withdrawn');
const referredOn = claims('referred-on');
const often = claims('referred-on-often');

const replies: readonly Claim[] = [
  answers(
    'Antwoorden van aanbieders die in deze periode zijn gegeven.',
    [one({}, [1, 'contacted']), one({}, noMatch(1)), one({}, [inWinter, 'contacted']), one({}, [inSummer, 'placed'])],
    { 'contacted none VBO 14-15': 1, 'no-match age VBO 14-15': 1 },
  ),
  answers(
    'Een antwoord dat is teruggenomen, telt niet.',
    [one({}, noMatch(1), undone(1.001, 'no-match'), [2, 'placed'])],
    { 'placed none VBO 14-15': 1 },
  ),
  answers(
    'Een aanmelding kan meer dan één antwoord hebben: eerst contact, daarna een plaats.',
    [one({}, [1, 'contacted'], [2, 'placed'])],
    { 'contacted none VBO 14-15': 1, 'placed none VBO 14-15': 1 },
  ),
  answers(
    'Plaats: een plaats die er meteen was, of een plaats van de wachtlijst die het CLB bevestigde.',
    [one({}, [1, 'placed']), one({}, [inSummer, 'waitlisted'], [2, 'place-freed'], [3, 'place-confirmed'])],
    { 'placed none VBO 14-15': 2 },
  ),
  answers(
    'Wachtlijst: ook een wachtlijst die alleen is voorgesteld.',
    [one({}, [1, 'waitlist-proposed'], [2, 'kept']), one({}, [1, 'waitlisted'])],
    { 'waitlisted none VBO 14-15': 2 },
  ),
  answers(
    'Volzet: elke aanmelding waarvoor geen plaats meer was, ook als dat bij de bezorging bleek.',
    [one({}, delivered(), [1, 'full']), one({}, [1, 'full', { by: 'clock' }])],
    { 'full none VBO 14-15': 2 },
  ),
  left(
    'Aanmeldingen die in deze periode zijn ingetrokken, door het CLB of door het Meldpunt in zijn naam, volgens de reden.',
    [one({}, withdrawn(1, 'solved')), one({}, withdrawn(1, 'solved', 'desk')), one({}, withdrawn(inWinter, 'moved'))],
    { solved: 2 },
  ),
  left(
    'Ook wie werd ingetrokken omdat de leerling verder is aangemeld, telt mee.',
    [one({}, withdrawn(1, 'elsewhere'), on(1))],
    { elsewhere: 1 },
  ),
  referredOn(
    'Nieuwe aanmeldingen in deze periode voor een leerling of groep die al bij een ander aanbod was aangemeld.',
    [
      trail([{}, on(1, '2'), on(2, '3')], [{}, [1, 'referred-on', { from: '1' }]]),
      one(group, on(1)),
      one({}, on(inWinter)),
    ],
    { 'VBO 14-15': 2, 'VBO no-age': 1 },
  ),
  referredOn(
    'De regio en de leeftijd zijn die van de aanmelding ervoor.',
    [trail([{ region: 'AHV', ageBand: '12-13' }, on(1)], [{}, [1, 'referred-on', { from: '1' }]])],
    { 'AHV 12-13': 1 },
  ),
  often(
    'Leerlingen of groepen die in deze periode voor de derde keer verder zijn aangemeld.',
    [
      trail([{}, on(inSummer)], [{}, on(1)], [{}, on(2)]),
      trail([group, on(1)], [group, on(2)], [group, on(3)]),
      trail([ahv, on(1)], [ahv, on(2)]),
    ],
    { 'VBO 14-15': 1, 'VBO no-age': 1 },
  ),
  often('Elke leerling of groep telt één keer.', [trail([{}, on(1)], [{}, on(2)], [{}, on(3)], [{}, on(4)])], {
    'VBO 14-15': 1,
  }),
];

/** What is said under the figures of what was sent, answered, withdrawn and referred on. */
export const definedOfSent: readonly Claim[] = [...registrations, ...replies];
