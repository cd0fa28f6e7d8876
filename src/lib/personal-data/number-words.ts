import { wordsIn, type Word } from './words.js';

const units = 'nul|een|twee|drie|vier|vijf|zes|zeven|acht|negen|zero|one|two|three|four|five|six|seven|eight|nine';
const teens = 'tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien';
const tens = 'twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig';
const oneDigit = new RegExp(`^(?:${units})$`);
const twoDigits = new RegExp(`^(?:${teens}|(?:(?:${units})en)?(?:${tens}))$`);

const digitsOf = ({ plain }: Word): number => {
  if (oneDigit.test(plain)) return 1;
  return twoDigits.test(plain) ? 2 : 0;
};

/** Number words after each other, with how many digits they stand for. */
export interface NumberWordRun {
  readonly at: number;
  readonly length: number;
  readonly digitCount: number;
  readonly startsWithZero: boolean;
}

const runOf = (words: readonly [Word, ...Word[]]): NumberWordRun => ({
  at: words[0].at,
  length: (words.at(-1) ?? words[0]).end - words[0].at,
  digitCount: words.reduce((sum, word) => sum + digitsOf(word), 0),
  startsWithZero: ['nul', 'zero'].includes(words[0].plain),
});

/** Takes a text; gives each row of number words that have only spaces, commas, stops, slashes or hyphens between them. */
export const numberWordRuns = (text: string): NumberWordRun[] => {
  const runs: [Word, ...Word[]][] = [];
  let open = false;
  for (const word of wordsIn(text)) {
    const isNumber = digitsOf(word) > 0;
    const last = runs.at(-1);
    if (isNumber && open && last && /^[\s,./-]*$/.test(word.gap)) last.push(word);
    else if (isNumber) runs.push([word]);
    open = isNumber;
  }
  return runs.map(runOf);
};
