import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import type { Outcome, Refusal } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { QuestionSide } from '../../../domain/case/question.js';
import type { PersonId } from '../../../domain/ids.js';
import type { Organisation, Person } from '../../../domain/organisation.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { handingForms } from './handing-forms.js';
import { handedCards } from './handed-cards.js';
import { handOverDue } from './hand-over-work.job.js';
import { ownSide } from './whose.js';

interface Loaded {
  readonly organisation: Organisation;
  readonly side: QuestionSide;
  /** Who has cases on his or her name. */
  readonly holders: readonly { readonly person: Person; readonly count: number }[];
  /** Who may take them over: who stands in the roster of a linked channel. */
  readonly members: readonly Person[];
}

async function load(read: Read, _subject: object, { actor }: ActionContext): Promise<Loaded | Refusal> {
  const own = ownSide(actor);
  if (own === null) return { refused: 'not-a-member' };
  const { organisation, side } = own;
  return {
    organisation,
    side,
    holders: await read.workersWithCases(organisation.id, side),
    members: await read.membersOf(organisation.id),
  };
}

/**
 * Overdragen: everything that one worker has on his or her name goes to a colleague, in one press: who falls ill or leaves need
 * not be there. Each case in a transaction of its own. Errors: `from-missing`, `to-missing`, `to-same`.
 */
export const handOverWork = action({
  slug: 'hand-over-work',
  words: { nl: ['overdragen', 'werk overdragen'], en: ['hand over', 'hand over work'] },
  subject: z.object({}),
  fields: z.object({
    from: id<PersonId>('from-missing'),
    to: id<PersonId>('to-missing'),
  }),
  load,
  may: () => null,
  form({ organisation, holders, members }, { actor }, { typed }) {
    const say = texts(actor.language);
    const own = holders.find(({ person }) => person.id === actor.person.id)?.person.id ?? null;
    return {
      organisation: plain(organisation.name),
      none: holders.length === 0 ? say('handing-over.hand-over-work.none') : null,
      holders:
        holders.length === 0
          ? null
          : holders.map(({ person, count }) => ({
              title: say('handing-over.hand-over-work.holder', { name: person.name, count }),
              value: person.id,
            })),
      members: holders.length === 0 ? null : members.map(({ id: value, name: title }) => ({ title, value })),
      typed: { from: typed['from'] ?? own, to: typed['to'] ?? null },
    };
  },
  decide({ organisation, side, holders, members }, { from, to }, context): Outcome | Refusal {
    const holder = holders.find(({ person }) => person.id === from);
    if (holder === undefined) return again(from, to, { from: 'from-missing' });
    if (!members.some((one) => one.id === to)) return again(from, to, { to: 'to-missing' });
    if (from === to) return again(from, to, { to: 'to-same' });
    const work = { organisationId: organisation.id, side, from, to, by: context.actor.person.id };
    const told = { organisationId: organisation.id, from, to, count: holder.count };
    return {
      dues: [handOverDue({ ...work, after: null }, context.now)],
      notices: [
        {
          key: `handed-over:${organisation.id}:${from}:${to}:${context.now.toISOString()}`,
          ...handedCards.told.with(told),
          to: { organisation: organisation.id },
          mention: to,
          living: false,
        },
      ],
      reply: handedCards.told.shown(told),
    };
  },
});

const again = (from: PersonId, to: PersonId, errors: Readonly<Record<string, string>>): Outcome => ({
  reply: handingForms.work.again({ from, to }, errors),
});
