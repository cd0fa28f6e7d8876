import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import { signalPost } from '../../contracts/signal-notices.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import { entry } from '../../domain/timeline/entries.js';
import type { Signal, SignalState } from '../../domain/workgroup/signal.js';
import { ofSignal, presentState } from './signal-facts.js';

const open: readonly SignalState[] = ['new', 'on-agenda'];

interface SupportFacts {
  readonly signal: Signal;
  readonly support: 'yes' | 'no';
  /** Whether this person supports it already. */
  readonly supports: boolean;
}

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
  async load(read, { signalId, support }, { actor }): Promise<SupportFacts | Refusal> {
    const signal = await read.signal(signalId);
    if (signal === null) return { refused: 'not-found' };
    const supporters = (await read.votes([signalId])).get(signalId) ?? [];
    return { signal, support, supports: supporters.includes(actor.person.id) };
  },
  may: (_facts, { actor }) => workgroupOnly(actor),
  decide({ signal, support, supports }, _fields, { actor }): Outcome | Refusal {
    const { show, with: params } = presentState(signal);
    if (!isOpenForSupport(signal)) return { refused: 'outdated', show: { view: show, with: params } };
    const row = { subjectId: signal.id, personId: actor.person.id };
    return {
      changes: [support === 'yes' ? { put: 'vote', row } : { end: 'vote', row }],
      entries:
        supports === (support === 'yes')
          ? []
          : [entry('signal', signal.id, supports ? 'support-withdrawn' : 'supported', {})],
      refresh: [signalPost(signal.id)],
      reply: presentState(signal),
    };
  },
});
