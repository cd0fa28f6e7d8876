import { describe, expect, it } from '@jest/globals';
import { createLog } from '../../src/platform/log.js';
import { carryOut } from '../../src/platform/teams/carry-out.js';
import type { Turn } from '../../src/contracts/turn.js';

type Line = Record<string, unknown>;

/** What the real log writes while `use` runs. */
async function written(use: (log: ReturnType<typeof createLog>) => unknown): Promise<Line[]> {
  const lines: Line[] = [];
  await use(createLog('info', { write: (line) => void lines.push(JSON.parse(line) as Line) }));
  return lines;
}

const inThisFile = expect.stringMatching(/^at .*log\.test\.ts:\d+:\d+\)?$/);

/** As PostgreSQL does: a code that helps, and a row in `detail`. */
function rowRefused(): Error {
  return Object.assign(new Error('duplicate key: Jan Peeters'), {
    code: '23505',
    detail: 'Key (name)=(Jan Peeters) already exists.',
  });
}

describe('the log of a failed turn', () => {
  it('holds the number, and name, code and places of the error under one key', async () => {
    const turn = { kind: 'press', verb: 'put-on-waitlist' } as Turn;
    const onTurn = () => Promise.reject(rowRefused());
    const [line] = await written((log) => carryOut({ onTurn, log }, turn));
    expect(line).toEqual({
      level: 50,
      time: expect.any(String),
      msg: 'turn failed',
      number: expect.stringMatching(/^[2-9B-Z]{6}$/),
      kind: 'press',
      verb: 'put-on-waitlist',
      error: { name: 'Error', code: '23505', at: expect.arrayContaining([inThisFile]) },
    });
    expect(JSON.stringify(line)).not.toContain('Peeters');
  });
});

describe('an error in the log', () => {
  it('is told by its trace under whatever name it comes, and when it comes alone', async () => {
    const lines = await written((log) => {
      log.error({ error: rowRefused() });
      log.error({ err: rowRefused() });
      log.warn({ queue: 'deliver', trouble: rowRefused() }, 'queue');
      log.error(rowRefused());
      log.error('stopped: %o', rowRefused());
    });
    expect(lines).toHaveLength(5);
    expect(lines[2]).toMatchObject({ queue: 'deliver', trouble: { code: '23505' } });
    expect(lines[3]).toMatchObject({ error: { name: 'Error', at: expect.arrayContaining([inThisFile]) } });
    expect(JSON.stringify(lines)).not.toContain('Peeters');
  });

  it('shows no line of its message, even one that looks like a place in the code', async () => {
    const typed = 'hij was\n    at Jan Peeters (Kerkstraat:3:7)';
    const changed = new Error(typed);
    changed.message = 'something else';
    const [plain, moved] = await written((log) => {
      log.error({ error: new Error(typed) });
      log.error({ error: new Error(`${typed}\n`) });
      log.error({ error: changed });
    });
    expect(plain).toMatchObject({ error: { at: expect.arrayContaining([inThisFile]) } });
    expect(JSON.stringify([plain, moved])).not.toMatch(/Jan|Kerkstraat/);
  });

  it('keeps only words for name and code: both can be set to anything', async () => {
    const odd = Object.assign(new Error('x'), { name: 'Jan Peeters', code: 'geboren op 12.03.2010' });
    const [line] = await written((log) => log.error({ error: odd }));
    expect(line?.['error']).toEqual({ name: 'Error', at: expect.any(Array) });
  });

  it('tells what was behind it, and what was thrown that is no error', async () => {
    const refused = Object.assign(new Error('connect 10.0.0.1'), { code: 'ECONNREFUSED' });
    const [line, thrown] = await written((log) => {
      log.error({ error: new TypeError('fetch failed', { cause: refused }) });
      log.error({ error: 'Jan Peeters' }, 'thrown');
    });
    expect(line?.['error']).toMatchObject({ name: 'TypeError', cause: { name: 'Error', code: 'ECONNREFUSED' } });
    expect(thrown).toMatchObject({ msg: 'thrown', error: { name: 'string', at: [] } });
  });
});
