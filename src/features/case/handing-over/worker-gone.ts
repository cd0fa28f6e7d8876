import { z } from 'zod';
import { isOf } from '../../../contracts/actor.js';
import { actsFor } from '../../../contracts/actor.js';
import { view, type ViewContext } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import { looks } from '../../../contracts/strip.js';
import { questionSides } from '../../../domain/case/question.js';
import type { OrganisationId, PersonId } from '../../../domain/ids.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { handingForms } from './handing-forms.js';

interface Facts {
  readonly name: string;
  readonly organisation: { readonly id: OrganisationId; readonly name: string };
  readonly personId: PersonId;
  /** How many cases are still on that name. */
  readonly count: number;
  readonly questions: number;
  readonly isBack: boolean;
}

/** Somebody who left the team with cases on his or her name: who takes over? Workers' names and a number, nothing of a pupil. */
export const workerGone = view({
  slug: 'worker-gone',
  audience: 'stored',
  params: z.object({ organisationId: id<OrganisationId>(), personId: id<PersonId>() }),
  async load(read, { organisationId, personId }): Promise<Facts | null> {
    const [person, organisation] = [await read.person(personId), await read.organisation(organisationId)];
    const side = questionSides.find((one) => one === organisation?.kind);
    if (person === null || organisation === null || side === undefined) return null;
    const holders = await read.workersWithCases(organisationId, side);
    const own = holders.find((holder) => holder.person.id === personId);
    const members = await read.membersOf(organisationId);
    return {
      name: person.name,
      organisation,
      personId,
      count: own?.count ?? 0,
      questions: own?.questions ?? 0,
      isBack: members.some((member) => member.id === personId),
    };
  },
  may: ({ organisation }, actor) =>
    isOf(actor, organisation.id) || actsFor(actor, 'desk') !== null ? null : { refused: 'not-yours' },
  fill(facts, context) {
    const { organisation, personId, isBack } = facts;
    const isOpen = hasWork(facts) && !isBack;
    return {
      strip: {
        ...(isOpen ? looks.decide : looks.over),
        state: wordOf(facts, context),
        next: sentenceOf(facts, context),
      },
      handOver: isOpen ? handingForms.work.onButton({ organisationId: organisation.id, from: personId }) : null,
    };
  },
  summary: sentenceOf,
});

const hasWork = ({ count, questions }: Facts): boolean => count + questions > 0;

const valuesOf = ({ name, organisation, count, questions }: Facts) => ({
  name: plain(name),
  organisation: plain(organisation.name),
  count,
  questions,
});

function wordOf(facts: Facts, { language }: ViewContext): string {
  const say = texts(language);
  if (!hasWork(facts)) return say('handing-over.worker-gone.done-title');
  return say(`handing-over.worker-gone.${facts.isBack ? 'back-title' : 'title'}`, valuesOf(facts));
}

function sentenceOf(facts: Facts, { language }: ViewContext): string {
  const which = !hasWork(facts) ? 'done' : facts.isBack ? 'back' : facts.questions > 0 ? 'next-questions' : 'next';
  const say = texts(language);
  const { count, questions } = facts;
  const things = say('handing-over.worker-gone.things', { count, questions });
  return say(`handing-over.worker-gone.${which}`, { ...valuesOf(facts), things });
}
