import { ConfigError, readConfig } from '../../src/config.js';

/** What is told about this environment; nothing when the bot would start. */
export function problems(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}
