import type { Effort } from './effort.js';

/** A job that was done in a story, with what it asked. */
export interface Job {
  readonly who: 'CLB worker' | 'Provider' | 'Desk' | 'Working group';
  readonly job: string;
  readonly effort: Effort;
  /** As it was counted by this same test in an earlier version; null: nobody counted it then. */
  readonly before?: Omit<Effort, 'messages'>;
}

/** What stands of a referral in the channel of its CLB. */
export interface Thread {
  readonly referral: string;
  readonly posts: number;
  readonly replies: number;
}

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const told = (before: Job['before']): string =>
  before === undefined ? 'not counted' : `${before.presses} · ${before.choices} · ${before.typed}`;

const jobsTable = (jobs: readonly Job[]): string =>
  table(
    ['who', 'job', 'presses', 'choices', 'typed fields', 'messages', 'before: presses · choices · typed'],
    jobs.map(({ who, job, effort: { presses, choices, typed, messages }, before }) => [
      who,
      job,
      presses,
      choices,
      typed,
      messages,
      told(before),
    ]),
  );

const threadsTable = (threads: readonly Thread[]): string =>
  table(
    ['a referral that', 'posts', 'replies'],
    threads.map(({ referral, posts, replies }) => [referral, posts, replies]),
  );

/** The page docs/effort.md, made of what the stories counted. */
export const effortPage = (jobs: readonly Job[], threads: readonly Thread[]): string => `# What each job asks of people

Made by \`tests/journeys/effort-jobs.test.ts\`, which does every job below through the front door and counts; the test fails when
this page is not true any more. \`WRITE_EFFORT=1 npx jest tests/journeys/effort-jobs\` writes it.

**Presses** are buttons, rows, and words typed to the bot to start something. **Choices** are lists and ticks that had to be
touched, **typed fields** those that had to be typed in: what stood there already counts as neither. **Messages** are those that
the bot sends meanwhile in the place where that person reads it; a card that changes itself is none.

${jobsTable(jobs)}

The figures of before are those of the intake in six steps (commit a0f89e0), counted by the same test; the other jobs were
not counted then.

## What stands in the channel of a CLB

One post per referral, which always shows the present state, and a reply only for what others decided or ask.

${threadsTable(threads)}
`;
