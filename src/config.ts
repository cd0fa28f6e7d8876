import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { weaknessOf, type CodeWeakness } from './domain/code-strength.js';
import { languages } from './domain/language.js';
import {
  bytes,
  flag,
  isCode,
  isDay,
  isHost,
  isId,
  isKey,
  isMoment,
  isPort,
  isPostgres,
  isWebAddress,
  listIn,
  oneOf,
  optional,
  required,
} from './lib/variables.js';
import { isSameKey, isWeakKey } from './lib/key-strength.js';
import { localKeys } from './platform/local-keys.js';
import { CertificateFault, readCertificate, type BotProof } from './platform/teams/bot-credentials.js';
import type { Keys } from './platform/storage/keys/seal.js';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
const inBase64 = '32 bytes in base64, e.g. from openssl rand -base64 32';
const codeSays = 'the code that links the first channel of the Meldpunt, at least 12 letters or digits';

const whyWeak: Record<CodeWeakness, string> = {
  short: 'it is too short',
  'one-kind': 'it holds only letters or only digits',
  'few-signs': 'it holds too few different signs',
  repeated: 'it repeats itself',
  row: 'its signs stand in a row',
  word: 'it holds a word or an example that people would try',
};
/** Whoever guesses this code sees every file: in production it must be made by chance. What is wrong with it, or null. */
function deskCodeFault(code: string): string | null {
  const weakness = weaknessOf(code);
  if (weakness === null) return null;
  return `DESK_CODE: ${codeSays}, made by chance, e.g. with openssl rand -hex 10; this one can be guessed: ${whyWeak[weakness]}`;
}

const shared = {
  PORT: optional('a whole number from 0 to 65535', isPort).transform((port) => Number(port ?? 3978)),
  DATA_DIRECTORY: optional('a folder').transform((directory) => directory ?? 'data/meldpunt'),
  DATABASE_URL: optional('an address such as postgres://name@host/database', isPostgres).transform(
    (url) => url ?? null,
  ),
  KEY_FILE: optional('a file').transform((file) => file ?? null),
  LOG_LEVEL: optional(`one of ${logLevels.join(', ')}`, oneOf(logLevels)).transform((level) => level ?? 'info'),
};

const withoutSlash = (address: string): string => address.replace(/\/+$/, '');

const proofSays =
  'one of BOT_PASSWORD (the client secret of the bot), BOT_CERTIFICATE (a file) or BOT_MANAGED_IDENTITY=1';

const production = z.object({
  ...shared,
  PUBLIC_URL: required(
    'the https address where people reach the pages of the bot, e.g. https://meldpunt.example.be',
    isWebAddress(/^https$/),
  ).transform(withoutSlash),
  HOST: optional('an address of this machine to listen on, e.g. 127.0.0.1 behind a proxy here', isHost).transform(
    (host) => host ?? '0.0.0.0',
  ),
  METRICS_TOKEN: optional('a secret of at least 16 signs, without spaces', (token) =>
    /^\S{16,}$/.test(token),
  ).transform((token) => token ?? null),
  BOT_ID: required('the app id of the bot in Microsoft Entra'),
  BOT_PASSWORD: optional(proofSays),
  BOT_PASSWORD_ENDS: optional('the day on which the client secret ends, such as 2027-05-31', isDay).transform((day) =>
    day === undefined ? null : new Date(day),
  ),
  BOT_CERTIFICATE: optional(proofSays),
  BOT_MANAGED_IDENTITY: flag,
  BOT_TENANT_ID: optional('a tenant id such as 00000000-0000-4000-8000-000000000001', isId).transform(
    (tenant) => tenant ?? null,
  ),
  ALLOWED_TENANTS: required(
    'at least one tenant id, with commas between, each such as 00000000-0000-4000-8000-000000000001; a sign for all is not taken',
    (list) => listIn(list).length > 0 && listIn(list).every(isId),
  ).transform(listIn),
  DATA_KEY: required(`the key under which pupils’ data is sealed, ${inBase64}`, isKey),
  DATA_KEY_FORMER: optional(`the key that DATA_KEY was before, ${inBase64}`, isKey).transform((key) =>
    key === undefined ? null : bytes(key),
  ),
  INDEX_KEY: required(`the key that recognises the same pupil, ${inBase64}`, isKey),
  DESK_CODE: required(codeSays),
});

