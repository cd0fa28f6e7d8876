import { median, table } from '../figures.js';
import type { BenchOptions } from '../part.js';
import { kinds, type Kind, type Measured, type Slice } from './kinds.js';

interface Found {
  readonly name: string;
  readonly measured: Measured;
}

/** The page: how it was measured, and a table per engine and number of connections. */
export function pressesPage(found: readonly Found[], { filled, short }: BenchOptions): string {
  const rounds = found[0]?.measured.get('echo 1')?.length ?? 0;
  return [
    '## Presses a second',
    `Each bot in a process of its own, the bench presses over kept connections; real token check, storage flushed to disk. ${rounds} rounds ` +
      'in which all take turns. × is the ratio within a round: the middle of the rounds, with the lowest and the highest. ' +
      'A lean transaction stores the least: for a step the draft and an audit row, for an answer the case, an event and one row ' +
      'of the outbox. Processor: milliseconds of the bot’s process for one press, with the messages that it sends because of it.' +
      (filled > 0 ? ` In a database with ${filled} generated paths.` : ''),
    ...(short ? ['A short run: the figures say nothing.'] : []),
    ...found.flatMap(({ name, measured }) => [1, 8].map((atOnce) => tableOf(name, atOnce, measured))),
  ].join('\n\n');
}

function tableOf(name: string, atOnce: number, measured: Measured): string {
  const of = (kind: Kind): readonly Slice[] => measured.get(`${kind} ${atOnce}`) ?? [];
  const rows = (Object.keys(kinds) as Kind[]).map((kind) => {
    const { words, lean } = kinds[kind];
    const slices = of(kind);
    const statements = slices.flatMap((slice) => slice.statements ?? []);
    const alone = kind.startsWith('lean-');
    return [
      words,
      median(slices.map(({ perSecond }) => perSecond)).toFixed(0),
      kind === 'echo' ? '1' : times(slices, of('echo')),
      lean === null ? '' : times(slices, of(lean)),
      kind === 'step' || kind === 'answer' ? times(slices, of(`echo-${kind}`)) : '',
      alone ? '' : median(slices.map(({ cpuMs }) => cpuMs)).toFixed(2),
      alone ? '' : cpuTimes(slices, of('echo')),
      statements.length === 0 ? '' : median(statements).toFixed(1),
    ];
  });
  const at = atOnce === 1 ? '1 connection' : `${atOnce} connections`;
  const head = [
    `${at}, ${name}`,
    'a second',
    '× echo',
    '× lean alone',
    '× echo with lean',
    'processor ms',
    'processor × echo',
    'statements',
  ];
  return table(head, rows);
}

/** How many times as much processor time, in the middle of the rounds: other work on the machine hardly changes it. */
const cpuTimes = (of: readonly Slice[], to: readonly Slice[]): string =>
  median(of.map(({ cpuMs }, round) => cpuMs / (to[round]?.cpuMs ?? Number.NaN))).toFixed(1);

/** How many times as many presses a second as another, in the same round. */
function times(of: readonly Slice[], to: readonly Slice[]): string {
  const each = of.map(({ perSecond }, round) => perSecond / (to[round]?.perSecond ?? Number.NaN));
  return `${median(each).toFixed(2)} (${Math.min(...each).toFixed(2)}–${Math.max(...each).toFixed(2)})`;
}
