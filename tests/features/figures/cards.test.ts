import type { Action, View } from '../../../src/contracts/action.js';
import { isRefusal } from '../../../src/contracts/outcome.js';
import type { Figures } from '../../../src/domain/figures/index.js';
import { choosePeriod } from '../../../src/features/figures/choose-period.js';
import { deskFigures } from '../../../src/features/figures/desk-figures.js';
import { figuresFiles } from '../../../src/features/figures/figures-files.js';
import { checkDrawings, type Drawing } from '../../support/drawings.js';
import { viewContext } from '../../support/given.js';
import { atDesk, nothing, readOf } from './world.js';

const thisYear = { from: '2026-09-01', until: '2026-11-17' };

const ofView = (
  view: View,
  name: string,
  figures: Figures | 'behind' | undefined,
  params: object = thisYear,
): Drawing => ({
  feature: 'figures',
  slug: view.slug,
  name,
  async data(language) {
    const context = viewContext({ language });
    return view.fill(await view.load(readOf(figures), view.params.parse(params), context), context);
  },
});

const ofForm = (
  action: Action,
  name: string,
  typed: Record<string, string>,
  errors: Record<string, string>,
): Drawing => ({
  feature: 'figures',
  slug: action.slug,
  name,
  async data(language) {
    const context = { ...atDesk, actor: { ...atDesk.actor, language } };
    const loaded = await action.load(readOf(), {}, context);
    if (isRefusal(loaded)) throw new Error(`refused: ${loaded.refused}`);
    return { ...action.form?.(loaded, context, { typed, errors }), errors };
  },
});

checkDrawings([
  ofView(deskFigures as View, 'this school year', undefined),
  ofView(deskFigures as View, 'nothing yet', nothing, { from: '2026-11-01', until: '2026-11-17' }),
  ofView(deskFigures as View, 'still being counted', 'behind', { from: '2024-01-01', until: '2024-01-02' }),
  ofView(figuresFiles as View, 'an hour', undefined),
  ofForm(choosePeriod as Action, 'empty', {}, {}),
  ofForm(
    choosePeriod as Action,
    'backwards',
    { first: '2026-11-02', last: '2026-11-01' },
    { last: 'De laatste dag ligt voor de eerste dag.' },
  ),
]);
