import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Change, Refusal } from '../../contracts/outcome.js';
import { signalPost } from '../../contracts/signal-notices.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import type { Language } from '../../domain/language.js';
import type { PersonId } from '../../domain/ids.js';
import { entry } from '../../domain/timeline/entries.js';
import { supportOf } from '../../domain/workgroup/meeting-agenda.js';
import type { AgendaItem, Meeting } from '../../domain/workgroup/meeting.js';
import { supportWord, textOf } from './agenda-rows.js';
import { loadMeeting, type MeetingFacts } from './meeting-facts.js';
import { meetingPostKey } from './meeting-keys.js';
import { referenceOf, titleOf } from './meeting-words.js';
import { meetingId } from './working-group.js';
import { meetingCards } from './meeting-cards.js';
import type { PostKey } from '../../domain/reference-to.js';

/**
 * Punten steunen: which points one finds important. What is ticked is supported, what is not ticked any more is not; each
 * person counts once per point, however many vote at the same time (R19).
 */
export const supportItem = action({
  slug: 'support-item',
  subject: z.object({ meetingId }),
  fields: z.object({
    supported: z
      .string()
      .optional()
      .transform((text) => (text ?? '').split(',').filter((id) => id !== '')),
  }),
  load: async (read, subject): Promise<MeetingFacts | Refusal> =>
    (await loadMeeting(read, subject.meetingId)) ?? { refused: 'not-found' },
  may({ meeting }, { actor, now }) {
    const isToCome = meeting.state === 'planned' && now < meeting.endsAt;
    return workgroupOnly(actor) ?? (isToCome ? null : { refused: 'outdated', show: post(meeting) });
  },
  form(facts, { actor: { language, person } }, { typed }) {
    const mine = openItems(facts).filter((item) => isMine(facts, item, person.id));
    return {
      meetingId: facts.meeting.id,
      reference: `${referenceOf(facts.meeting, language)} · ${titleOf(facts.meeting, language)}`,
      choices: openItems(facts).map((item) => ({ title: choiceOf(item, facts, language), value: item.id })),
      typed: { supported: typed['supported'] ?? mine.map(({ id }) => id).join(',') },
    };
  },
  decide(facts, { supported }, { actor: { person } }) {
    const items = openItems(facts).filter((item) => supported.includes(item.id) !== isMine(facts, item, person.id));
    const changes = items.flatMap((item) => changeOf(facts, item, supported.includes(item.id), person.id));
    return {
      changes,
      entries:
        items.length === 0 ? [] : [entry('meeting', facts.meeting.id, 'points-supported', { count: items.length })],
      refresh: changes.length === 0 ? [] : [meetingPostKey(facts.meeting.id), ...signalPosts(facts)],
      reply: meetingCards.post.shown({ meetingId: facts.meeting.id }),
    };
  },
});

const post = ({ id }: Meeting) => meetingCards.post.instead({ meetingId: id });

/** What comes back stands first anyway: only what was brought in can be supported. */
const openItems = ({ items }: MeetingFacts): AgendaItem[] =>
  items.filter(({ state, kind }) => state === 'open' && kind !== 'decision');

/** The posts of the signals on the agenda show who supports them. */
const signalPosts = ({ items }: MeetingFacts): PostKey[] =>
  items.flatMap(({ signalId }) => (signalId === null ? [] : [signalPost(signalId)]));

/** Support that was given to the signal itself counts as well, and is taken back there. */
const subjectsOf = ({ id, signalId }: AgendaItem): string[] => (signalId === null ? [id] : [id, signalId]);

const isMine = ({ votes }: MeetingFacts, item: AgendaItem, person: PersonId): boolean =>
  subjectsOf(item).some((subject) => votes.get(subject)?.includes(person));

function changeOf(facts: MeetingFacts, item: AgendaItem, wanted: boolean, personId: PersonId): Change[] {
  if (wanted === isMine(facts, item, personId)) return [];
  if (wanted) return [{ put: 'vote', row: { subjectId: item.id, personId } }];
  return subjectsOf(item).map((subjectId) => ({ end: 'vote', row: { subjectId, personId } }));
}

const choiceOf = (item: AgendaItem, facts: MeetingFacts, language: Language): string => {
  const support = supportWord(supportOf(item, facts.votes), language);
  return support === null ? textOf(item, facts) : `${textOf(item, facts)} (${support})`;
};
