import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import type { Due, Outcome, Refusal } from '../../../contracts/outcome.js';
import type { OrganisationId, PersonId } from '../../../domain/ids.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { handOverCaseDue } from './hand-over-case.job.js';
import { handOverDue } from './hand-over-work.job.js';
import { handedCards } from './handed-cards.js';
import { handingForms } from './handing-forms.js';
import { workToHandOver, type Holder, type WorkToHandOver } from './work-to-hand-over.js';
import type { Team } from './whose.js';

/**
 * Overdragen: everything that one worker has on his or her name goes to a colleague in one press, or the one case whose number
 * was said: who falls ill or leaves need not be there. The desk does it for a team of which somebody left. Each case in a
 * transaction of its own. Errors: `from-missing`, `to-missing`, `to-same`.
 */
export const handOverWork = action({
  slug: 'hand-over-work',
  words: { nl: ['overdragen', 'werk overdragen'], en: ['hand over', 'hand over work'], rest: 'reference' },
  subject: z.object({
    organisationId: id<OrganisationId>()
      .nullish()
      .transform((given) => given ?? null),
    reference: z
      .string()
      .nullish()
      .transform((given) => given ?? ''),
  }),
  fields: z.object({
    from: id<PersonId>('from-missing'),
    to: id<PersonId>('to-missing'),
  }),
  load: workToHandOver,
  may: () => null,
  form: (known, { actor: { language, person } }, { typed }) => {
    const alone = isAlone(known);
    const work = alone ? { ...known, holders: [] } : known;
    const own = work.holders.find((holder) => holder.person.id === person.id)?.person.id ?? null;
    const first = work.holders.length === 1 ? (work.holders[0]?.person.id ?? null) : own;
    return {
      ...headOf(work, language),
      ...(alone ? { none: texts(language)('handing-over.hand-over-work.nobody-else') } : {}),
      ...listsOf(work, language),
      typed: { from: typed['from'] ?? first, to: typed['to'] ?? null },
    };
  },
  decide({ team, holders, members, one }, { from, to }, { now, actor }): Outcome | Refusal {
    if (team === null) return { reply: handingForms.work.opened({}) };
    const again = (errors: Readonly<Record<string, string>>): Outcome => {
      const asked = { organisationId: team.organisation.id, ...(one === null ? {} : { reference: one.reference }) };
      return { reply: handingForms.work.again({ ...asked, from, to }, errors) };
    };
    const holder = holders.find(({ person }) => person.id === from);
    if (holder === undefined) return again({ from: 'from-missing' });
    if (!members.some((member) => member.id === to)) return again({ to: 'to-missing' });
    if (from === to) return again({ to: 'to-same' });
    const work = { side: team.side, from, to, by: actor.person.id, deskId: team.desk?.id ?? null };
    const due =
      one === null
        ? handOverDue({ ...work, organisationId: team.organisation.id, after: null }, now)
        : handOverCaseDue({ ...work, referralId: one.id }, now);
    return handed(team, { from, to, count: holder.count, questions: one === null ? holder.questions : 0 }, due, now);
  },
});

/** Nobody is known who could take over: not a colleague besides who has it all. */
const isAlone = ({ holders, members }: WorkToHandOver): boolean =>
  holders.length > 0 && holders.every(({ person }) => members.every(({ id: member }) => member === person.id));

/** One word in the channel of the team tells of all of it, with a mention of who takes over. */
function handed(
  { organisation }: Team,
  what: { readonly from: PersonId; readonly to: PersonId; readonly count: number; readonly questions: number },
  due: Due,
  now: Date,
): Outcome {
  const told = { organisationId: organisation.id, ...what };
  return {
    dues: [due],
    notices: [
      {
        key: `handed-over:${organisation.id}:${what.from}:${what.to}:${now.toISOString()}`,
        ...handedCards.told.with(told),
        to: { organisation: organisation.id },
        mention: what.to,
        living: false,
      },
    ],
    reply: handedCards.told.shown(told),
  };
}

function headOf({ team, holders, gone, one }: WorkToHandOver, language: 'nl' | 'en') {
  const say = texts(language);
  const none =
    team === null
      ? gone.length === 0 && say('handing-over.hand-over-work.nobody-left')
      : holders.length === 0 && say(`handing-over.hand-over-work.${one === null ? 'none' : 'none-of-one'}`);
  return {
    organisation: team === null ? say('handing-over.hand-over-work.left') : plain(team.organisation.name),
    none: none || null,
    why: holders.length === 0 ? null : say(`handing-over.hand-over-work.${one === null ? 'why' : 'why-one'}`),
    organisationId: team?.desk ? team.organisation.id : null,
    reference: one?.reference ?? null,
    onlyOne: one === null && holders.length > 0 && !team?.desk ? say('handing-over.hand-over-work.only-one') : null,
  };
}

function listsOf({ holders, members, gone, one }: WorkToHandOver, language: 'nl' | 'en') {
  const say = texts(language);
  const titleOf = ({ person, count, questions, isGone }: Holder): string =>
    one === null
      ? say(`handing-over.hand-over-work.${isGone ? 'holder-gone' : 'holder'}`, { name: person.name, count, questions })
      : say('handing-over.hand-over-work.of', { name: person.name, reference: one.reference });
  return {
    holders: holders.length === 0 ? null : holders.map((one) => ({ title: titleOf(one), value: one.person.id })),
    members: holders.length === 0 ? null : members.map(({ id: value, name: title }) => ({ title, value })),
    gone: gone.map(({ organisation, person, count, questions }) => ({
      title: plain(person.name),
      press: say('handing-over.hand-over-work.choose', { name: person.name }),
      line: say('handing-over.hand-over-work.gone', { organisation: plain(organisation.name), count, questions }),
      data: handingForms.work.onButton({ organisationId: organisation.id, from: person.id }),
    })),
  };
}
