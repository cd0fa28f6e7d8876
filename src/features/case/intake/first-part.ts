import type { ActionContext, CardData } from '../../../contracts/action.js';
import type { LinesDoor } from '../../../contracts/lines-door.js';
import { isRefusal, type Outcome, type Refusal, type Reply } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { Typed } from '../../../domain/draft.js';
import {
  formOf,
  intakeStopsOf,
  readForm,
  regionChoices,
  type IntakeForm,
  type KnownSchool,
  type Parsed,
} from '../../../domain/intake/index.js';
import type { Language } from '../../../domain/language.js';
import { municipalityOfNis } from '../../../lib/region/index.js';
import { texts } from '../../../texts/index.js';
import { submitStep } from './keep-draft.js';
import { linesForDraft } from './lines-for.js';
import { missedInList, placeChoices, schoolChoices, shownInList } from './known-schools.js';
import { loadDraft, type LoadedDraft } from './load-draft.js';
import { wordsIn } from './questions-shown.js';
import { regionBox, regionSentence } from './region-sentences.js';
import { localityChoices } from './locality-choices.js';
import { stepForm, type FormContext } from './step-form.js';
import { intakeForm } from './intake-form.js';
import { caseViews } from '../case-views.js';

type FirstForm = Extract<IntakeForm, 'describe-pupil' | 'describe-group'>;

/** In `tried`: the choice of region was asked before, so that leaving it open is now wrong. */
const regionAsked = 'region-asked';

/** The municipality of the CLB; null when the desk did not fill it in. */
const ownPlace = ({ clb }: Pick<LoadedDraft, 'clb'>): string | null =>
  municipalityOfNis(clb?.municipality ?? '')?.name ?? null;

/** The CLB's municipality is known: it stands there already. */
function withClb(loaded: LoadedDraft): Typed {
  const { typed } = loaded.draft;
  const known = ownPlace(loaded);
  return typed['clbPlace'] === undefined && known !== null ? { ...typed, clbPlace: known } : typed;
}

/** Other help is shown outside the province, where no region fits (R7). */
const linesOf = ({ id, typed }: LoadedDraft['draft'], asked: boolean, today: string): LinesDoor | null =>
  asked && regionChoices(typed)[0] === 'outside'
    ? linesForDraft({ id, typed }, null, today, 'through-clb', 'outside')
    : null;

/** The choice of a region is asked first, and only then missed. */
function judged(form: FirstForm, { typed, tried }: LoadedDraft['draft'], today: string): Parsed<null> {
  const read = readForm(form, typed, today);
  if (read.ok || tried.includes(regionAsked)) return read;
  const told = Object.entries(read.errors).filter(([field]) => field !== 'region');
  return { ok: false, errors: Object.fromEntries(told) };
}

/** A draft with the schools to choose from. */
export interface FirstPart extends LoadedDraft {
  readonly schools: readonly KnownSchool[];
}

/** Loads the draft of a press in the first part. */
export async function loadFirstPart(
  read: Read,
  subject: Parameters<typeof loadDraft>[1],
): Promise<FirstPart | Refusal> {
  const loaded = await loadDraft(read, subject);
  return isRefusal(loaded) ? loaded : { ...loaded, schools: await read.schoolsOf(loaded.draft.clbId) };
}

/** The first part as it is filled in: who it is about and which region that is (R2, R3, R6, R7, R20). */
export function firstPartForm(loaded: FirstPart, context: FormContext, form: FirstForm): CardData {
  const { language } = context.actor;
  const draft = { ...loaded.draft, typed: withClb(loaded) };
  const today = context.calendar.dayOf(context.now);
  const asked = draft.tried.includes(form);
  const t = texts(language);
  const box = asked ? regionBox(draft.typed, language) : null;
  const { schools } = loaded;
  return stepForm(
    { ...loaded, draft: { ...draft, typed: shownInList(draft.typed, schools) } },
    context,
    form,
    {
      why: wordsIn(form, 'why', language),
      choices: { ...schoolChoices(schools), ...placeChoices(schools, ownPlace(loaded)) },
      meant: asked ? localityChoices(draft.typed, language) : {},
      danger: t('intake.first-part.danger'),
      inDanger: t('intake.first-part.in-danger'),
      forGroup: form === 'describe-pupil' ? t('intake.first-part.for-group') : null,
      told: box === null ? regionSentence(draft.typed, language) : null,
      box: box === null ? null : { ...box, ...choiceOfRegion(form, draft, today, language) },
      lines: linesOf(draft, asked, today),
    },
    missedInList(judged(form, draft, today), schools),
  );
}

/** The choice that stands in the box, with what is wrong with it. */
function choiceOfRegion(form: FirstForm, draft: LoadedDraft['draft'], today: string, language: Language) {
  const read = judged(form, draft, today);
  const fault = read.ok ? undefined : read.errors['region'];
  return {
    label: texts(language)('intake.first-part.region'),
    value: draft.typed['region'] ?? null,
    error: fault === undefined ? null : wordsIn(form, `errors.${fault}`, language),
  };
}

type Fields = Readonly<Record<string, string | undefined>>;

/**
 * "Verder" in the first part. What stops it comes before everything (R2, R20); then whom it is about, when another form
 * belongs to that; then `beside`: what has to be asked although all may be right.
 */
export function submitFirstPart(
  loaded: LoadedDraft,
  context: ActionContext,
  form: FirstForm,
  fields: Fields,
  beside: (typed: Typed) => Reply | null = () => null,
): Outcome {
  const { typed: before, tried, id: draftId } = loaded.draft;
  const asked = tried.includes(form) && regionChoices(before).length > 0;
  return submitStep(loaded, context, form, fields, {
    remarks: asked ? [regionAsked] : [],
    isTry: (typed) => isWhole(form, fields) && fields['danger'] !== 'yes' && formOf('describe-pupil', typed) === form,
    instead(typed) {
      if (intakeStopsOf(typed).length > 0) return caseViews.stopped.shown({ draftId });
      const right = formOf('describe-pupil', typed);
      return right === form ? beside(typed) : intakeForm(right).opened({ draftId });
    },
  });
}

/** A card of before the parts were one brings only some of the answers: that is no try, so nothing of it is wrong yet. */
const isWhole = (form: FirstForm, fields: Fields): boolean =>
  fields[form === 'describe-pupil' ? 'pupilName' : 'groupName'] !== undefined || fields['gate'] !== undefined;