const local = z
  .object({
    ...shared,
    PUBLIC_URL: optional('an address such as http://127.0.0.1:3978', isWebAddress(/^https?$/)).transform((url) =>
      url === undefined ? null : withoutSlash(url),
    ),
    DATA_KEY: optional(inBase64, isKey),
    INDEX_KEY: optional(inBase64, isKey),
    DESK_CODE: optional(codeSays, isCode).transform((code) => code ?? 'LOCAL-DESK-CODE'),
    LANGUAGE: optional(languages.join(' or '), oneOf(languages)).transform(
      (language) => languages.find((one) => one === language) ?? null,
    ),
    DESK_ALWAYS_OPEN: flag,
    CLOCK_START: optional('a moment such as 2026-11-16T09:00:00Z', isMoment).transform((start) =>
      start === undefined ? null : new Date(start),
    ),
  })
  .superRefine(({ DATA_KEY: data, INDEX_KEY: index }, { addIssue }) => {
    if ((data === undefined) === (index === undefined)) return;
    const missing = data === undefined ? 'DATA_KEY' : 'INDEX_KEY';
    addIssue({ code: 'custom', path: [missing], message: 'both keys, or neither' });
  });

interface Common {
  readonly port: number;
  readonly host: string;
  readonly dataDirectory: string;
  readonly databaseUrl: string | null;
  /** Where the keys of the trails stand, outside the database. */
  readonly keyFile: string;
  readonly logLevel: string;
  readonly deskCode: string;
  /** Why the code cannot be used, in a sentence; null when it can. */
  readonly deskCodeFault: string | null;
  /** Why the keys are no secret, in a sentence; null when they are. */
  readonly keysFault: string | null;
  /** Where people reach our web pages, without a slash at the end; null: this machine only, at the port we listen on. */
  readonly publicUrl: string | null;
}

export interface ProductionConfig extends Common {
  readonly mode: 'production';
  readonly appId: string;
  /** By what it proves to be that app, and when that ends; null: not known, or never. */
  readonly proof: BotProof;
  readonly proofEndsAt: Date | null;
  readonly appTenantId: string | null;
  readonly tenants: readonly string[];
  /** With the data key of before, while it is being replaced. */
  readonly keys: { readonly data: Uint8Array; readonly index: Uint8Array; readonly formerData: Uint8Array | null };
  /** By which the figures may be read; null: nobody reads them. */
  readonly metricsToken: string | null;
}

/** Without credentials, on 127.0.0.1 only, for the local client and for tests from outside. */
export interface LocalConfig extends Common {
  readonly mode: 'local';
  /** Given keys, or null: made once and kept in the data directory. */
  readonly keys: { readonly data: Uint8Array; readonly index: Uint8Array } | null;
  readonly language: (typeof languages)[number] | null;
  readonly deskAlwaysOpen: boolean;
  readonly clockStart: Date | null;
}

export type Config = ProductionConfig | LocalConfig;

/** What is wrong with keys that were not made by chance, or are not two; null when nothing is. */
function keysFault({ data, index }: { readonly data: Uint8Array; readonly index: Uint8Array }): string | null {
  if (isSameKey(data, index)) return `INDEX_KEY: another key than DATA_KEY, ${inBase64}`;
  const weak = [isWeakKey(data) ? ['DATA_KEY'] : [], isWeakKey(index) ? ['INDEX_KEY'] : []].flat();
  return weak.length === 0 ? null : `${weak.join(', ')}: made by chance, ${inBase64}; this one can be guessed`;
}

/**
 * The tenant of the Meldpunt itself, the only one in which its first channel can be linked: the bot's own when people of it
 * may speak to the bot, otherwise the first of those that may. Null in local mode: any.
 */
export function deskTenantOf(config: Config): string | null {
  if (config.mode === 'local') return null;
  const { appTenantId, tenants } = config;
  return tenants.find((tenant) => tenant.toLowerCase() === appTenantId?.toLowerCase()) ?? tenants[0] ?? null;
}

/** The keys of the environment; in local mode those that are kept beside the data. */
export const keysOf = ({ keys, dataDirectory }: Config): Keys => keys ?? localKeys(`${dataDirectory}.keys.json`);

