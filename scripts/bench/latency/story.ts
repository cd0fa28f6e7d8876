import { fillsIn, ordinary } from '../../../tests/support/refer.js';
import type { Cast, Stage } from '../../../tests/support/stage.js';
import type { WireCall } from '../../../tests/support/fake-teams/index.js';

/** What whole stories take, press by press and from one person to the next. */
export interface StoryFigures {
  /** From pressing "Verzenden" until the offer is at the connector of Teams. */
  readonly toOffer: readonly number[];
  /** From pressing "Gecontacteerd" until the reply in the CLB's thread is at the connector. */
  readonly toThread: readonly number[];
  /** Every press of the stories, by verb. */
  readonly presses: ReadonlyMap<string, readonly number[]>;
}

/** Lets a CLB worker refer so many pupils, one after the other, with nothing else going on; the desk is open. */
export async function tellStories(stage: Stage, cast: Cast, count: number): Promise<StoryFigures> {
  const { an, bram, clb, naft } = cast;
  const toOffer: number[] = [];
  const toThread: number[] = [];
  const from = stage.teams.answers.length;
  for (let story = 0; story < count; story++) {
    await fillsIn(stage, an, { pupil: { ...ordinary.pupil, birthDate: birthDate(story) } });
    await stage.settled();
    const sent = await timed(stage, () => an.presses('Verzenden', {}, { in: an.personal }));
    const offer = await arrival(stage, sent.from, 'the offer', (call) => call.conversationId === naft.id);
    toOffer.push(offer - sent.at);
    await stage.settled();
    const answered = await timed(stage, () => bram.presses('Gecontacteerd', {}, { on: naft.botPosts.at(-1) }));
    const inThread = (call: WireCall): boolean => call.conversationId.startsWith(`${clb.id};messageid=`);
    toThread.push((await arrival(stage, answered.from, 'the reply', inThread)) - answered.at);
    await stage.settled();
  }
  return { toOffer, toThread, presses: byVerb(stage, from) };
}

/** The same pupil twice would be recognised, also under another spelling: each is born on another day. */
const birthDate = (story: number): string => new Date(Date.UTC(2010, 0, 1 + story)).toISOString().slice(0, 10);

/** When the press left, and how many calls the connector had seen by then. */
async function timed(
  stage: Stage,
  press: () => Promise<{ readonly ms: number; readonly text: string }>,
): Promise<{ at: number; from: number }> {
  const from = stage.teams.wire.length;
  const { ms, text } = await press();
  if (!/\d{4}-\d{4}/.test(text)) throw new Error(`no referral on the card: ${text}`);
  return { at: Date.now() - ms, from };
}

async function arrival(stage: Stage, from: number, what: string, fits: (call: WireCall) => boolean): Promise<number> {
  const call = await stage.teams.until(
    () => stage.teams.wire.slice(from).find((each) => each.method === 'POST' && fits(each)),
    `${what} is at the connector`,
  );
  return call.at;
}

/** An open form and a shown view are told apart by what they open. */
function byVerb(stage: Stage, from: number): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const { activity, ms } of stage.teams.answers.slice(from)) {
    if (activity['type'] !== 'invoke') continue;
    const { action } = activity['value'] as { action: { verb: string; data: Record<string, string> } };
    const opened =
      action.verb === 'open-form' ? action.data['form'] : action.verb === 'show' ? action.data['view'] : '';
    const name = [action.verb, opened].filter(Boolean).join(' ');
    found.set(name, [...(found.get(name) ?? []), ms]);
  }
  return found;
}
