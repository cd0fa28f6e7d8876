import { action, type CardData } from '../../../contracts/action.js';
import type { LinesDoor } from '../../../contracts/lines-door.js';
import type { Language } from '../../../domain/language.js';
import { localityFields, readLocality, readWho, regionChoices } from '../../../domain/intake/index.js';
import { municipalityOfNis } from '../../../lib/region/index.js';
import type { Typed } from '../../../domain/draft.js';
import { texts } from '../../../texts/index.js';
import { stepSubject, stepFields } from './draft-subject.js';
import { submitStep } from './keep-draft.js';
import { ageOf, linesForDraft } from './lines-for.js';
import { loadDraft, mayEdit, type LoadedDraft } from './load-draft.js';
import { regionBox } from './region-sentences.js';
import type { Choice } from './questions-shown.js';
import { stepForm } from './step-form.js';

/** In `tried`: the choice of region was asked before, so that leaving it open is now wrong. */
const regionAsked = 'region-asked';

/** What may be meant at each locality that was not understood at once; null when there is nothing to ask. */
function localityChoices(typed: Typed, language: Language): Record<string, readonly Choice[] | null> {
  const elsewhere = texts(language)('intake.choose-region.elsewhere');
  return Object.fromEntries(
    localityFields.map((field) => {
      const reading = readLocality(typed, field);
      if (reading.kind !== 'ambiguous' && reading.kind !== 'unknown') return [field, null];
      const labels = [...reading.choices.map(({ label }) => label), elsewhere];
      return [field, labels.map((label) => ({ title: label, value: label }))];
    }),
  );
}

/** The CLB's municipality is known: it stands there already. */
function withClb({ draft, clb }: LoadedDraft): Typed {
  const known = municipalityOfNis(clb?.municipality ?? '')?.name;
  return draft.typed['clbPlace'] === undefined && known !== undefined
    ? { ...draft.typed, clbPlace: known }
    : draft.typed;
}

/** What the pupil's age and enrolment mean for the referral (R6, R8). */
function pupilInfo(typed: Typed, today: string, language: Language): string | null {
  const who = readWho(typed, today);
  if (!who.ok || who.value.kind === 'group') return null;
  const t = texts(language);
  const young = who.value.age < 12 ? [t('intake.choose-region.under-12')] : [];
  const free = who.value.enrolment === 'enrolled' ? [] : [t('intake.choose-region.not-enrolled')];
  return [...young, ...free].join('\n\n') || null;
}

/** Other help is shown for a pupil under 12 (R8), and outside the province, where no region fits (R7). */
function linesOf({ draft, clb }: LoadedDraft, typed: Typed, asked: boolean, today: string): LinesDoor | null {
  const given = { id: draft.id, typed };
  if (asked && regionChoices(typed)[0] === 'outside')
    return linesForDraft(given, null, today, 'through-clb', 'outside');
  return (ageOf(typed, today) ?? 12) < 12 ? linesForDraft(given, clb, today, 'through-clb', 'under-12') : null;
}

/** Step 3, the region (R7): explains itself, asks only when a locality or the region is not clear. */
export const chooseRegion = action({
  slug: 'choose-region',
  subject: stepSubject,
  fields: stepFields('choose-region'),
  load: loadDraft,
  may: mayEdit,
  form(loaded, context): CardData {
    const { language } = context.actor;
    const typed = withClb(loaded);
    const asked = loaded.draft.tried.includes('choose-region');
    const today = context.calendar.dayOf(context.now);
    const card = stepForm({ ...loaded, draft: { ...loaded.draft, typed } }, context, 'choose-region', {
      info: pupilInfo(typed, today, language),
      meant: asked ? localityChoices(typed, language) : {},
      box: asked ? regionBox(typed, language) : null,
      lines: linesOf(loaded, typed, asked, today),
    });
    const { region, ...errors } = card.errors;
    const told = region !== undefined && loaded.draft.tried.includes(regionAsked);
    return { ...card, errors: told ? { ...errors, region } : errors };
  },
  decide(loaded, fields, context) {
    const { typed, tried } = loaded.draft;
    const asked = tried.includes('choose-region') && regionChoices(typed).length > 0;
    return submitStep(loaded, context, 'choose-region', fields, { remarks: asked ? [regionAsked] : [] });
  },
});
