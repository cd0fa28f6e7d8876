import { describe, expect, test } from '@jest/globals';
import { figureNames } from '../../../src/domain/figures/index.js';
import { ruleSlugs, thresholdOf } from '../../../src/domain/workgroup/signal-rules.js';
import { languages } from '../../../src/domain/language.js';
import { textAt } from '../../../src/texts/index.js';

const sentencesOf = (text: string | null): number => (text ?? '').split(/(?<=\.) /).length;

describe.each(languages)('in %s', (language) => {
  test.each([...figureNames])('the definition of %s says as much as the Dutch one, sentence by sentence', (name) => {
    const key = `figures.${name}.definition`;
    expect(sentencesOf(textAt(language, key))).toBe(sentencesOf(textAt('nl', key)));
  });

  test.each([...figureNames])('the figure %s has a name and says what it counts', (name) => {
    for (const what of ['name', 'definition']) expect(textAt(language, `figures.${name}.${what}`)).not.toBeNull();
  });

  test.each(ruleSlugs)('the rule %s is written on its signal', (slug) => {
    const values = { count: 7, region: 'AHV', ageGroup: '12–13 jaar', reason: 'leeftijd', span: 'dit trimester' };
    expect(textAt(language, `figures.rules.${slug}.name`)).not.toBeNull();
    expect(textAt(language, `figures.rules.${slug}.sentence`, values)).toContain('7');
    const rule = textAt(language, `figures.rules.${slug}.rule`, { threshold: thresholdOf(slug) });
    expect(rule).toContain(String(thresholdOf(slug)));
  });
});
