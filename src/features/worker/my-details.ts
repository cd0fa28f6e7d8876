import { z } from 'zod';
import { view } from '../../contracts/action.js';
import { onlyOne } from '../../lib/only-one.js';
import type { Organisation, Person } from '../../domain/organisation.js';
import { unknownDetails, waysOf, type WorkerDetails } from '../../domain/worker.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { mailLink, phoneLink } from '../../texts/ways.js';
import { withoutNumber } from './without-number.js';

interface Facts {
  readonly person: Person;
  readonly organisations: readonly Organisation[];
  readonly details: WorkerDetails;
}

/** A worker's own details as others see them; answered to the worker alone. */
export const myDetails = view({
  slug: 'my-details',
  audience: 'one-person',
  params: z.object({}),
  async load(read, _params, { actor }): Promise<Facts | null> {
    if (actor === null) return null;
    const { person, organisations } = actor;
    return { person, organisations, details: (await read.worker(person.id)) ?? unknownDetails(person.id) };
  },
  may: () => null,
  fill({ person, organisations, details }, { language }) {
    const t = texts(language);
    const { phone, email } = waysOf(details);
    return {
      name: plain(person.name),
      organisation: plain(organisations.map(({ name }) => name).join(', ')) || null,
      phone: phone === null ? withoutNumber(onlyOne(organisations), language) : phoneLink(phone),
      reach: t(`worker.reach.${details.reach}`),
      email: email === null ? t('worker.my-details.no-email') : mailLink(email),
    };
  },
  summary: (_facts, { language }) => texts(language)('worker.my-details.title'),
});
