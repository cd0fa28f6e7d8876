import { z } from 'zod';
import { languages } from './domain/language.js';

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .optional()
  .transform((value) => value === '1' || value === 'true');
const key = z.string().refine((value) => Buffer.from(value, 'base64').length === 32, 'must be 32 bytes in base64');
const list = z.string().transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''));
const optional = <T extends z.ZodType>(type: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), type.optional());

const shared = {
  PORT: optional(z.coerce.number().int().min(0).max(65535)).transform((port) => port ?? 3978),
  DATA_DIRECTORY: optional(z.string()).transform((directory) => directory ?? 'data/meldpunt'),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })).transform((url) => url ?? null),
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])).transform(
    (level) => level ?? 'info',
  ),
};

const production = z.object({
  ...shared,
  BOT_ID: z.string('the app id of the bot in Microsoft Entra').min(1),
  BOT_PASSWORD: z.string('the client secret of the bot').min(1),
  BOT_TENANT_ID: optional(z.string()).transform((tenant) => tenant ?? null),
  ALLOWED_TENANTS: list.refine((tenants) => tenants.length > 0, 'at least one tenant id'),
  DATA_KEY: key,
  INDEX_KEY: key,
  DESK_CODE: z
    .string('the code with which the first channel of the Meldpunt is linked')
    .min(12, 'at least 12 characters'),
});

const local = z.object({
  ...shared,
  DATA_KEY: optional(key),
  INDEX_KEY: optional(key),
  DESK_CODE: optional(z.string().min(12)).transform((code) => code ?? 'LOCAL-DESK-CODE'),
  LANGUAGE: optional(z.enum(languages)).transform((language) => language ?? null),
  DESK_ALWAYS_OPEN: flag,
  CLOCK_START: optional(z.iso.datetime({ offset: true })).transform((start) =>
    start === undefined ? null : new Date(start),
  ),
});

interface Common {
  readonly port: number;
  readonly host: string;
  readonly dataDirectory: string;
  readonly databaseUrl: string | null;
  readonly logLevel: string;
  readonly deskCode: string;
}

export interface ProductionConfig extends Common {
  readonly mode: 'production';
  readonly appId: string;
  readonly appPassword: string;
  readonly appTenantId: string | null;
  readonly tenants: readonly string[];
  readonly keys: { readonly data: Uint8Array; readonly index: Uint8Array };
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
  return isLocal.data ? localConfig(checked(local, env)) : productionConfig(checked(production, env));
}

function checked<T extends z.ZodType>(schema: T, env: NodeJS.ProcessEnv): z.output<T> {
  const result = schema.safeParse(env);
  if (result.success) return result.data;
  throw new ConfigError(
    result.error.issues.map(
      (issue) =>
        `${issue.path.join('.')}: ${env[String(issue.path[0])] ? issue.message : `missing (${issue.message})`}`,
    ),
  );
}

const bytes = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, 'base64'));
const common = (values: {
  PORT: number;
  DATA_DIRECTORY: string;
  DATABASE_URL: string | null;
  LOG_LEVEL: string;
  DESK_CODE: string;
}) => ({
  port: values.PORT,
  dataDirectory: values.DATA_DIRECTORY,
  databaseUrl: values.DATABASE_URL,
  logLevel: values.LOG_LEVEL,
  deskCode: values.DESK_CODE,
});

function productionConfig(values: z.output<typeof production>): ProductionConfig {
  return {
    ...common(values),
    mode: 'production',
    host: '0.0.0.0',
    appId: values.BOT_ID,
    appPassword: values.BOT_PASSWORD,
    appTenantId: values.BOT_TENANT_ID,
    tenants: values.ALLOWED_TENANTS,
    keys: { data: bytes(values.DATA_KEY), index: bytes(values.INDEX_KEY) },
  };
}

function localConfig(values: z.output<typeof local>): LocalConfig {
  const { DATA_KEY: data, INDEX_KEY: index } = values;
  return {
    ...common(values),
    mode: 'local',
    host: '127.0.0.1',
    keys: data === undefined || index === undefined ? null : { data: bytes(data), index: bytes(index) },
    language: values.LANGUAGE,
    deskAlwaysOpen: values.DESK_ALWAYS_OPEN,
    clockStart: values.CLOCK_START,
  };
}
