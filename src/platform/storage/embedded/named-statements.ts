import { parse, PGlite, protocol, type QueryOptions, type Results, type Transaction } from '@electric-sql/pglite';

const { serialize } = protocol;

/** How many statements stay planned at once; the one that was not used for longest goes first. */
const mostNamed = 300;

/** A statement that the engine has parsed and planned, and what it said of it. */
interface Named {
  readonly name: string;
  /** The types (OIDs) of its parameters. */
  readonly types: readonly number[];
  /** Its description of the columns, as a result begins with it. */
  readonly described: Answer;
}
type Answer = Parameters<typeof parse.parseResults>[0];

/** Statements that read or write rows; anything else may change the tables themselves. */
const ofRows = /^\s*(?:select|insert|update|delete|with|values)\b/i;
/** Statements that change neither rows nor tables. */
const ofTransactions = /^\s*(?:begin|commit|rollback|savepoint|release|set|show|listen|unlisten)\b[^;]*;?\s*$/i;

const joined = (...messages: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(messages));

/**
 * PGlite that plans each statement once. It has one session, so a plan is good for everybody; planning anew is most of what
 * a statement of ours costs (5.5 ms against 1.6 for the facts of a case). One message goes to the engine where the plain
 * class sends five. What may change the tables makes it forget all plans.
 */
export class NamingPGlite extends PGlite {
  /** By text, the one used last at the end. */
  readonly #named = new Map<string, Named>();
  #made = 0;

  /** As in PGlite: rows of one statement, outside any transaction. Throws the engine's error with the statement. */
  override async query<T>(text: string, params?: unknown[], options?: QueryOptions): Promise<Results<T>> {
    await this._checkReady();
    if (!isNamed(text, options)) {
      const results = await super.query<T>(text, params, options);
      await this.#forgetAfter(text);
      return results;
    }
    return this._runExclusiveTransaction(async () => {
      const results = await this.#run<T>(text, params ?? [], options);
      await this.syncToFs();
      return results;
    });
  }

  /** As in PGlite: several statements at once, which may be of any kind. */
  override async exec(text: string, options?: QueryOptions): Promise<Results[]> {
    const results = await super.exec(text, options);
    await this.#forgetAfter(text);
    return results;
  }

  override transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return super.transaction((tx) => work(this.#naming(tx)));
  }

  #naming(tx: Transaction): Transaction {
    return {
      query: async <T>(text: string, params?: unknown[], options?: QueryOptions): Promise<Results<T>> => {
        if (!tx.closed && isNamed(text, options)) return this.#run<T>(text, params ?? [], options);
        const results = await tx.query<T>(text, params, options);
        await this.#forgetAfter(text);
        return results;
      },
      exec: async (text, options) => {
        const results = await tx.exec(text, options);
        await this.#forgetAfter(text);
        return results;
      },
      sql: (...all) => tx.sql(...all),
      rollback: () => tx.rollback(),
      listen: (...all) => tx.listen(...all),
      get closed() {
        return tx.closed;
      },
    };
  }

  #run<T>(text: string, params: readonly unknown[], options: QueryOptions | undefined): Promise<Results<T>> {
    return this._runExclusiveQuery(async () => {
      try {
        const { name, types, described } = this.#named.get(text) ?? (await this.#name(text));
        const values = params.map((value, at) => this.#asText(value, types[at]));
        const messages = [serialize.bind({ statement: name, values }), serialize.execute({}), serialize.sync()];
        const answer = await this.execProtocolStream(joined(...messages), { syncToFs: false });
        this.#usedLast(text);
        return parse.parseResults([...described, ...answer], this.parsers, options)[0] as Results<T>;
      } catch (error) {
        throw error instanceof Error ? Object.assign(error, { query: text, params, queryOptions: options }) : error;
      }
    });
  }

  #asText(value: unknown, type: number | undefined): string | null {
    if (value === null || value === undefined) return null;
    const serializer = type === undefined ? undefined : this.serializers[type];
    return serializer ? serializer(value) : String(value);
  }

  async #name(text: string): Promise<Named> {
    const name = `s${(this.#made += 1)}`;
    const messages = [serialize.parse({ name, text }), serialize.describe({ type: 'S', name }), serialize.sync()];
    const answer = await this.execProtocolStream(joined(...messages), { syncToFs: false });
    const described = answer.filter((message) => message.name === 'rowDescription');
    const named = { name, types: parse.parseDescribeStatementResults(answer), described };
    this.#named.set(text, named);
    const oldest = this.#named.size > mostNamed ? this.#named.keys().next().value : undefined;
    if (oldest !== undefined) await this.#close([oldest]);
    return named;
  }

  #usedLast(text: string): void {
    const named = this.#named.get(text);
    if (!named) return;
    this.#named.delete(text);
    this.#named.set(text, named);
  }

  async #forgetAfter(text: string): Promise<void> {
    if (ofRows.test(text) || ofTransactions.test(text) || this.#named.size === 0) return;
    await this._runExclusiveQuery(() => this.#close([...this.#named.keys()]));
  }

  async #close(texts: readonly string[]): Promise<void> {
    const names = texts.flatMap((text) => this.#named.get(text)?.name ?? []);
    for (const text of texts) this.#named.delete(text);
    const messages = names.map((name) => serialize.close({ type: 'S', name }));
    await this.execProtocolStream(joined(...messages, serialize.sync()), { syncToFs: false });
  }
}

/** Bytes that travel beside a statement, and types given for its parameters, are left to PGlite itself. */
const isNamed = (text: string, options: QueryOptions | undefined): boolean =>
  ofRows.test(text) && !options?.blob && !options?.paramTypes && !options?.serializers;
