import { expect, test } from '@jest/globals';
import { keepTogether } from '../../src/texts/keep-together.js';

test.each([
  ['tegen ma 30 nov., 17.30 u.', 'tegen ma\u00A030\u00A0nov., 17.30\u00A0u.'],
  ['do 14 jan. 2027, 14 u.', 'do\u00A014\u00A0jan.\u00A02027, 14\u00A0u.'],
  ['Thu 14 Jan 2027', 'Thu\u00A014\u00A0Jan\u00A02027'],
  ['3 × gesteund', '3\u00A0× gesteund'],
  ['by Mon 30 Nov', 'by Mon\u00A030\u00A0Nov'],
  ['12–18 jaar · BSO', '12–\u206018\u00A0jaar\u00A0· BSO'],
  ['± 6 weken', '±\u00A06\u00A0weken'],
  ['bel 016 12 34 56 of 0470 12 34 56', 'bel 016\u00A012\u00A034\u00A056 of 0470\u00A012\u00A034\u00A056'],
  ['Aanmelding 2026-0042 · BSO', 'Aanmelding 2026-0042\u00A0· BSO'],
  ['● Nieuw', '●\u00A0Nieuw'],
  ['Asse–Halle–Vilvoorde', 'Asse–Halle–Vilvoorde'],
])('in “%s” no line breaks inside what belongs together', (text, kept) => {
  expect(keepTogether(text)).toBe(kept);
});
