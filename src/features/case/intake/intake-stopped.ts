import { view, type ViewContext } from '../../../contracts/action.js';
import { looks } from '../../../contracts/strip.js';
import type { HelpLine } from '../../../domain/helpline/help-line.js';
import { kindsOf, type CarePhase } from '../../../domain/helpline/kinds.js';
import { formOf, intakeStopsOf, type IntakeStop } from '../../../domain/intake/index.js';
import type { Typed } from '../../../domain/draft.js';
import type { Language } from '../../../domain/language.js';
import { textAt, texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { draftSubject } from './draft-subject.js';
import { ageOf, linesForDraft, phaseOfStop, regionOf } from './lines-for.js';
import { loadDraft, mayOpen, type LoadedDraft } from './load-draft.js';
import { intakeTitle } from './step-form.js';

interface StoppedFacts extends LoadedDraft {
  /** The help lines of the phases that come first, in the region and for the age as far as they are known. */
  readonly found: readonly HelpLine[];
}

/** Only broad basic care was gone through: other lines help than when increased care was. */
const sectionOf = (stop: IntakeStop, typed: Typed): string =>
  stop === 'care-not-gone-through' && typed['carePhase'] === 'broad-basic-care' ? 'care-not-begun' : stop;

/** The phases of the stops, each once, in their order. */
const phasesOf = (stops: readonly IntakeStop[], typed: Typed): CarePhase[] => [
  ...new Set(stops.map((stop) => phaseOfStop(stop, typed)).filter((phase) => phase !== null)),
];

/** 'Leersteuncentrum: Leersteun Voorbeeld, 016 00 00 00', or only the kind where nobody was filled in. */
function kindLine(kind: HelpLine['kind'] & string, found: readonly HelpLine[], language: Language): string {
  const name = texts(language)(`helplines.kinds.${kind}.name`);
  const line = found.find((one) => one.kind === kind);
  if (line === undefined) return name;
  return `${name}: ${[line.name, line.phone ?? line.email]
    .filter((part) => part !== null)
    .map((part) => plain(part))
    .join(', ')}`;
}

/** What has to happen first, and who can help with it. A phase is told with the first stop that asks for it. */
function stopsOf({ draft, found }: StoppedFacts, language: Language) {
  const told = new Set<CarePhase>();
  return intakeStopsOf(draft.typed).map((stop) => {
    const section = `intake.intake-stopped.stops.${sectionOf(stop, draft.typed)}`;
    const phase = phaseOfStop(stop, draft.typed);
    const isNew = phase !== null && !told.has(phase);
    if (phase !== null) told.add(phase);
    return {
      heading: textAt(language, `${section}.heading`),
      text: [textAt(language, `${section}.text`), isNew ? textAt(language, `${section}.help`) : null]
        .filter((sentence) => sentence !== null)
        .join(' '),
      lines: isNew
        ? kindsOf(phase).map((kind) => kindLine(kind, found, language))
        : (textAt(language, `${section}.lines`)?.split('\n') ?? []),
    };
  });
}

/** The button to all lines of the first phase; none when somebody is in danger (R20). */
function linesOf({ draft, clb }: StoppedFacts, { calendar, now }: ViewContext) {
  const stops = intakeStopsOf(draft.typed);
  const [phase] = phasesOf(stops, draft.typed);
  if (stops.includes('danger') || phase === undefined) return null;
  return linesForDraft(draft, clb, calendar.dayOf(now), phase, 'stopped');
}

/** The intake stops kindly (R2, R20): nothing is referred, nothing is lost, and there is a way on. */
export const intakeStopped = view({
  slug: 'intake-stopped',
  audience: 'one-person',
  params: draftSubject,
  async load(read, params, { calendar, now }): Promise<StoppedFacts | null> {
    const loaded = await loadDraft(read, params);
    if ('refused' in loaded) return null;
    const { typed } = loaded.draft;
    const region = regionOf(typed, loaded.clb);
    const age = ageOf(typed, calendar.dayOf(now));
    const found: HelpLine[] = [];
    for (const phase of phasesOf(intakeStopsOf(typed), typed))
      found.push(
        ...(await read.helpLines({ phase, ...(region === null ? {} : { region }), ...(age === null ? {} : { age }) })),
      );
    return { ...loaded, found };
  },
  may: (facts, actor) => mayOpen(facts, { actor }),
  fill(facts, context) {
    const { language } = context;
    const { draft } = facts;
    const danger = intakeStopsOf(draft.typed).includes('danger');
    const t = texts(language);
    return {
      draftId: draft.id,
      form: formOf('describe-pupil', draft.typed),
      title: intakeTitle(facts, language),
      heading: t(danger ? 'intake.intake-stopped.danger' : 'intake.intake-stopped.not-yet'),
      strip: danger ? looks.failed : looks.waits,
      stops: stopsOf(facts, language),
      lines: linesOf(facts, context),
    };
  },
  summary: (_facts, { language }) => texts(language)('intake.intake-stopped.summary'),
});
