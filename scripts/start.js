import { existsSync } from 'node:fs';
import module from 'node:module';

/*
 * `npm start`: starts what `npm run build` made, and compiles nothing. Plain JavaScript, because on a server there is
 * nothing that could read anything else.
 */
const built = new URL('../dist/index.js', import.meta.url);

function refuse(why) {
  process.stderr.write(`The bot cannot start. ${why}\nSee “Start” in docs/operations.md.\n`);
  process.exit(1);
}

if (!existsSync(built)) refuse('It was not built: run npm ci && npm run build first, once for each version.');

// What Node has compiled once it need not compile at the next start (from 22.8 on).
module.enableCompileCache?.();

await import(built.href).catch((error) => {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  refuse(`A part is missing: run npm ci --omit=dev here, and build again if that does not help. (${error.message})`);
});
