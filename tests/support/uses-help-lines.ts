import type { Person } from './fake-teams/index.js';
import type { Cast, Stage } from './stage.js';

type Counts = (job: string, side: 'clb' | 'provider', work: (who: Person) => Promise<unknown>) => Promise<unknown>;

/** Adds a help line, finds it, and says that it is wrong: each step a job. */
export async function usesHelpLines(stage: Stage, cast: Cast, count: Counts): Promise<void> {
  const { an, bram } = cast;
  const filled = {
    ...{ kind: 'Lokaal initiatief', name: 'Huiswerkklas De Voorbeeldbrug', phone: '016 11 22 33' },
    ...{ hours: 'ma–vr 15.30–18 u.', ages: '10–14', regions: ['Vlaams-Brabant Oost'] },
  };
  await count('add a help line', 'clb', async (who) => {
    await who.says('hulplijn toevoegen');
    await stage.settled();
    await who.presses('Formulier openen', {}, { in: an.personal });
    await who.presses('Bewaren', filled, { in: an.personal });
  });
  await count('find a help line', 'clb', (who) => who.says('hulplijn huiswerk'));
  await count('say that a help line is wrong', 'provider', async (who) => {
    await who.says('hulplijn voorbeeldbrug');
    await stage.settled();
    await who.presses('Bekijken', {}, { in: bram.personal, nth: 1 });
    await who.presses('Klopt niet', {}, { in: bram.personal });
    await who.presses('Melden', { reason: 'Het telefoonnummer klopt niet' }, { in: bram.personal });
  });
}
