import { z } from 'zod';
import { view } from '../../contracts/action.js';
import { chosenFor, type ChosenFor } from '../../contracts/for-whom.js';
import { id } from '../../contracts/id.js';
import { builtInVerbs } from '../../contracts/jobs.js';
import type { OrganisationId, PersonId } from '../../domain/ids.js';
import { inquiryForms } from '../../domain/inquiry/cards.js';
import type { Organisation } from '../../domain/organisation.js';
import { trajectoryForms } from '../../domain/trajectory/cards.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';

type Carried = Readonly<Record<string, string>>;

/** What the press on an organisation does. */
const presses: Readonly<Record<ChosenFor, (id: OrganisationId, carried: Carried) => { verb: string; data: object }>> = {
  'start-intake': (clbId, carried) => ({ verb: 'start-intake', data: { ...carried, clbId } }),
  'ask-inquiry': (clbId, carried) => ({
    verb: builtInVerbs.openForm,
    data: { ...carried, ...inquiryForms.ask.onButton({ clbId }) },
  }),
  'count-half-days': (providerId, carried) => ({
    verb: builtInVerbs.openForm,
    data: { ...carried, ...trajectoryForms.count.onButton({ providerId }) },
  }),
};

interface ChoiceFacts {
  readonly personId: PersonId;
  readonly act: ChosenFor;
  readonly carried: Carried;
  readonly organisations: readonly Organisation[];
}

/** For which organisation? Somebody of several chooses once, before a referral, a question or a count begins. */
export const chooseOrganisationCard = view({
  slug: 'choose-organisation',
  audience: 'stored',
  params: z.object({
    for: z.enum(Object.keys(chosenFor) as [ChosenFor, ...ChosenFor[]]),
    personId: id<PersonId>(),
    with: z.record(z.string(), z.string()).default({}),
  }),
  load: async (read, { for: act, personId, with: carried }): Promise<ChoiceFacts> => ({
    personId,
    act,
    carried,
    organisations: (await read.organisationsOf(personId)).filter(({ kind }) => kind === chosenFor[act]),
  }),
  may: ({ personId }, actor) => (actor.person.id === personId ? null : { refused: 'not-yours' }),
  fill({ act, carried, organisations }, { language }) {
    const say = texts(language);
    return {
      title: say(`start.choose-organisation.${act}.title`),
      line: say(`start.choose-organisation.${act}.line`),
      rows: organisations.map(({ id: of, name }) => ({
        title: plain(name),
        line: null,
        badge: null,
        ...presses[act](of, carried),
      })),
    };
  },
  summary: ({ act }, { language }) => texts(language)(`start.choose-organisation.${act}.title`),
});
