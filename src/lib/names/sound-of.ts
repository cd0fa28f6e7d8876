import { doubleMetaphone } from 'double-metaphone';

/** The package hears no difference between 'Tina' and 'Dina', 'Sara' and 'Zara'; at the head of a word people do. */
const voiced = /^[bdgvz]/;

/** Before a vowel, at the head or after another vowel, 'y' and 'j' are consonants: 'Yasmine', 'Maya'. */
const glide = /(?<=^|[aeiou])[yj](?=[aeiou])/g;

/**
 * Vowels as they sound, however they are written: 'oe', 'ou', 'o' and 'u' are one, 'ij', 'ei' and 'y' too. Two vowels that
 * are said apart ('Mia', 'Leo') stay two.
 */
const sounds: Readonly<Record<'a' | 'e' | 'i' | 'u', RegExp>> = {
  a: /^(?:aey|ae|aa|ai|ay|a)$/,
  e: /^(?:ee|eu|e)$/,
  i: /^(?:ij|ie|ei|ey|uy|ui|y|i)$/,
  u: /^(?:eau|ou|oe|au|oo|uu|ue|o|u)$/,
};
const vowel = /eau|ou|oe|au|oo|uu|ue|ij|ie|ei|ey|uy|ui|aey|ae|aa|ai|ay|ee|eu|[aeiouy]/g;

const soundOf = (written: string): string =>
  Object.entries(sounds).find(([, pattern]) => pattern.test(written))?.[0] ?? written;

/** The vowels of a word with a rest for the consonants between them: 'Elias' is 'e-ia-', 'Elisa' 'e-i-a'. */
function melodyOf(word: string): string {
  const spoken = word.replace(/(?<=[aeiou])h$/, '').replace(glide, '-');
  return spoken.replace(vowel, (written) => soundOf(written).toUpperCase()).replace(/[^AEIU]+/g, '-');
}

/** A word with so many consonants is told by them, its first vowel and how many follow: 'Mohamed', 'Muhammad'. */
const enoughConsonants = 4;

const melodyWith = (consonants: string, melody: string): string => {
  const told = consonants.replace(/^A/, '').length >= enoughConsonants;
  return told ? melody.replace(/(?<=[AEIU].*)[AEIU]/g, '.') : melody;
};

/**
 * How a word of a name sounds, one code or two where its spelling may be said in two ways: 'Mohamed' and 'Mohammed' share
 * one, 'Lina' and 'Luna' do not. Takes a word of plain small letters.
 */
export function soundsOf(word: string): readonly string[] {
  const head = voiced.exec(word)?.[0] ?? '';
  const melody = melodyOf(word);
  return [
    ...new Set(doubleMetaphone(word).map((consonants) => `${head}${consonants} ${melodyWith(consonants, melody)}`)),
  ];
}
