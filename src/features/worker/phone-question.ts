import { z } from 'zod';
import { view } from '../../contracts/action.js';
import { id } from '../../contracts/id.js';
import type { PersonId } from '../../domain/ids.js';
import type { Organisation } from '../../domain/organisation.js';
import { unknownDetails, type WorkerDetails } from '../../domain/worker.js';
import { texts } from '../../texts/index.js';
import { phoneLink } from '../../texts/ways.js';
import { withoutNumber } from './without-number.js';

interface Facts {
  readonly details: WorkerDetails;
  readonly organisation: Organisation | null;
}

/** Asked once, the first time that somebody is to call a worker: on which number. Answered, it says what stands there. */
export const phoneQuestion = view({
  slug: 'phone-question',
  audience: 'stored',
  params: z.object({ personId: id<PersonId>() }),
  async load(read, { personId }): Promise<Facts> {
    const [organisation] = await read.organisationsOf(personId);
    return { details: (await read.worker(personId)) ?? unknownDetails(personId), organisation: organisation ?? null };
  },
  may: ({ details }, actor) => (details.personId === actor.person.id ? null : { refused: 'not-yours' }),
  fill({ details, organisation }, { language }) {
    const { phone } = details;
    const isAsked = details.phoneAnsweredAt === null;
    const t = texts(language);
    const who = t(`worker.phone-question.${organisation?.kind === 'provider' ? 'clb' : 'provider'}`);
    const without = withoutNumber(organisation, language);
    return {
      asked: isAsked ? 'yes' : null,
      title: t(`worker.phone-question.${isAsked ? 'asked' : phone === null ? 'skipped' : 'answered'}`, { who }),
      text: isAsked ? t('worker.phone-question.why', { without }) : null,
      number: isAsked ? null : phone === null ? t('worker.phone-question.instead', { without }) : phoneLink(phone),
    };
  },
  summary: (_facts, { language }) => texts(language)('worker.phone-question.title'),
});
