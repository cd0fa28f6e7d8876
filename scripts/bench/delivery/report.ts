import { ms, table } from '../figures.js';
import type { BenchOptions, PartReport } from '../part.js';
import type { BesidePresses } from './beside-presses.js';
import type { Sent } from './sending.js';

/** What so many processes came to. */
export interface Found {
  readonly processes: number;
  readonly oneTenant: Sent;
  readonly many: Sent;
  /** Few messages of many, alone and beside an address that never answers. */
  readonly others: Sent;
  readonly besideHanging: Sent;
}

/** What Teams allows a tenant in a second. */
const allowed = 50;
const leastShare = 0.9;
const longestBesideHanging = 5;

const row = (
  name: string,
  { count, perSecond, violations, doubles, outOfOrder, p95, longest, cpuMs, lateMs }: Sent,
) => [
  name,
  String(count),
  perSecond.toFixed(1),
  String(violations),
  String(doubles),
  String(outOfOrder),
  `${ms(p95)} · ${ms(longest)}`,
  ms(cpuMs),
  ms(lateMs),
];

/** The page; a message that came twice or out of order is a wrong answer, and thrown. */
export function deliveryPage(
  place: string,
  found: readonly Found[],
  { alone, beside, presses }: BesidePresses,
  { short }: BenchOptions,
): PartReport {
  const head = [
    '',
    'messages',
    'a second',
    'broke a limit',
    'twice',
    'out of order',
    'p95 · last, s',
    'processor ms each',
    'counted late by, ms',
  ];
  const rows = found.flatMap(({ processes, oneTenant, many, others, besideHanging }) => [
    row(`${processes} · one tenant (${allowed} a second allowed)`, oneTenant),
    row(`${processes} · 20 tenants, with 502s, 429s and a dead thread`, many),
    row(`${processes} · the same messages as beside it, alone`, others),
    row(`${processes} · beside an address that never answers`, besideHanging),
  ]);
  const wrong = found.flatMap(({ processes, ...all }) =>
    Object.entries(all)
      .filter(([, sent]) => isWrong(sent))
      .map(([name]) => `${name} over ${processes}`),
  );
  const page = [
    '## Delivery',
    `Processes that send together, on ${place}; a Teams that answers in 50 ms and counts as Teams does (7 in 1 s, 8 in 2 s, 60 in 30 s, 1800 in an hour per ` +
      `thread, ${allowed} in 1 s per tenant).`,
    ...(short ? ['A short run: the figures say nothing.'] : []),
    table(head, rows),
    `Without limits, one process: ${alone.perSecond.toFixed(0)} messages a second, and ${beside.perSecond.toFixed(0)} while ` +
      `eight people press all the time (${presses.toFixed(0)} presses a second).`,
  ].join('\n\n');
  if (wrong.length > 0) throw new Error(`Wrong: ${wrong.join(', ')}\n${page}`);
  const slow = beside.perSecond < alone.perSecond / 2 ? ['delivery while eight people press: less than half'] : [];
  return { page, tooSlow: short ? [] : [...found.flatMap(tooSlow), ...slow] };
}

const isWrong = ({ doubles, outOfOrder }: Sent): boolean => doubles + outOfOrder > 0;

/** Where who counts was late itself, what came one after the other seems to have come at once. */
const breaksLimit = ({ violations, lateMs }: Sent): boolean => violations > 0 && lateMs < 50;

function tooSlow({ processes, oneTenant, many, others, besideHanging }: Found): string[] {
  const against = [oneTenant, many, others, besideHanging].filter(breaksLimit).length;
  return [
    ...(against > 0 ? [`over ${processes}: a limit of Teams was broken in ${against} of four`] : []),
    ...(oneTenant.perSecond < allowed * leastShare
      ? [`one tenant over ${processes}: ${oneTenant.perSecond.toFixed(1)} a second of ${allowed}`]
      : []),
    ...(besideHanging.p95 > longestBesideHanging
      ? [`beside an address that never answers, over ${processes}: p95 ${besideHanging.p95.toFixed(1)} s`]
      : []),
  ];
}
