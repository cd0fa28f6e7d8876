import { randomInt } from 'node:crypto';
import type { Logger } from 'pino';
import type { Answer, Turn } from '../../contracts/turn.js';
import { ourFault } from './invoke-answer.js';

export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

/** A turn that threw, with the number the person can quote and the log holds. */
export interface Failure {
  readonly number: string;
  readonly turn: Turn;
}

export interface TurnKeeper {
  onTurn(turn: Turn): Promise<Answer>;
  /** Says how to apologise: the answer for a pressed button, or a message put in the outbox. */
  onFailure?(failure: Failure): Answer | Promise<Answer>;
  readonly log: Log;
}

/**
 * Runs a turn and always gives an answer. A turn that throws is logged under a short number without anything a person
 * wrote, and answered with that number. It is never handed back to Teams as an HTTP error: a typed message would not
 * come again (Teams repeats only what is not answered within 15 s), and a repeat would meet the same fault.
 */
export async function carryOut(keeper: TurnKeeper, turn: Turn): Promise<Answer> {
  try {
    return await keeper.onTurn(turn);
  } catch (error) {
    const number = newNumber();
    keeper.log.error({ number, kind: turn.kind, verb: verbOf(turn), error }, 'turn failed');
    return apologise(keeper, { number, turn });
  }
}

async function apologise(keeper: TurnKeeper, failure: Failure): Promise<Answer> {
  const plain = {
    kind: 'error' as const,
    code: ourFault,
    message: `Er ging bij ons iets mis. Probeer het opnieuw, of geef dit nummer door: ${failure.number}.`,
  };
  try {
    return (await keeper.onFailure?.(failure)) ?? plain;
  } catch (error) {
    keeper.log.error({ number: failure.number, error }, 'apology failed');
    return plain;
  }
}

const signs = '23456789BCDFGHJKMNPQRSTVWXZ';

/** Six signs that can be read out over the phone. */
function newNumber(): string {
  return Array.from({ length: 6 }, () => signs[randomInt(signs.length)]).join('');
}

function verbOf(turn: Turn): string | undefined {
  return turn.kind === 'press' ? turn.verb : undefined;
}
