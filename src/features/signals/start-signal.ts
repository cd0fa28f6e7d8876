import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import type { Signal } from '../../domain/workgroup/signal.js';
import { maySee, presentState } from './signal-facts.js';
import { mayKeep } from './typed-signal.js';
import { signalForms } from '../../contracts/signal-forms.js';

interface Said {
  /** What was typed behind the word. */
  readonly said: string;
  /** The signal whose reference that is. */
  readonly signal: Signal | null;
}

const longest = 600;
const reference = /^s-\d{4}-\d{3,}$/i;

/**
 * The word `signaal`: opens the form, with what was typed behind it when nothing personal is found in it; otherwise the
 * form says why it is empty, because a message that holds the form is stored. Behind it the reference of a signal: that one.
 */
export const startSignal = action({
  slug: 'start-signal',
  words: { nl: ['signaal'], en: ['signal'], rest: 'said' },
  subject: z.object({ said: z.string().default('') }),
  fields: z.object({}),
  async load(read, { said }): Promise<Said> {
    const typed = said.trim();
    return { said: typed, signal: reference.test(typed) ? await read.signalByReference(typed.toUpperCase()) : null };
  },
  may({ said, signal }, { actor }): Refusal | null {
    if (actor.organisations.length === 0) return { refused: 'not-a-member' };
    if (!reference.test(said)) return null;
    return signal === null ? { refused: 'not-found' } : maySee(signal, actor);
  },
  decide({ said, signal }, _fields, context): Outcome {
    if (signal !== null) return { reply: presentState(signal) };
    const isHarmless = mayKeep(said, false, context);
    if (said === '') return { reply: signalForms.raise.opened({}) };
    if (!isHarmless) return { reply: signalForms.raise.opened({ warned: 'personal' }) };
    const isLong = said.length > longest;
    return { reply: signalForms.raise.opened({ said: said.slice(0, longest), ...(isLong ? { warned: 'cut' } : {}) }) };
  },
});
