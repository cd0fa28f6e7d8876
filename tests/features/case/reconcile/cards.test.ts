import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { nothingReconciled } from '../../../../src/domain/case/reconcile.js';
import { languages, type Language } from '../../../../src/domain/language.js';
import { reconcileBegun } from '../../../../src/features/case/reconcile/reconcile-begun.js';
import { reconcileNow } from '../../../../src/features/case/reconcile/reconcile-now.js';
import { reconciled } from '../../../../src/features/case/reconcile/reconciled.js';
import type { Json } from '../../../../src/platform/teams/cards/json-tree.js';
import { loadCards } from '../../../../src/platform/teams/cards/load-cards.js';
import { sectionOf } from '../../../../src/texts/index.js';
import { cardFaults } from '../../../house/rules/card-rules.js';
import { actionContext, actor, organisation, viewContext } from '../../../support/given.js';

const root = resolve(import.meta.dirname, '../../../../cards');
const cards = loadCards(root);
const mended = { ...nothingReconciled, cases: 128, withoutNextStep: 2, clocksMade: 2, postsMade: 1 };

const drawings = {
  'reconcile-begun': [
    { name: 'begun', data: (language: Language) => reconcileBegun.fill({}, viewContext({ language })) },
  ],
  reconciled: [
    { name: 'mended', data: (language: Language) => reconciled.fill(mended, viewContext({ language })) },
    {
      name: 'all well',
      data: (language: Language) => reconciled.fill({ ...nothingReconciled, cases: 128 }, viewContext({ language })),
    },
  ],
};

describe.each(Object.entries(drawings))('the card %s', (slug, drawn) => {
  test.each(drawn)('($name) is drawn in both languages', ({ data }) => {
    for (const language of languages) {
      const host = sectionOf(language, 'reconcile', slug);
      expect(cardFaults(cards.render(slug, { root: data(language), host }) as Json)).toEqual([]);
    }
  });

  test('has the samples that it really fills', () => {
    const file = join(root, `reconcile/${slug}.sample.json`);
    const filled = drawn.map(({ name, data }) => ({ name, data: data('nl') }));
    if (process.env['WRITE_SAMPLES'] === '1') writeFileSync(file, `${JSON.stringify(filled, null, 2)}\n`);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(filled)));
  });
});

test.each([
  ['desk', null],
  ['clb', { refused: 'only-desk' }],
  ['provider', { refused: 'only-desk' }],
] as const)('reconcile-now, asked by the %s', (kind, refused) => {
  const context = actionContext({ actor: actor({ organisations: [organisation({ kind })] }) });
  expect(reconcileNow.may({}, context)).toEqual(refused);
});
