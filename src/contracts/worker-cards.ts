import type { PersonId } from '../domain/ids.js';
import { referenceTo } from '../domain/reference-to.js';
import type { WorkerDetails } from '../domain/worker.js';
import type { Notice } from './outcome.js';
import { postKey, type PostKey } from '../domain/reference-to.js';

/** The cards of a worker's own details, wherever they live. */
export const workerCards = {
  details: referenceTo<Readonly<Record<string, never>>>('my-details'),
  phoneQuestion: referenceTo<{ readonly personId: PersonId }>('phone-question'),
} as const;

/** Key of the one message that ever asks a worker on which number he or she is reached. */
export const phoneQuestionPost = (person: PersonId): PostKey => postKey(`worker:${person}:phone`);

/** Asks on which number, the first time that somebody is to call; nothing when that was answered. */
export const askPhone = (person: PersonId, known: WorkerDetails | null): Notice[] =>
  (known?.phoneAnsweredAt ?? null) !== null
    ? []
    : [
        {
          key: phoneQuestionPost(person),
          ...workerCards.phoneQuestion.with({ personId: person }),
          to: { person },
        },
      ];
