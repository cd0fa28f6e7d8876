import { randomUUID } from 'node:crypto';
import type { Draft } from '../../../src/domain/draft.js';
import type { Referral } from '../../../src/domain/case/referral.js';
import { createRead } from '../../../src/platform/storage/read.js';
import { startIdentity, testBot } from '../../../tests/support/bot-tokens.js';
import { execute } from '../../../tests/support/fake-teams/activities.js';
import { deliver, pressed, type FrontDoor } from '../../../tests/support/fake-teams/front-door.js';
import { ordinary } from '../../../tests/support/refer.js';
import { goesTo } from '../../../tests/support/walk.js';
import type { Cast, Stage } from '../../../tests/support/stage.js';
import { startEchoBot } from '../echo-bot.js';
import type { Rounds } from '../figures.js';
import { patternOf, prepareDelivered, storeAnswer, storeStep } from '../prepare.js';

export const kinds = ['echo', 'status', 'step', 'answer', 'raw-step', 'raw-answer'] as const;
export type Kind = (typeof kinds)[number];
export type Measured = Readonly<Record<Kind, Rounds>>;

type Activity = Record<string, unknown>;
type Tasks = Readonly<Record<Kind, (fresh: Fresh) => Promise<number>>>;

/** Referrals that nobody has answered yet, as many of each as a round needs. */
interface Fresh {
  readonly toAnswer: Referral[];
  readonly toStore: Referral[];
}

/**
 * Side by side, one after the other and each as often: a bare bot of the same SDK, our presses, and the transactions of
 * those presses alone. They take turns one by one, so that noise of the machine hits all alike. The first round warms up.
 */
export async function measureInTurn(stage: Stage, cast: Cast, rounds: number, times: number): Promise<Measured> {
  const identity = await startIdentity();
  const echo = await startEchoBot(testBot, identity.doorOverrides);
  const sign = async (activity: Activity): Promise<string> =>
    `Bearer ${await identity.sign({ serviceurl: String(activity['serviceUrl']) })}`;
  const pattern = await patternOf(stage, '2026-0001');
  const measured: Record<Kind, number[][]> = {
    echo: [],
    status: [],
    step: [],
    answer: [],
    'raw-step': [],
    'raw-answer': [],
  };
  try {
    const tasks = await tasksOf(stage, cast, pattern.referral, { botUrl: echo.url, sign, answers: [] });
    for (let round = 0; round <= rounds; round++) {
      const fresh = {
        toAnswer: await prepareDelivered(stage, pattern, times),
        toStore: await prepareDelivered(stage, pattern, times),
      };
      const found = await oneRound(stage, tasks, { ...fresh, toAnswer: [...fresh.toAnswer] }, times);
      await mustBeContacted(stage, fresh.toAnswer);
      if (round > 0) for (const kind of kinds) measured[kind].push(found[kind]);
    }
  } finally {
    await echo.stop();
    await identity.close();
  }
  return measured;
}

async function oneRound(stage: Stage, tasks: Tasks, fresh: Fresh, times: number): Promise<Record<Kind, number[]>> {
  const found: Record<Kind, number[]> = {
    echo: [],
    status: [],
    step: [],
    answer: [],
    'raw-step': [],
    'raw-answer': [],
  };
  for (let time = 0; time < times; time++) {
    for (let turn = 0; turn < kinds.length; turn++) {
      const kind = kinds[(time + turn) % kinds.length]!;
      found[kind].push(await tasks[kind](fresh));
      if (kind === 'answer' || kind === 'raw-answer') await stage.settled();
    }
  }
  return found;
}

async function tasksOf(stage: Stage, cast: Cast, referral: Referral, echo: FrontDoor): Promise<Tasks> {
  const { teams } = stage;
  const scene = { bot: teams.bot, serviceUrl: teams.serviceUrl };
  const [post, offer] = [cast.clb.botPosts.at(-1)!, cast.naft.botPosts.at(-1)!];
  const referralId = referral.id;
  const look = (): Activity =>
    execute(scene, cast.an, post, { verb: 'show' }, { view: 'referral-post', referralId }, false);
  const contact = (row: Referral): Activity =>
    execute(scene, cast.bram, offer, { verb: 'confirm-contact' }, { referralId: row.id }, false);
  const step = await openStep(stage, cast);
  let typed = 0;
  return {
    echo: () => timed(echo, look(), 'show'),
    status: () => timed(teams, look(), referral.reference),
    step: () => timed(teams, step.activity(`Versie ${++typed} van de vraag.`), 'Stemt de leerling in'),
    answer: ({ toAnswer }) => {
      const row = toAnswer.pop()!;
      return timed(teams, contact(row), row.reference);
    },
    'raw-step': () => storeStep(stage, step.draftId, `Versie ${++typed} van de vraag.`),
    'raw-answer': ({ toStore }) => storeAnswer(stage, toStore.pop()!),
  };
}

/** Brings a press and gives its milliseconds; throws when the card that comes back is another than the expected. */
async function timed(door: FrontDoor, activity: Activity, expected: string): Promise<number> {
  const { ms, text } = pressed(await deliver(door, activity));
  if (!text.includes(expected)) throw new Error(`expected "${expected}" on the card: ${text}`);
  return ms;
}

/** A draft that stands at the consent, and the press of the step before with another question. */
async function openStep(
  stage: Stage,
  { an }: Cast,
): Promise<{ draftId: Draft['id']; activity(question: string): Activity }> {
  const pupil = { ...ordinary.pupil, pupilName: 'Leerling Meting' };
  await goesTo(stage, an, 'consent', { pupil });
  await stage.settled();
  const { activity } = stage.teams.answers.at(-1)!;
  const value = activity['value'] as { action: { data: Record<string, string> } };
  const data = (question: string) => ({ ...value.action.data, question });
  return {
    draftId: value.action.data['draftId'] as Draft['id'],
    activity: (question) => ({
      ...activity,
      id: `f:${randomUUID()}`,
      value: { ...value, action: { ...value.action, data: data(question) } },
    }),
  };
}

async function mustBeContacted({ app, database, clock }: Stage, rows: readonly Referral[]): Promise<void> {
  const read = createRead(database.kysely, app.parts.sealer, clock.now());
  for (const { id } of rows)
    if ((await read.referral(id))?.state !== 'contacted') throw new Error('an answer that was measured is not stored');
}