/** What is missing or wrong in the environment: all of it at once, names and reasons, never values. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `The bot cannot start. Set these variables (see env/.env.example):\n${problems.map((line) => `  ${line}`).join('\n')}\nOr set LOCAL_MODE=1 to try it on this machine only.`,
    );
    this.name = 'ConfigError';
  }
}

/** Reads the environment. Throws {@link ConfigError} with everything that is missing or wrong. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const isLocal = flag.safeParse(env['LOCAL_MODE']);
  if (!isLocal.success) throw new ConfigError(['LOCAL_MODE: 1 or 0']);
  return isLocal.data
    ? localConfig(checked(local, env))
    : productionConfig(checked(production, env, [...waysToProve(env), ...keptApart(env)]));
}

function checked<T extends z.ZodType>(schema: T, env: NodeJS.ProcessEnv, more: readonly string[] = []): z.output<T> {
  const result = schema.safeParse(env);
  if (result.success && more.length === 0) return result.data;
  const issues = result.error?.issues ?? [];
  throw new ConfigError([
    ...issues.map(
      ({ path, message }) => `${path.join('.')}: ${env[String(path[0])] ? message : `missing (${message})`}`,
    ),
    ...more,
  ]);
}

/** What is wrong with how it proves who it is: in exactly one way. */
function waysToProve(env: NodeJS.ProcessEnv): string[] {
  const isManaged = flag.safeParse(env['BOT_MANAGED_IDENTITY']).data === true;
  const given = [Boolean(env['BOT_PASSWORD']), Boolean(env['BOT_CERTIFICATE']), isManaged].filter(Boolean).length;
  if (given !== 1) return [`BOT_PASSWORD: ${given === 0 ? `missing (${proofSays})` : proofSays}`];
  return isManaged && !env['BOT_TENANT_ID'] ? ['BOT_TENANT_ID: missing (the tenant of the managed identity)'] : [];
}

/** Beside a server nothing tells where a file is kept: one in a container would be gone with it, and with it all that was sealed. */
const keptApart = (env: NodeJS.ProcessEnv): string[] =>
  isPostgres(env['DATABASE_URL'] ?? '') && !env['KEY_FILE']
    ? ['KEY_FILE: missing (a file on a disk that is kept, shared by all processes: the keys of the pupils stand in it)']
    : [];

const common = (values: {
  PORT: number;
  DATA_DIRECTORY: string;
  DATABASE_URL: string | null;
  KEY_FILE: string | null;
  LOG_LEVEL: string;
  DESK_CODE: string;
  PUBLIC_URL: string | null;
}) => ({
  port: values.PORT,
  dataDirectory: values.DATA_DIRECTORY,
  databaseUrl: values.DATABASE_URL,
  keyFile: values.KEY_FILE ?? `${values.DATA_DIRECTORY}.trail-keys`,
  logLevel: values.LOG_LEVEL,
  deskCode: values.DESK_CODE,
  publicUrl: values.PUBLIC_URL,
});

type ProofValues = Pick<z.output<typeof production>, 'BOT_PASSWORD' | 'BOT_PASSWORD_ENDS' | 'BOT_CERTIFICATE'>;

function proofIn(values: ProofValues): Pick<ProductionConfig, 'proof' | 'proofEndsAt'> {
  const { BOT_PASSWORD: password, BOT_PASSWORD_ENDS: endsAt, BOT_CERTIFICATE: file } = values;
  if (file !== undefined) return certificateIn(file);
  if (password === undefined) return { proof: { kind: 'managed-identity' }, proofEndsAt: null };
  return { proof: { kind: 'password', password }, proofEndsAt: endsAt };
}

function certificateIn(file: string): Pick<ProductionConfig, 'proof' | 'proofEndsAt'> {
  try {
    const { proof, endsAt } = readCertificate(readFileSync(file, 'utf8'), new Date());
    return { proof, proofEndsAt: endsAt };
  } catch (error) {
    const says = error instanceof CertificateFault ? error.message : 'a file that can be read';
    throw new ConfigError([`BOT_CERTIFICATE: ${says}`]);
  }
}

function productionConfig(values: z.output<typeof production>): ProductionConfig {
  const keys = { data: bytes(values.DATA_KEY), index: bytes(values.INDEX_KEY) };
  return {
    ...common(values),
    mode: 'production',
    deskCodeFault: deskCodeFault(values.DESK_CODE),
    host: values.HOST,
    appId: values.BOT_ID,
    ...proofIn(values),
    appTenantId: values.BOT_TENANT_ID,
    tenants: values.ALLOWED_TENANTS,
    keys: { ...keys, formerData: values.DATA_KEY_FORMER },
    keysFault: keysFault(keys),
    metricsToken: values.METRICS_TOKEN,
  };
}

function localConfig(values: z.output<typeof local>): LocalConfig {
  const { DATA_KEY: data, INDEX_KEY: index } = values;
  return {
    ...common(values),
    mode: 'local',
    deskCodeFault: null,
    keysFault: null,
    host: '127.0.0.1',
    keys: data === undefined || index === undefined ? null : { data: bytes(data), index: bytes(index) },
    language: values.LANGUAGE,
    deskAlwaysOpen: values.DESK_ALWAYS_OPEN,
    clockStart: values.CLOCK_START,
  };
}
