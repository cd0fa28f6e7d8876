import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { startIdentity } from '../../../tests/support/bot-tokens.js';
import { built } from '../../../tests/support/built.js';
import { root } from '../../../tests/support/kept-folder.js';
import { embeddedPlace, postgresqlPlace, type Where } from '../engines.js';
import { median, table } from '../figures.js';
import type { BenchOptions, PartReport } from '../part.js';
import { installedMegabytes } from './installed.js';
import { settings } from './settings.js';
import { startOnce, type Started } from './start-once.js';

type Who = 'the echo' | 'ours on PostgreSQL' | 'ours on the embedded engine';

/** What a start costs and what a bot then holds, beside the echo: `npm start` as on a server, on data that is there already. */
export async function measureStart({ short, rounds }: BenchOptions): Promise<PartReport> {
  const made = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
  if (made.status !== 0) throw new Error('npm run build failed');
  const identity = await startIdentity();
  const places = [await postgresqlPlace(), await embeddedPlace()];
  const [server, folder] = [await places[0]?.another(), await places[1]!.another()];
  const echo = join(await built(), 'scripts/bench/children/echo.js');
  const starts: [Who, () => Promise<Started>][] = [
    ['the echo', () => startOnce([echo, JSON.stringify({ where: null, identity: identity.metadataUrl })], {})],
    ...(server ? [['ours on PostgreSQL', () => ours(server)] as [Who, () => Promise<Started>]] : []),
    ['ours on the embedded engine', () => ours(folder)],
  ];
  const found = new Map<Who, Started[]>(starts.map(([who]) => [who, []]));
  try {
    // The first round makes the databases, and what Node keeps of what it compiled.
    for (let round = 0; round <= (short ? 1 : (rounds ?? 5)); round++)
      for (const [who, start] of starts) {
        const one = await start();
        if (round > 0) found.get(who)!.push(one);
      }
  } finally {
    for (const place of places) place?.remove();
    await identity.close();
  }
  return { page: page(found), tooSlow: [] };
}

const ours = (where: Where): Promise<Started> => startOnce([join(root, 'scripts/start.js')], settings(where));

function sizes(): string {
  const { bare, ours: own } = installedMegabytes();
  return `Packages that a server installs: ${own} MB, a bare bot (botbuilder and restify, in the same versions) ${bare} MB.`;
}

function page(found: ReadonlyMap<Who, readonly Started[]>): string {
  const echo = found.get('the echo')!;
  const middle = (of: readonly Started[], what: keyof Started): number => median(of.map((one) => one[what]));
  const times = (of: readonly Started[], what: keyof Started): string =>
    `${middle(of, what).toFixed(0)} (${(middle(of, what) / middle(echo, what)).toFixed(1)} ×)`;
  const rows = [...found].map(([who, of]) => [
    who,
    ...(['readyMs', 'cpuMs', 'readyMb', 'laterCpuMs', 'laterMb'] as const).map((what) => times(of, what)),
  ]);
  return [
    '## The start',
    `\`npm start\` on data that is there already, ${echo.length} starts of each in turns, the middle; × is the ratio to the echo. ` +
      'Later: five seconds after it was ready, when all cards are compiled.',
    sizes(),
    table(['', 'ready ms', 'processor ms', 'memory MB', 'processor ms later', 'memory MB later'], rows),
  ].join('\n\n');
}
