import type { Keys } from '../storage/keys/seal.js';
import { countFiguresAnew } from './count-figures-anew.js';
import { drawCardsAnew } from './draw-cards-anew.js';
import { moveToPostgres } from './move-to-postgres.js';
import { rotateKeys } from './rotate-keys.js';

/** What commands are done with. */
export interface CommandSettings {
  readonly dataDirectory: string;
  readonly databaseUrl: string | null;
  readonly keys: Keys;
  /** Where the keys of the trails stand. */
  readonly keyFile: string;
}

/** Something that is done once, beside the running of the bot, by who keeps it running. */
export interface Command {
  /** `npm start -- <name>`. */
  readonly name: string;
  /** In a sentence what it does. */
  readonly what: string;
  /** Does it; throws what is wrong, in a sentence where it can be mended. `say`: a line of progress or outcome. */
  run(settings: CommandSettings, say: (line: string) => void): Promise<void>;
}

export const commands: readonly Command[] = [rotateKeys, moveToPostgres, countFiguresAnew, drawCardsAnew];

/** There is no such command; says which there are. */
export class UnknownCommand extends Error {
  override readonly name = 'UnknownCommand';

  constructor(name: string) {
    const known = commands.map((command) => `  ${command.name}: ${command.what}`).join('\n');
    super(`There is no command ${JSON.stringify(name)}. There is:\n${known}\nWithout a name the bot starts.`);
  }
}

/** The command of this name. Throws {@link UnknownCommand}. */
export function commandCalled(name: string): Command {
  const command = commands.find((one) => one.name === name);
  if (command === undefined) throw new UnknownCommand(name);
  return command;
}
