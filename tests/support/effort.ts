import { buttonsOf, inputsOf, type Conversation, type Person, type Pressed } from './fake-teams/index.js';

/** What a story asks of somebody, and how much is sent to that person meanwhile. */
export interface Effort {
  /** Buttons and pressable rows, and every line that was typed to the bot to start something. */
  readonly presses: number;
  /** Lists and ticks that had to be touched: what stood there already is not counted. */
  readonly choices: number;
  /** Fields that had to be typed in. */
  readonly typed: number;
  /** Messages of the bot in the places this person reads; a card that changes itself is none. */
  readonly messages: number;
}

type Filled = NonNullable<Parameters<Person['presses']>[1]>;
type Options = NonNullable<Parameters<Person['presses']>[2]>;

const isChoice = (type: unknown): boolean => type === 'Input.ChoiceSet' || type === 'Input.Toggle';

/**
 * Somebody whose work is counted: give `who` to the walkers instead of the person. `in` are the places whose messages
 * count, without it the personal chat.
 */
export function counted(
  person: Person,
  places: readonly Conversation[] = [person.personal],
): { readonly who: Person; effort(): Effort } {
  const received = (): number => places.reduce((sum, place) => sum + messagesIn(place), 0);
  const before = received();
  const tally = { presses: 0, choices: 0, typed: 0 };
  const says: Person['says'] = (...given) => {
    tally.presses += 1;
    return person.says(...given);
  };
  const presses = async (title: string, filled: Filled = {}, options: Options = {}): Promise<Pressed> => {
    const touched = inputsTouched(person, title, filled, options);
    const result = await person.presses(title, filled, options);
    tally.presses += 1;
    for (const input of touched) tally[isChoice(input['type']) ? 'choices' : 'typed'] += 1;
    return result;
  };
  const who = new Proxy(person, {
    get(target, key) {
      if (key === 'says') return says;
      if (key === 'presses') return presses;
      const own: unknown = Reflect.get(target, key, target);
      return typeof own === 'function' ? (own.bind(target) as unknown) : own;
    },
  });
  return { who, effort: () => ({ ...tally, messages: received() - before }) };
}

const messagesIn = (place: Conversation): number =>
  place.messages.filter(({ author, deleted }) => author === 'bot' && !deleted).length;

/** The inputs that are filled in with this press and stood there otherwise. */
function inputsTouched(person: Person, title: string, filled: Filled, options: Options) {
  const named = Object.entries(filled).filter(([, value]) => value !== '');
  if (named.length === 0) return [];
  const card = person.card(options);
  if (!buttonsOf(card).some((button) => button.title === title)) return [];
  const inputs = inputsOf(card);
  return named.flatMap(([id, value]) => {
    const input = inputs.find((one) => one['id'] === id);
    return input === undefined || String(input['value'] ?? '') === String(value) ? [] : [input];
  });
}
