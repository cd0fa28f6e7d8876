import { z } from 'zod';
import { view, type ViewContext } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import type { TrajectoryCase } from '../../../contracts/trajectory.js';
import { isReminder } from '../../../domain/case/reminders.js';
import type { TrajectoryId } from '../../../domain/ids.js';
import { stillReminds } from '../../../domain/trajectory/reminders.js';
import type { TrajectoryNews } from '../../../domain/trajectory/cards.js';
import { dayParts, type DayPart } from '../../../domain/trajectory/absences.js';
import { day } from '../../../texts/format.js';
import { texts, type TextKey } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { planWords } from '../../../texts/school-words.js';
import { outcomeWords } from '../../../texts/trajectory-words.js';

interface UpdateFacts extends TrajectoryCase {
  readonly what: TrajectoryNews;
  readonly on: string | null;
  readonly part: DayPart | null;
  readonly by: 'desk' | null;
}

/** The sentence for each thing that is told; what is never told has none. */
const sentences: Readonly<Record<TrajectoryNews, TextKey | null>> = {
  awaited: null,
  postponed: null,
  started: 'trajectory.told.started',
  'start-taken-back': 'trajectory.told.start-taken-back',
  looked: null,
  paused: 'trajectory.told.paused',
  resumed: 'trajectory.told.resumed',
  'half-days-counted': null,
  absent: 'trajectory.told.absent',
  'absence-taken-back': 'trajectory.told.absence-taken-back',
  'absences-handled': null,
  'school-agreed': 'trajectory.told.school-agreed',
  'school-planned': null,
  'school-asked': null,
  'school-written': null,
  'school-returned': null,
  'school-released': null,
  'school-reminded': null,
  'school-sent': 'trajectory.told.school-sent',
  'school-not-sent': 'trajectory.told.school-not-sent',
  'school-skipped': 'trajectory.told.school-skipped',
  'school-left-provider': 'trajectory.told.school-left-provider',
  'school-left-clb': 'trajectory.told.school-left-clb',
  closed: 'trajectory.told.closed',
  reopened: 'trajectory.told.reopened',
  'followed-up': null,
  'still-asked': null,
  'still-reminded': null,
  'still-answered': null,
  'still-unknown': null,
  'still-skipped': null,
  dropped: null,
  'left-awaited': 'trajectory.told.left-awaited',
  'left-started': 'trajectory.told.left-started',
  'left-paused': 'trajectory.told.left-paused',
};

/** A reply in a thread: what happened to a trajectory, in one sentence. A reminder says afterwards that nothing is asked any more. */
export const trajectoryUpdate = view({
  slug: 'trajectory-update',
  audience: 'stored',
  params: z.object({
    trajectoryId: id<TrajectoryId>(),
    what: z.enum(Object.keys(sentences) as TrajectoryNews[]),
    on: z.string().nullable(),
    part: z.enum(dayParts).nullish(),
    by: z.literal('desk').optional(),
  }),
  async load(read, { trajectoryId, part, by, ...told }): Promise<UpdateFacts | null> {
    const facts = await read.trajectory(trajectoryId);
    return facts === null ? null : { ...facts, ...told, part: part ?? null, by: by ?? null };
  },
  fill: (facts, context) => ({
    reference: [
      texts(context.language)('case.card.reference', { reference: facts.referral.reference }),
      ...(facts.provider === null ? [] : [plain(facts.provider.name)]),
    ].join(' · '),
    sentence: sentenceOf(facts, context),
  }),
  summary: (facts, context) =>
    texts(context.language)('trajectory.trajectory-update.summary', {
      reference: facts.referral.reference,
      provider: plain(facts.provider?.name ?? ''),
      sentence: sentenceOf(facts, context),
    }),
});

/** What happened; that the desk wrote it down in the provider's name. */
function sentenceOf(facts: UpdateFacts, context: ViewContext): string {
  const told = happened(facts, context);
  return facts.by === 'desk' ? `${told} ${texts(context.language)('referral.told.by-desk')}` : told;
}

function happened(facts: UpdateFacts, context: ViewContext): string {
  const { trajectory, on, part, provider } = facts;
  const { language, calendar, now } = context;
  const told =
    on === null ? '' : day(on.includes('T') ? calendar.dayOf(new Date(on)) : on, language, calendar.dayOf(now));
  return texts(language)(sentenceFor(facts), {
    on: told,
    part: part ?? 'day',
    provider: plain(provider?.name ?? ''),
    plan: trajectory.schoolPlan === null ? '' : planWords(trajectory.schoolPlan, language),
    outcome: trajectory.outcome === null ? 'none' : outcomeWords(trajectory, language),
    state: texts(language)(`trajectory.state.${trajectory.state}`),
  });
}

/** What is told; of a reminder, once the step was taken, that it was. */
function sentenceFor({ trajectory, what, on }: UpdateFacts): TextKey {
  if (!isReminder(what) || stillReminds(what, on, trajectory)) return sentences[what] ?? 'trajectory.told.other';
  return what.startsWith('school') ? 'trajectory.told.school-settled' : 'trajectory.told.settled';
}
