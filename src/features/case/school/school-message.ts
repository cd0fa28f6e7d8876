import { z } from 'zod';
import { view, type ViewContext } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import { looks, type Strip } from '../../../contracts/strip.js';
import type { TrajectoryCase } from '../../../contracts/trajectory.js';
import type { TrajectoryId } from '../../../domain/ids.js';
import {
  schoolForms,
  trajectoryForms,
  trajectoryReaders,
  type TrajectoryReader,
} from '../../../domain/trajectory/cards.js';
import { trajectoryRights, type TrajectoryAct } from '../../../domain/trajectory/policy.js';
import {
  isJustSent,
  isOpenMessage,
  messageAt,
  takenBackUntil,
  type SchoolMessage,
} from '../../../domain/trajectory/school-message.js';
import { time } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import type { Button } from '../card/buttons.js';
import { bothSides } from '../card/people.js';
import { wayToCase } from '../card/way-back.js';
import { schoolStrip } from '../card/school-strip.js';
import { mayOnTrajectory } from '../card/trajectory-choices.js';
import { caseActor } from '../case-actor.js';
import { isMessageOpen } from './school-facts.js';
import { trajectoryLine } from '../trajectory/trajectory-head.js';

interface CardFacts extends TrajectoryCase {
  readonly message: SchoolMessage;
  readonly side: TrajectoryReader;
  /** It was sent back after this card was posted: another card asks now. */
  readonly isOlder: boolean;
}

/** A message to the school (R14), in the thread of whoever has it: how it stands, and what may be done; never what was written. */
export const schoolMessage = view({
  slug: 'school-message',
  audience: 'stored',
  params: z.object({
    trajectoryId: id<TrajectoryId>(),
    number: z.coerce.number().int(),
    side: z.enum(trajectoryReaders).nullish().catch(null),
    round: z.coerce.number().int().nullish().catch(null),
  }),
  async load(read, { trajectoryId, number, side, round }): Promise<CardFacts | null> {
    const facts = await read.trajectory(trajectoryId);
    const message = facts === null ? null : messageAt(facts.trajectory, number);
    if (facts === null || message === null) return null;
    return { ...facts, message, side: side ?? 'clb', isOlder: typeof round === 'number' && round < message.round };
  },
  may: ({ trajectory: one, referral }, actor) =>
    'side' in trajectoryRights.can(caseActor(actor, referral), 'see', one, one.since) ? null : { refused: 'not-yours' },
  fill: (facts, context) => ({
    strip: stripOf(facts, context),
    title: texts(context.language)(`school.titles.${facts.message.moment}`),
    line: trajectoryLine(facts, context.language),
    people: bothSides(facts, facts.side, context.language),
    buttons: facts.isOlder ? [] : buttonsOf(facts, context),
    back: wayToCase(facts.referral, facts.side, context),
  }),
  summary: (facts, context) =>
    texts(context.language)('school.school-message.summary', {
      reference: facts.referral.reference,
      state: stripOf(facts, context).state,
    }),
});

const stripOf = (facts: CardFacts, context: ViewContext): Strip =>
  facts.isOlder
    ? { ...looks.closed, state: texts(context.language)('school.strip.was-returned'), next: null }
    : schoolStrip(facts.message, facts, facts.side, context);

interface Choice {
  readonly act: TrajectoryAct;
  readonly states: readonly SchoolMessage['state'][];
  readonly word: 'write' | 'read' | 'open-text' | 'sent' | 'not-sent' | 'skip';
  readonly press: 'form' | 'open-school-message' | 'mark-school-sent' | 'take-back-sent' | 'skip-school-message';
}

/** The likeliest first; which of them stands there, the policy and the state of the message say. */
const choices: readonly Choice[] = [
  { act: 'write-school', states: ['expected'], word: 'write', press: 'form' },
  { act: 'write-school', states: ['returned'], word: 'read', press: 'open-school-message' },
  { act: 'release-school', states: ['written'], word: 'read', press: 'open-school-message' },
  { act: 'send-school', states: ['released'], word: 'open-text', press: 'open-school-message' },
  { act: 'send-school', states: ['released'], word: 'sent', press: 'mark-school-sent' },
  {
    act: 'skip-school',
    states: ['expected', 'written', 'returned', 'released'],
    word: 'skip',
    press: 'skip-school-message',
  },
  { act: 'unsend-school', states: ['sent'], word: 'not-sent', press: 'take-back-sent' },
];

/** For a quarter of an hour, on nobody's post: there it would stand longer. */
const mayTakeBack = ({ message }: CardFacts, { actor, now }: ViewContext): boolean =>
  actor !== null && isJustSent(message, now);

/** What this reader may do with it now. */
function buttonsOf(facts: CardFacts, context: ViewContext): Button[] {
  const { trajectory, referral, message, side } = facts;
  if (!isMessageOpen(facts) || !(isOpenMessage(message) || mayTakeBack(facts, context))) return [];
  const may = mayOnTrajectory(trajectory, referral, side, context);
  const say = texts(context.language);
  const subject = { trajectoryId: trajectory.id, number: message.number, side };
  const possible = choices.filter(({ act, states }) => may.has(act) && states.includes(message.state));
  const buttons = possible.map(({ word, press }, index): Button => ({
    title: say(`school.buttons.${word}`, { time: time(takenBackUntil(message), context.language) }),
    style: index === 0 && word !== 'skip' && word !== 'not-sent' ? 'positive' : null,
    mode: word === 'skip' && possible.length > 1 ? 'secondary' : null,
    ...(press === 'form'
      ? { verb: builtInVerbs.openForm, data: schoolForms.write.onButton(subject) }
      : { verb: press, data: subject }),
  }));
  if (!may.has('agree-school')) return buttons;
  const data = trajectoryForms.agreeSchool.onButton({ trajectoryId: trajectory.id, side });
  const agree = { title: say('trajectory.buttons.agree-school'), verb: builtInVerbs.openForm, data, style: null };
  return [...buttons, { ...agree, mode: buttons.length > 0 ? 'secondary' : null }];
}
