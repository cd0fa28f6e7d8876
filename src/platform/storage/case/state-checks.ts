import { presenceOf, referralStates, stateColumns } from '../../../domain/case/states.js';

const column = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** One check per state, made from the table of states: what it must know is there, what it cannot know is not. */
export function stateChecks(): { readonly name: string; readonly check: string }[] {
  return referralStates.map((state) => {
    const terms = stateColumns.flatMap((one) => {
      const presence = presenceOf(state, one);
      if (presence === 'may') return [];
      return [`${column(one)} is ${presence === 'must' ? 'not null' : 'null'}`];
    });
    return { name: `referral_${state.replaceAll('-', '_')}`, check: `state <> '${state}' or (${terms.join(' and ')})` };
  });
}

/** The states that exist. */
export const stateNamesCheck = (): string => `state in (${referralStates.map((state) => `'${state}'`).join(', ')})`;
