import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../tests/support/kept-folder.js';

/** The least with which a bot can be made, in the versions that stand here. */
const bare = ['botbuilder', 'restify'] as const;

/** What an installation without development holds, in megabytes: the bare bot's and ours. */
export function installedMegabytes(): { readonly bare: number; readonly ours: number } {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const only = Object.fromEntries(bare.map((name) => [name, dependencies[name]]));
  return {
    bare: installed(['install'], (folder) =>
      writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: only })),
    ),
    ours: installed(['ci', '--omit=dev'], (folder) => {
      for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(root, name), join(folder, name));
    }),
  };
}

function installed(how: readonly string[], prepare: (folder: string) => void): number {
  const folder = mkdtempSync(join(tmpdir(), 'meldpunt-installed-'));
  try {
    prepare(folder);
    const done = spawnSync('npm', [...how, '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], {
      cwd: folder,
      stdio: 'inherit',
    });
    if (done.status !== 0) throw new Error(`npm ${how.join(' ')} failed`);
    const { stdout } = spawnSync('du', ['-sm', join(folder, 'node_modules')], { encoding: 'utf8' });
    return Number(stdout.split('\t')[0]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
