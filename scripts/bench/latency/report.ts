import { median, ms, quantile, ratioText, table, type Rounds } from '../figures.js';
import type { Kind, Measured } from './presses.js';
import type { StoryFigures } from './story.js';

/** What was measured on one engine. */
export interface EngineFigures {
  readonly name: string;
  readonly story: StoryFigures;
  readonly measured: Measured;
}

/** Above this an invoke is too slow at p95, and a message on its way at the median; in milliseconds. */
export const limits = { invoke: 300, message: 1000 };

const words: Record<Kind, string> = {
  echo: 'a bare botbuilder echo, no storage',
  status: 'our status card (`show` of `referral-post`)',
  step: 'an intake step, committed (`describe-question`)',
  answer: 'a provider’s answer, committed with its outbox rows (`confirm-contact`)',
  'raw-step': 'the step’s storage transaction alone',
  'raw-answer': 'the answer’s storage transaction alone',
};

/** The page: how it was measured, a table per engine, the ways from one person to the next, what is too slow. */
export function reportPage(engines: readonly EngineFigures[], skipped: readonly string[]): string {
  const rounds = engines[0]?.measured.echo ?? [];
  return [
    '## How long one person waits',
    'One user, everything in one process (this bench too), real token check, storage flushed to disk. ' +
      `${rounds.length} rounds of ${rounds[0]?.length ?? 0}; ` +
      'the six take turns one by one. × echo: the ratio of the medians, with the lowest and highest round.',
    ...engines.map(engineTable),
    ...skipped,
    '### From one person to the next',
    'Desk open, queue idle: from pressing the button until the message is at the connector of Teams, in ms.',
    waysTable(engines),
    '### Every kind of press in whole stories',
    pressesTable(engines),
  ].join('\n\n');
}

function engineTable({ name, measured }: EngineFigures): string {
  const rows = (Object.entries(measured) as [Kind, Rounds][]).map(([kind, of]) => {
    const all = of.flat();
    const times = kind === 'echo' ? '1' : ratioText(of, measured.echo);
    return [words[kind], ms(median(all)), ms(quantile(all, 0.95)), times];
  });
  return table([`On the ${name}`.replace('On the PostgreSQL', 'On PostgreSQL'), 'p50 ms', 'p95 ms', '× echo'], rows);
}

function waysTable(engines: readonly EngineFigures[]): string {
  const row = (what: string, name: string, values: readonly number[]): string[] => [
    `${what}, ${name}`,
    ms(median(values)),
    ms(quantile(values, 0.95)),
    ms(Math.max(...values)),
    String(values.length),
  ];
  const rows = engines.flatMap(({ name, story }) => [
    row('‘Verzenden’ → the offer', name, story.toOffer),
    row('‘Gecontacteerd’ → the reply in the CLB’s thread', name, story.toThread),
  ]);
  return table(['way', 'median', 'p95', 'slowest', 'n'], rows);
}

function pressesTable(engines: readonly EngineFigures[]): string {
  const verbs = [...new Set(engines.flatMap(({ story }) => [...story.presses.keys()]))];
  const cells = (values: readonly number[] = []): string[] =>
    values.length === 0 ? ['–', '–'] : [ms(median(values)), ms(quantile(values, 0.95))];
  const rows = verbs.map((verb) => [`\`${verb}\``, ...engines.flatMap(({ story }) => cells(story.presses.get(verb)))]);
  const head = engines.flatMap(({ name }) => [`${short(name)} p50`, 'p95']);
  return table(['press', ...head], rows);
}

const short = (name: string): string => (name.startsWith('embedded') ? 'embedded' : 'PostgreSQL');

/** What is slower than it may be; empty when nothing is. */
export function tooSlow(engines: readonly EngineFigures[]): string[] {
  return engines.flatMap(({ name, story, measured }) => {
    const ours: [string, readonly number[]][] = [
      ...story.presses,
      ...(['status', 'step', 'answer'] as const).map((kind): [string, number[]] => [
        words[kind],
        measured[kind].flat(),
      ]),
    ];
    const slow = ours.filter(([, values]) => quantile(values, 0.95) >= limits.invoke);
    const late = (
      [
        ['the offer', story.toOffer],
        ['the reply', story.toThread],
      ] as const
    ).filter(([, values]) => median(values) >= limits.message);
    return [
      ...slow.map(([what, values]) => `${what}: ${ms(quantile(values, 0.95))} ms at p95, ${short(name)}`),
      ...late.map(([what, values]) => `${what}: ${ms(median(values))} ms at the median, ${short(name)}`),
    ];
  });
}
