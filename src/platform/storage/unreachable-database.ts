/** The database server cannot be used; in a sentence, without the name or word by which we would come in. */
export class UnreachableDatabase extends Error {
  override readonly name = 'UnreachableDatabase';

  constructor(databaseUrl: string, cause: unknown) {
    const { host, pathname } = new URL(databaseUrl);
    super(
      `The bot cannot start. The database at ${host}${pathname} ${whatOf(cause)} (${codeOf(cause)}). See DATABASE_URL in env/.env.example.`,
    );
    this.cause = cause;
  }
}

const codeOf = (cause: unknown): string =>
  typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : 'no answer in time';

const whats: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'does not answer: is the server running, and is this its port?',
  ENOTFOUND: 'cannot be found: is this the name of the server?',
  EAI_AGAIN: 'cannot be found: is this the name of the server?',
  '28P01': 'refuses the name or the password',
  '28000': 'refuses this name',
  '3D000': 'does not exist on that server: make it first (createdb)',
  '53300': 'takes no more connections',
  '57P03': 'is still starting',
};

const whatOf = (cause: unknown): string => whats[codeOf(cause)] ?? 'cannot be reached';
