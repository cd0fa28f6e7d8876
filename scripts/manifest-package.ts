import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { fillManifest, manifestFaults } from './manifest/fill.js';

const root = new URL('..', import.meta.url);
const read = (path: string): Buffer => readFileSync(new URL(path, root));

/** Writes artifacts/meldpunt-teams-app.zip: the three files at its root, checked against the published schema. */
function main(): void {
  const { version } = JSON.parse(read('package.json').toString()) as { version: string };
  const manifest = fillManifest(read('manifest/manifest.json').toString(), { APP_VERSION: version, ...process.env });
  const faults = manifestFaults(manifest);
  if (faults.length > 0)
    throw new Error(`The manifest is not valid:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  const zip = zipSync({
    'manifest.json': Buffer.from(JSON.stringify(manifest, null, 2)),
    'color.png': read('manifest/color.png'),
    'outline.png': read('manifest/outline.png'),
  });
  mkdirSync(new URL('artifacts/', root), { recursive: true });
  writeFileSync(new URL('artifacts/meldpunt-teams-app.zip', root), zip);
  console.log(`artifacts/meldpunt-teams-app.zip (${zip.length} bytes)`);
}

try {
  main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
