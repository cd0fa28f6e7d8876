import { register } from 'node:module';

/** From here on this process imports TypeScript, and errors tell its lines. */
register('./typescript-hooks.mjs', import.meta.url);
process.setSourceMapsEnabled(true);
