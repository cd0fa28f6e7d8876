import type { Part } from './part.js';

/** The parts of the bench, in the order in which they run. A new part is a folder beside this file and a row here. */
export const parts: readonly Part[] = [
  {
    name: 'presses',
    what: 'how many presses a second, beside a bare echo and the bare transactions',
    run: async (options) => (await import('./presses/part.js')).measurePresses(options),
  },
  {
    name: 'latency',
    what: 'how long one person waits, press by press and from one person to the next',
    run: async (options) => (await import('./latency/part.js')).measureLatency(options),
  },
  {
    name: 'start',
    what: 'what a start costs and what the bot then holds, beside the echo',
    run: async (options) => (await import('./start/part.js')).measureStart(options),
  },
  {
    name: 'lists',
    what: 'how long lists and look-ups take in a database that has grown, beside a small one',
    run: async (options) => (await import('./lists/part.js')).measureLists(options),
  },
  {
    name: 'delivery',
    what: 'messages within Teams’ limits over several processes, also while an address does not answer',
    run: async (options) => (await import('./delivery/part.js')).measureDelivery(options),
  },
  {
    name: 'restart',
    what: 'presses that fail while processes are replaced one after the other',
    run: async (options) => (await import('./restart/part.js')).measureRestart(options),
  },
];
