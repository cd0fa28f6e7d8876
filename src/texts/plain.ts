/** Signs that steer the writing direction or are not seen: they could make a text read as something else. */
const UNSEEN = /[\u0000-\u0009\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]+/g;
/** Markdown anywhere in a line. `<` and `&` only where they would start a tag or an entity. */
const ANYWHERE = /[\\`*_[\]]|~(?=~)|<(?=[A-Za-z/!?])|&(?=#|[A-Za-z])|(?<=\{)\{/g;
/** Markdown at the start of a line: heading, quote, list, rule. */
const AT_START = /^(\d{0,9})([#>+=.)-])/;

/**
 * A text that a person typed, so that a TextBlock or a fact shows it as it was typed: Markdown escaped, each line on
 * its own. Only for text that is drawn as Markdown; titles of buttons, choices and values of inputs stay as they are.
 */
export function plain(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(UNSEEN, ' ')
    .split(/\n+/)
    .map(plainLine)
    .filter((line) => line !== '')
    .join('\n\n');
}

const plainLine = (line: string): string => line.trim().replace(ANYWHERE, '\\$&').replace(AT_START, '$1\\$2');
