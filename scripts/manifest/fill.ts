import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { z } from 'zod';

const url = z.url({ protocol: /^https$/ });

/** What the manifest needs from the environment; the defaults are the project's own. */
const schema = z.object({
  BOT_ID: z.guid('the app id of the bot'),
  TEAMS_APP_ID: z.guid('the id of the Teams app; may be the same as BOT_ID').optional(),
  APP_VERSION: z.string().regex(/^\d+\.\d+\.\d+$/),
  DEVELOPER_NAME: z.string().min(1).max(32),
  WEBSITE_URL: url,
  PRIVACY_URL: url,
  TERMS_URL: url,
});

/** The pages that the bot shows itself, for who has none elsewhere. */
const ownPages = (publicUrl = ''): Readonly<Record<string, string>> =>
  publicUrl === ''
    ? {}
    : { WEBSITE_URL: publicUrl, PRIVACY_URL: `${publicUrl}/privacy`, TERMS_URL: `${publicUrl}/voorwaarden` };

/** An empty line in the environment says nothing. */
const filledIn = (env: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));

/** Fills the `${{NAME}}` places of the manifest. Throws with every missing or wrong variable at once. */
export function fillManifest(template: string, env: Readonly<Record<string, string | undefined>>): unknown {
  const result = schema.safeParse({ ...ownPages(env['PUBLIC_URL']), ...filledIn(env) });
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The app package needs these variables (see env/.env.example):\n${lines.join('\n')}`);
  }
  const values: Record<string, string> = {
    ...result.data,
    TEAMS_APP_ID: result.data.TEAMS_APP_ID ?? result.data.BOT_ID,
  };
  return JSON.parse(
    template.replace(/\$\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`the manifest names \${{${name}}}, which nothing fills`);
      return JSON.stringify(value).slice(1, -1);
    }),
  );
}

/** The little we use of ajv. */
interface Checker {
  compile(schema: object): { (data: unknown): boolean; errors?: { instancePath: string; message?: string }[] | null };
}

// Both are CommonJS with a default export that TypeScript and Node see differently: required, with their own types.
const require = createRequire(import.meta.url);
const { default: Ajv } = require('ajv-draft-04') as { default: new (options: object) => Checker };
const { default: addFormats } = require('ajv-formats') as { default: (ajv: object) => void };

/** The published JSON schema of a manifest version, from the registry package that carries them. */
function publishedSchema(version: string): object {
  const folder = join(
    dirname(require.resolve('@microsoft/app-manifest/package.json')),
    'build/json-schemas/teams',
    `v${version}`,
  );
  const file = existsSync(folder)
    ? readdirSync(folder).find((name) => name === 'MicrosoftTeams.schema.json')
    : undefined;
  if (file === undefined) throw new Error(`there is no schema for manifest version ${version}`);
  return JSON.parse(readFileSync(join(folder, file), 'utf8')) as object;
}

/** What is wrong with a manifest by its published schema; empty when nothing is. */
export function manifestFaults(manifest: unknown): string[] {
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(publishedSchema((manifest as { manifestVersion: string }).manifestVersion));
  return validate(manifest) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}
