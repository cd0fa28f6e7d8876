import type { Person } from './fake-teams/index.js';
import { atKnownSchool, inputsFor, needed } from './refer.js';
import type { Stage } from './stage.js';
import { goesOn, sends } from './walk.js';

const facts = {
  ...{ age: 14, domicile: '3010', schoolForm: 'BSO', problemDomains: ['emotioneel'] },
  question: 'Kan een halve week in de werkplaats?',
};

/** Past dit bij u?: a question before referring, to the NAFT of the region. */
export async function asksFirst(stage: Stage, who: Person): Promise<void> {
  const here = { in: who.personal };
  await who.says('vraag');
  await stage.settled();
  await who.presses('Formulier openen', {}, here);
  const row = who.buttons(here).find((title) => title.includes('Vraag het aan NAFT-Leerrecht Vlaams-Brabant Oost'));
  await who.presses(row ?? 'Vraag het aan NAFT', facts, here);
}

/** Refers what was asked: only what the question could not ask is filled in. */
export async function refersAsked(stage: Stage, who: Person): Promise<void> {
  await who.presses('Aanmelden', {}, { on: who.personal.botPosts.at(-1)! });
  await stage.settled();
  await who.presses('Verdergaan', {}, { in: who.personal });
  const { birthDate, schoolChoice } = atKnownSchool.pupil;
  const pupil = { pupilName: 'Gevraagd Voorbeeld', birthDate: birthDate!, schoolChoice: schoolChoice! };
  await goesOn(who, { gate: true, ...pupil });
  await goesOn(who, { presence: 'problematisch afwezig' });
  await goesOn(who, inputsFor('consent', needed));
  await sends(stage, who);
}
