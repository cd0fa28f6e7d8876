import {
  personalQuestions,
  questions,
  type PersonalKind,
  type PersonalQuestionId,
} from '../../src/domain/intake/index.js';
import type { Person, Pressed, Which } from './fake-teams/index.js';
import type { Secrets } from './secrets.js';
import type { Stage } from './stage.js';

type Settling = Pick<Stage, 'settled'>;

/**
 * An answer to each question that tells who is meant: what no channel, toast, log or clear column may ever hold. All of it
 * is invented. A personal question without one does not compile.
 */
export const secret = {
  pupilName: 'Zébulon Quackelbeen',
  birthDate: '2012-03-09',
  memoryHint: 'Z.Q. Vuurpijl 3B',
  groupName: 'Klas Vuurtorenwachters van Ossewaarde',
  schoolName: 'Atheneum De Zeldzame Kraai',
  domicile: 'Kessel-Lo',
  residence: 'Wijgmaal',
  schoolPlace: 'Heverlee',
  question: 'Hij slaapt overdag en mist de bus, rust vinden is nodig.',
  stepsTaken: 'Drie gesprekken met de zorgjuf Hildegonde.',
  interests: 'Zweefvliegen en harmonica',
  pupilConsentWhy: 'Zijn broer Bartholomeus spreekt voor hem.',
  guardianConsentWhy: 'Moeder verblijft onvindbaar in Timboektoe.',
  guardianName: 'Wilhelmina Quackelbeen',
  guardianPhone: '0470 98 76 54',
  guardianEmail: 'wilhelmina@quackelbeen.example',
  schoolContact: 'Meester Ossewaarde, 016 98 76 54',
} as const satisfies Record<PersonalQuestionId, string>;

const ofKinds = (...kinds: readonly PersonalKind[]): string[] =>
  personalQuestions.filter((id) => kinds.includes(questions[id].personal)).map((id) => secret[id]);

/** All of it, and how it is looked for. */
export const allSecrets: Secrets = {
  telling: ofKinds('person', 'phone', 'email', 'locality'),
  texts: ofKinds('school', 'text'),
  dates: ofKinds('birth-date'),
};

export type Inputs = Record<string, string | boolean | string[]>;

/** What an ordinary intake fills in, by what it is about; each may be changed. */
export interface Intake {
  readonly conditions: Inputs;
  readonly pupil: Inputs;
  readonly region: Inputs;
  readonly question: Inputs;
  readonly consent: Inputs;
  /** How the provider is called that is chosen in the review; without it the one that stands there. */
  readonly provider?: string;
}

/** The parts of the intake, each with what is filled in there: the one place that knows how they are cut. */
export const parts = {
  pupil: ['conditions', 'pupil', 'region'],
  question: ['question'],
  consent: ['consent'],
} as const;
export type Part = keyof typeof parts;

/** Everything that is filled in in a part. */
export const inputsFor = (part: Part, changed: Partial<Intake> = {}): Inputs =>
  Object.assign({}, ...parts[part].map((about) => ({ ...ordinary, ...changed })[about])) as Inputs;

export const ordinary: Intake = {
  conditions: { gate: true },
  pupil: {
    pupilName: secret.pupilName,
    birthDate: secret.birthDate,
    schoolForm: 'BSO',
    schoolName: secret.schoolName,
    memoryHint: secret.memoryHint,
  },
  region: { domicile: secret.domicile, schoolPlace: secret.schoolPlace },
  question: {
    problemDomains: ['emotioneel', 'pedagogisch'],
    efforts: ['remediërend'],
    presence: 'problematisch afwezig',
    question: secret.question,
    stepsTaken: secret.stepsTaken,
    wantedForms: ['individueel'],
    interests: secret.interests,
  },
  consent: {
    pupilConsent: 'ja',
    guardianConsent: 'ja',
    guardianName: secret.guardianName,
    guardianPhone: secret.guardianPhone,
    guardianEmail: secret.guardianEmail,
    schoolContact: secret.schoolContact,
  },
};

/** The same without what may stay open: what an ordinary pupil really takes. */
export const needed: Intake = {
  ...ordinary,
  pupil: { ...ordinary.pupil, memoryHint: '' },
  question: {
    problemDomains: ['emotioneel'],
    presence: 'problematisch afwezig',
    question: secret.question,
  },
  consent: {
    pupilConsent: 'ja',
    guardianConsent: 'ja',
    guardianName: secret.guardianName,
    guardianPhone: secret.guardianPhone,
    schoolContact: secret.schoolContact,
  },
};

/** The same at a school of which this CLB referred before: it is chosen, and brings its municipality. */
export const atKnownSchool: Intake = {
  ...needed,
  pupil: { ...needed.pupil, schoolName: '', schoolChoice: `${secret.schoolName}, Leuven` },
  region: { domicile: secret.domicile },
};

/** Fills in one part and goes on; for a group (R3) its own form is asked for first. */
export async function fillsInPart(who: Person, part: Part, changed: Partial<Intake> = {}): Promise<number> {
  const here = { in: who.personal };
  const forGroup = part === 'pupil' && changed.conditions?.['target'] !== undefined;
  if (forGroup) await who.presses('Voor een groep of school', {}, here);
  await who.presses('Verder', inputsFor(part, changed), here);
  return forGroup ? 2 : 1;
}

/** Among rows of providers, in the review unless told: chooses the one whose name begins so, unless it stands chosen already. Gives the number of presses. */
export async function choosesProvider(who: Person, begin: string, here: Which = { in: who.personal }): Promise<number> {
  const wanted = begin.toLowerCase();
  const isRowOf = (title: string): boolean => title.includes(`kies ${wanted}`) || title.startsWith(wanted);
  const button = who.buttons(here).find((title) => isRowOf(title.toLowerCase()));
  if (button === undefined) {
    if (who.sees(here).toLowerCase().includes(`${begin.toLowerCase()}`)) return 0;
    throw new Error(`no provider begins with "${begin}"; there is:\n${who.sees(here)}`);
  }
  await who.presses(button, {}, here);
  return 1;
}

/** “Andere aanbieder” on this card: a row, and the button that says what happens with the first. */
export async function refersOn(
  who: Person,
  here: Which,
  begin: string,
  button = 'Aanmelden en intrekken',
): Promise<Pressed> {
  await who.presses('Andere aanbieder', {}, here);
  const form = { on: who.message(here) };
  await choosesProvider(who, begin, form);
  return who.presses(button, {}, form);
}

/**
 * Types `aanmelden` and presses through all parts up to the review, where the provider is chosen. Gives the number of
 * presses, the first word included.
 */
export async function fillsIn(stage: Settling, who: Person, changed: Partial<Intake> = {}): Promise<number> {
  await who.says('aanmelden');
  await stage.settled();
  let presses = 1;
  for (const part of Object.keys(parts) as Part[]) presses += await fillsInPart(who, part, changed);
  return presses + (changed.provider === undefined ? 0 : await choosesProvider(who, changed.provider));
}

/** A whole ordinary referral, sent and delivered; gives its reference. */
export async function refers(stage: Settling, who: Person, changed: Partial<Intake> = {}): Promise<string> {
  await fillsIn(stage, who, changed);
  const receipt = await who.presses('Verzenden', {}, { in: who.personal });
  await stage.settled();
  const reference = /\d{4}-\d{4}/.exec(receipt.text)?.[0];
  if (reference === undefined) throw new Error(`no reference on the receipt: ${receipt.text}`);
  return reference;
}
