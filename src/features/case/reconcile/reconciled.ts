import { z } from 'zod';
import { actsFor } from '../../../contracts/actor.js';
import { view, type ViewContext } from '../../../contracts/action.js';
import { foundSomething } from '../../../domain/case/reconcile.js';
import type { Reconciled } from '../../../domain/reconciled.js';
import { texts } from '../../../texts/index.js';

const count = z.coerce.number().default(0);

/** What was found, as it is handed on. */
export const reconciledSchema = z.object({
  cases: count,
  clocksMade: count,
  clocksDropped: count,
  postsMade: count,
  postsSentAgain: count,
  withoutNextStep: count,
});

/** What the run over all open cases found and mended. Counts only. */
export const reconciled = view({
  slug: 'reconciled',
  audience: 'stored',
  params: reconciledSchema,
  load: (_read, params) => Promise.resolve(params satisfies Reconciled),
  may: (_facts, actor) => (actsFor(actor, 'desk') === null ? { refused: 'only-desk' } : null),
  fill: (found, context) => ({ sentence: sentenceOf(found, context), facts: factsOf(found, context) }),
  summary: (found, context) => sentenceOf(found, context),
});

const sentenceOf = (found: Reconciled, { language }: ViewContext): string =>
  texts(language)(foundSomething(found) ? 'reconcile.reconciled.mended' : 'reconcile.reconciled.all-well', {
    cases: found.cases,
  });

const factsOf = (found: Reconciled, { language }: ViewContext) =>
  (['withoutNextStep', 'clocksMade', 'clocksDropped', 'postsMade', 'postsSentAgain'] as const).map((key) => ({
    title: texts(language)(`reconcile.reconciled.${key}`),
    value: String(found[key]),
  }));
