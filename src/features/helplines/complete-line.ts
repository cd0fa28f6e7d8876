import { z } from 'zod';
import { action, type ActionContext, type Filled } from '../../contracts/action.js';
import type { Outcome, Refusal, Reply } from '../../contracts/outcome.js';
import { differences, helpLineStatuses, type HelpLine } from '../../domain/helpline/help-line.js';
import { findMunicipality } from '../../lib/region/index.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { changedLine } from './changed-line.js';
import { loadKeeper, type Keeper } from './keeper.js';
import { textInput } from './line-inputs.js';
import { lineId, reportId } from './line-params.js';
import { languagesWords, municipalitiesWords } from './line-words.js';
import { keepersOnly } from './linked-only.js';
import { ofTheWork, personalErrors, personalFault, writtenIn } from './personal-fault.js';
import { lineCards } from './line-cards.js';
import { lineForms } from './line-forms.js';

/** Languages to choose from; others that a line has already stay. */
export const lineLanguages = [
  'nl',
  'fr',
  'en',
  'de',
  'ar',
  'tr',
  'es',
  'pl',
  'ro',
  'bg',
  'uk',
  'ru',
  'fa',
  'ps',
  'vgt',
] as const;

/** Municipalities, postal codes or sub-localities with commas between them; gives NIS codes. */
const municipalities = z
  .string()
  .max(1000, 'text-long')
  .default('')
  .transform((typed, issues) => {
    const parts = typed.split(/[,;\n]/).filter((part) => part.trim() !== '');
    const codes = parts.map((part) => {
      const answer = findMunicipality(part);
      if (answer.kind === 'found') return answer.municipality.nis;
      issues.addIssue({ code: 'custom', message: `municipality-${answer.kind}` });
      return null;
    });
    return [...new Set(codes.filter((code) => code !== null))];
  });

const languages = z
  .string()
  .default('')
  .transform((typed) => typed.split(',').filter((code) => /^[a-z]{2,3}$/.test(code)));

const fields = z.object({
  status: z.enum(helpLineStatuses, 'status-missing'),
  alert: textInput(200, 'text-long'),
  hoursNote: textInput(200, 'text-long'),
  eligibility: textInput(400, 'text-long'),
  languages,
  municipalities,
  notPersonal: ofTheWork,
});

const subject = z.object({ lineId, reportId: reportId.optional().catch(undefined) });

interface Loaded {
  readonly line: HelpLine;
  readonly keeper: Keeper;
  readonly report: z.output<typeof subject>['reportId'];
}

/**
 * The other data of a help line: whether it is open, what to know now, for whom, in which languages and municipalities.
 * Errors: `status-missing`, `text-long`, `municipality-unknown`, `municipality-ambiguous`, `municipality-outside`,
 * `personal`.
 */
export const completeLine = action({
  slug: 'complete-line',
  storable: true,
  subject,
  fields,
  async load(read, { lineId: id, reportId: report }): Promise<Loaded | Refusal> {
    const line = await read.helpLine(id);
    return line === null ? { refused: 'not-found' } : { line, keeper: await loadKeeper(read, line), report };
  },
  may: (_loaded, { actor }) => keepersOnly(actor),
  form: formOf,
  decide({ line, keeper, report }, { notPersonal, ...typed }, context): Outcome {
    const personal = personalErrors(typed, writtenIn(line), notPersonal, context);
    if (personal !== null) return { reply: lineForms.complete.again(subjectOf(line, report), personal) };
    const after = {
      ...line,
      ...typed,
      languages: inOldOrder(line.languages, typed.languages),
      municipalities: inOldOrder(line.municipalities, typed.municipalities),
    };
    const reply: Reply =
      report === undefined
        ? { ...lineCards.card.shown({ lineId: line.id }), note: { key: 'done' } }
        : { ...lineCards.report.shown({ reportId: report }), note: { key: 'line-mended' } };
    if (Object.keys(differences(line, after).after).length === 0) return { reply };
    const closed = typed.status !== line.status && (typed.status === 'inactive' || typed.status === 'defunct');
    const what = closed ? 'closed' : 'edited';
    return { ...changedLine({ before: line, after, what, keeper }, context), reply };
  },
});

/** What stood there already stays where it stood, so that another order is no change. */
const inOldOrder = (before: readonly string[], chosen: readonly string[]): string[] => [
  ...before.filter((one) => chosen.includes(one)),
  ...chosen.filter((one) => !before.includes(one)),
];

const subjectOf = ({ id }: HelpLine, report: Loaded['report']) => ({
  lineId: id,
  ...(report === undefined ? {} : { reportId: report }),
});

function formOf({ line, report }: Loaded, context: ActionContext, filled: Filled) {
  const { language } = context.actor;
  const { typed } = filled;
  const { mayInsist, errors } = personalFault(filled, writtenIn(line), context);
  const say = texts(language);
  const codes = [...new Set<string>([...lineLanguages, ...line.languages])];
  return {
    lineId: line.id,
    name: plain(line.name),
    reportId: report ?? null,
    statuses: helpLineStatuses.map((value) => ({ title: say(`helplines.status.${value}`), value })),
    languages: codes.map((value) => ({ title: languagesWords([value], language) ?? value, value })),
    typed: {
      status: typed['status'] ?? line.status,
      alert: typed['alert'] ?? line.alert,
      hoursNote: typed['hoursNote'] ?? line.hoursNote,
      eligibility: typed['eligibility'] ?? line.eligibility,
      languages: typed['languages'] ?? (line.languages.join(',') || null),
      municipalities: typed['municipalities'] ?? municipalitiesWords(line.municipalities),
      notPersonal: typed['notPersonal'] ?? 'false',
    },
    mayInsist,
    errors,
  };
}
