import { view } from '../../contracts/action.js';
import { intakeStopsOf, type IntakeStop } from '../../domain/intake/index.js';
import type { Typed } from '../../domain/draft.js';
import type { Language } from '../../domain/language.js';
import { textAt, texts } from '../../texts/index.js';
import { draftSubject } from './draft-subject.js';
import { loadDraft, mayOpen } from './load-draft.js';
import { intakeTitle } from './step-form.js';

/** Only broad basic care was gone through: other lines help than when increased care was. */
const lineKey = (stop: IntakeStop, typed: Typed): string =>
  stop === 'care-not-gone-through' && typed['carePhase'] === 'broad-basic-care' ? 'care-not-begun' : stop;

/** What has to happen first, and who can help with it. */
function stopOf(stop: IntakeStop, typed: Typed, language: Language) {
  const section = `intake.intake-stopped.stops.${lineKey(stop, typed)}`;
  return {
    heading: textAt(language, `${section}.heading`),
    text: textAt(language, `${section}.text`),
    lines: textAt(language, `${section}.lines`)?.split('\n') ?? [],
  };
}

/** The intake stops kindly (R2, R20): nothing is referred, nothing is lost, and there is a way on. */
export const intakeStopped = view({
  slug: 'intake-stopped',
  audience: 'one-person',
  params: draftSubject,
  async load(read, params) {
    const loaded = await loadDraft(read, params);
    return 'refused' in loaded ? null : loaded;
  },
  may: (facts, actor) => mayOpen(facts, { actor }),
  fill(facts, { language }) {
    const { draft } = facts;
    const stops = intakeStopsOf(draft.typed);
    const danger = stops.includes('danger');
    const t = texts(language);
    return {
      draftId: draft.id,
      title: intakeTitle(facts, language),
      heading: t(danger ? 'intake.intake-stopped.danger' : 'intake.intake-stopped.not-yet'),
      stops: stops.map((stop) => stopOf(stop, draft.typed, language)),
    };
  },
  summary: (_facts, { language }) => texts(language)('intake.intake-stopped.summary'),
});
