import { draftPost } from '../case/posts.js';
import type { Draft } from '../draft.js';
import type { PostKey } from '../reference-to.js';
import { remembered } from './typed.js';

/** Keys of the message of an intake, when it is to say otherwise; none while somebody types: it would wipe what is being typed. */
export const postKeysOfDraft = ({ id, state, typed }: Draft): PostKey[] =>
  state === 'open' && typed[remembered.parked] === undefined ? [] : [draftPost(id)];
