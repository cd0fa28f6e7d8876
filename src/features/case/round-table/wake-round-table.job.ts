import { z } from 'zod';
import { job } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import type { RoundTableId } from '../../../domain/ids.js';
import { roundTableJobs, roundTableWakes } from '../../../domain/round-table/clocks.js';
import { doByClock } from './act-on-round-table.js';

/** A moment of a round table has come: it is reminded of, asked about, or its owner is told that it stays where it is. */
export const wakeRoundTable = job({
  name: roundTableJobs.wake.name,
  subject: z.object({ roundTableId: id<RoundTableId>(), what: z.enum(roundTableWakes) }),
  async load(read, { roundTableId, what }) {
    const facts = await read.roundTable(roundTableId);
    return facts === null ? null : { ...facts, what };
  },
  decide: ({ what, ...facts }, context) => doByClock(facts, { act: what }, context),
});
