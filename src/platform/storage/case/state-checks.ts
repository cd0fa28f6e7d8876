import { presenceOf, referralStates, stateColumns } from '../../../domain/case/states.js';
import { trajectoryColumns, trajectoryPresence, trajectoryStates } from '../../../domain/trajectory/states.js';

interface Check {
  readonly name: string;
  readonly check: string;
}

/** What each state of some kind of row knows. */
interface StateTable<State extends string, Column extends string> {
  readonly table: string;
  readonly states: readonly State[];
  readonly columns: readonly Column[];
  readonly presence: (state: State, column: Column) => 'must' | 'may' | 'no';
}

const columnName = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** One check per state, made from the table of states: what it must know is there, what it cannot know is not. */
const checksOf = <State extends string, Column extends string>({
  table,
  states,
  columns,
  presence,
}: StateTable<State, Column>): Check[] =>
  states.map((state) => {
    const terms = columns.flatMap((column) => {
      const there = presence(state, column);
      return there === 'may' ? [] : [`${columnName(column)} is ${there === 'must' ? 'not null' : 'null'}`];
    });
    return { name: `${table}_${state.replaceAll('-', '_')}`, check: `state <> '${state}' or (${terms.join(' and ')})` };
  });

const namesCheck = (states: readonly string[]): string => `state in (${states.map((one) => `'${one}'`).join(', ')})`;

const referral = { table: 'referral', states: referralStates, columns: stateColumns, presence: presenceOf };
const trajectory = {
  table: 'trajectory',
  states: trajectoryStates,
  columns: trajectoryColumns,
  presence: trajectoryPresence,
};

export const stateChecks = (): Check[] => checksOf(referral);
/** The states that exist. */
export const stateNamesCheck = (): string => namesCheck(referralStates);

/** The same of a trajectory: its states, and what each of them knows. */
export const trajectoryChecks = (): Check[] => [
  { name: 'trajectory_states', check: namesCheck(trajectoryStates) },
  ...checksOf(trajectory),
];
