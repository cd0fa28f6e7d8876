import { z } from 'zod';
import { view, type ViewContext } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import { looks } from '../../../contracts/strip.js';
import type { OrganisationId, PersonId } from '../../../domain/ids.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';

interface Facts {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly questions: number;
}

/** Who takes over whose cases, in the channel of the organisation: workers' names and a number, nothing of a pupil. */
export const workHandedOver = view({
  slug: 'work-handed-over',
  audience: 'stored',
  params: z.object({
    organisationId: id<OrganisationId>(),
    from: id<PersonId>(),
    to: id<PersonId>(),
    count: z.coerce.number().int(),
    questions: z.coerce.number().int().default(0),
  }),
  async load(read, { from, to, ...counts }): Promise<Facts | null> {
    const [one, other] = [await read.person(from), await read.person(to)];
    return one === null || other === null ? null : { from: one.name, to: other.name, ...counts };
  },
  fill: (facts, context) => ({
    strip: {
      ...looks.over,
      state: texts(context.language)('handing-over.work-handed-over.title'),
      next: sentenceOf(facts, context),
    },
  }),
  summary: sentenceOf,
});

function sentenceOf({ from, to, count, questions }: Facts, { language }: ViewContext): string {
  return texts(language)('handing-over.work-handed-over.told', { from: plain(from), to: plain(to), count, questions });
}
