import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Notice, Outcome } from '../../contracts/outcome.js';
import { isInWorkgroup, workgroupHome } from '../../contracts/workgroup-home.js';
import type { InterestId } from '../../domain/ids.js';
import type { Organisation } from '../../domain/organisation.js';
import type { Interest } from '../../domain/workgroup/interest.js';
import { meetingCards } from './meeting-cards.js';
import { interestKey } from './meeting-keys.js';
import { organisationNameOf } from './working-group.js';

interface JoinFacts {
  /** What this person asked before, and waits. */
  readonly present: Interest | null;
  readonly home: Organisation | null;
  readonly organisation: string;
}

/** Meedoen met de werkgroep: who is interested says so; the coordinator gets one card (R19). */
export const joinWorkgroup = action({
  slug: 'join-workgroup',
  forEverybody: true,
  words: {
    nl: [
      'meedoen met de werkgroep',
      'aansluiten bij de werkgroep',
      'meedoen aan de werkgroep',
      'lid worden van de werkgroep',
    ],
    en: ['join the working group'],
  },
  subject: z.object({}),
  fields: z.object({}),
  async load(read, _subject, { actor }): Promise<JoinFacts> {
    const home = await workgroupHome(read);
    return {
      present: (await read.interests(actor.person.id))[0] ?? null,
      home: home === null ? null : await read.organisation(home),
      organisation: organisationNameOf(await read.organisationsOf(actor.person.id)),
    };
  },
  may: () => null,
  decide({ present, home, organisation }, _fields, { actor, now, newId }): Outcome {
    if (isInWorkgroup(actor)) return { reply: meetingCards.list.shown({}) };
    if (present !== null) return { reply: meetingCards.joining.shown({ interestId: present.id }) };
    const row: Interest = {
      id: newId<InterestId>(),
      personId: actor.person.id,
      organisation,
      at: now,
      state: 'asked',
      meetingId: null,
      invitedBy: null,
      version: 0,
    };
    return {
      changes: [{ put: 'interest', row }],
      notices: home === null ? [] : [cardFor(row.id, home)],
      reply: meetingCards.joining.shown({ interestId: row.id }),
    };
  },
});

/** In the working group's channel, with a mention of its coordinator when it has one. */
const cardFor = (interestId: InterestId, { id, coordinatorId }: Organisation): Notice => ({
  key: interestKey(interestId),
  ...meetingCards.interest.with({ interestId }),
  to: { organisation: id },
  mention: coordinatorId,
});
