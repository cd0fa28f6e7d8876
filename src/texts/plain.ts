/** Signs that steer the writing direction or the screen: they could make a text read as something else. */
const STEERING = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200E\u200F\u061C\u202A-\u202E\u2066-\u206F\uFFF9-\uFFFB]+/g;
/**
 * Signs without width, which make two names look the same: spaces, joiners, soft hyphens, fillers, tags. A joiner stays where a script
 * or a picture needs one: between letters of Arabic or Indic scripts, before an emoji.
 */
const UNSEEN =
  /[\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B\u2060-\u2065\u3164\uFEFF\uFFA0\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]|(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{M}])\u200C|(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D/gu;
/** Markdown anywhere in a line. `<` and `&` only where they would start a tag or an entity. */
const ANYWHERE = /[\\`*_[\]]|~(?=~)|<(?=[A-Za-z/!?])|&(?=#|[A-Za-z])|(?<=\{)\{/g;
/** Markdown at the start of a line: heading, quote, list, rule. */
const AT_START = /^(\d{1,9}(?=[.)])|(?=[#>+=-]))/;

/**
 * A text that a person typed, so that a TextBlock or a fact shows it as it was typed: Markdown escaped, each line on
 * its own. Only for text that is drawn as Markdown; titles of buttons, choices and values of inputs stay as they are.
 */
export function plain(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(UNSEEN, '')
    .replace(STEERING, ' ')
    .split(/\n+/)
    .map(plainLine)
    .filter((line) => line !== '')
    .join('\n\n');
}

const plainLine = (line: string): string => line.trim().replace(ANYWHERE, '\\$&').replace(AT_START, '$1\\');
