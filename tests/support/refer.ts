import {
  personalQuestions,
  questions,
  type PersonalKind,
  type PersonalQuestionId,
} from '../../src/domain/intake/index.js';
import type { Person } from './fake-teams/index.js';
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

type Inputs = Record<string, string | string[]>;

/** What an ordinary intake fills in, step by step; each may be changed. */
export interface Intake {
  readonly conditions: Inputs;
  readonly pupil: Inputs;
  readonly region: Inputs;
  readonly question: Inputs;
  readonly consent: Inputs;
  readonly provider: Inputs;
}

export const ordinary: Intake = {
  conditions: { danger: 'nee', carePhase: 'uitbreiding van zorg', indication: 'ja', agreedWithSchool: 'ja' },
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
  provider: { service: 'naft-leerrecht vlaams-brabant oost' },
};

/** The same without what may stay open: what an ordinary pupil really takes. */
export const needed: Intake = {
  ...ordinary,
  pupil: { ...ordinary.pupil, memoryHint: '' },
  question: {
    problemDomains: ['emotioneel'],
    efforts: ['remediërend'],
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

const steps = ['conditions', 'pupil', 'region', 'question', 'consent', 'provider'] as const;

/** Types `aanmelden` and presses through all steps up to the review. Gives the number of presses, the first word included. */
export async function fillsIn(stage: Settling, who: Person, changed: Partial<Intake> = {}): Promise<number> {
  const intake = { ...ordinary, ...changed };
  await who.says('aanmelden');
  await stage.settled();
  await who.presses('Verdergaan', {}, { in: who.personal });
  for (const step of steps) {
    const inputs = step === 'provider' ? withChoice(who, intake.provider) : intake[step];
    await who.presses('Verder', inputs, { in: who.personal });
  }
  return 2 + steps.length;
}

/** The choices of providers carry their availability in the title: the one that begins so is meant. */
function withChoice(who: Person, inputs: Inputs): Inputs {
  const wanted = String(inputs['service']);
  const set = JSON.stringify(who.card({ in: who.personal }));
  const titles = [...set.matchAll(/"title":"([^"]+)","value":"([^"]+)"/g)];
  const found = titles.find(([, title]) => title!.toLowerCase().startsWith(wanted));
  return found === undefined ? inputs : { ...inputs, service: found[2]! };
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
