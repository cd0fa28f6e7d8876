import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import { signalPost } from '../../contracts/signal-notices.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import type { Signal, SignalState } from '../../domain/workgroup/signal.js';
import { ofSignal, presentState } from './signal-facts.js';

const open: readonly SignalState[] = ['new', 'on-agenda'];

/** Whether one can still say that one supports it: until it was discussed. */
export const isOpenForSupport = ({ state }: Pick<Signal, 'state'>): boolean => open.includes(state);

/**
 * Ik steun dit: one voice per person, which can be taken back (R19). What the button wants is on the button, so that a
 * press that comes twice counts once.
 */
export const supportSignal = action({
  slug: 'support-signal',
  subject: ofSignal.extend({ support: z.enum(['yes', 'no']).catch('yes') }),
  fields: z.object({}),
  async load(read, { signalId, support }): Promise<{ signal: Signal; support: 'yes' | 'no' } | Refusal> {
    const signal = await read.signal(signalId);
    return signal === null ? { refused: 'not-found' } : { signal, support };
  },
  may: (_facts, { actor }) => workgroupOnly(actor),
  decide({ signal, support }, _fields, { actor }): Outcome | Refusal {
    const { show, with: params } = presentState(signal);
    if (!isOpenForSupport(signal)) return { refused: 'outdated', show: { view: show, with: params } };
    const row = { subjectId: signal.id, personId: actor.person.id };
    return {
      changes: [support === 'yes' ? { put: 'vote', row } : { end: 'vote', row }],
      refresh: [signalPost(signal.id)],
      reply: presentState(signal),
    };
  },
});
