import { z } from 'zod';
import { action, type ActionContext, type Filled } from '../../contracts/action.js';
import type { Outcome, Refusal, Reply } from '../../contracts/outcome.js';
import type { Read } from '../../contracts/read.js';
import { addressText } from '../../domain/helpline/address-text.js';
import type { HelpLine, HelpOrganisation } from '../../domain/helpline/help-line.js';
import { differences } from '../../domain/helpline/help-line.js';
import { carePhases, kindsOf } from '../../domain/helpline/kinds.js';
import { isSameLine, isSameName } from '../../domain/helpline/same-line.js';
import type { HelpLineId, HelpOrganisationId } from '../../domain/ids.js';
import { regions, type Region } from '../../lib/region/index.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { changedLine } from './changed-line.js';
import { keepingFor, loadKeeper, type Keeper } from './keeper.js';
import { lineInputs, type LineInputs } from './line-inputs.js';
import { lineId, listShape, reportId } from './line-params.js';
import { lineTold } from './line-told.js';
import { contactWords, kindName } from './line-words.js';
import { keepersOnly } from './linked-only.js';
import { oneRegion, ownRegions } from './own-regions.js';
import { personalErrors, personalFault, writtenIn } from './personal-fault.js';
import { fieldsOf, inputsOf, nothingLater } from './typed-line.js';
import { lineCards } from './line-cards.js';
import { lineForms } from './line-forms.js';

const flag = z.literal('yes').optional().catch(undefined);

const subject = z.object({
  /** None yet: the form makes one, so that the same press again adds nothing twice. */
  lineId: lineId.optional(),
  /** The line is being added: that it is not there yet is no fault. */
  fresh: flag,
  kind: listShape.kind,
  region: listShape.region,
  /** When the line was last changed as the form shows it: somebody else's change in between is not overwritten unseen. */
  seen: z.string().optional().catch(undefined),
  /** The report this answers; after saving it is shown to be closed. */
  reportId: reportId.optional().catch(undefined),
  duplicateId: lineId.optional().catch(undefined),
  /** Added although there is one like it. */
  anyway: flag,
  /** Goes on to the other data after saving. */
  more: flag,
});
type Subject = z.output<typeof subject>;

/** The line that is changed, and who keeps it; neither is there when one is added. */
type OfLine = { readonly line: HelpLine; readonly keeper: Keeper } | { readonly line: null; readonly keeper: null };

type Loaded = OfLine & {
  readonly subject: Subject;
  readonly organisations: readonly HelpOrganisation[];
  /** Lines that a new one might be. */
  readonly others: readonly HelpLine[];
  readonly region: Region | null;
};

/**
 * A team adds a help line of its region, or changes one; any linked team may, the keeper is told, and all of it can be
 * taken back. Who adds it keeps it. Errors: those of {@link lineInputs}, `contact-missing`, `exists`, `changed-meanwhile`,
 * `personal`.
 */
export const editLine = action({
  slug: 'edit-line',
  storable: true,
  subject,
  fields: lineInputs,
  load,
  may: (_loaded, { actor }) => keepersOnly(actor),
  form: formOf,
  decide(loaded, typed, context): Outcome {
    const { line, subject: asked } = loaded;
    if (typed.phone === null && typed.email === null && typed.website === null && typed.address.address === null)
      return again(asked, { phone: 'contact-missing' });
    if (line !== null && asked.fresh === 'yes') return { reply: afterwards(line.id, asked, 'line-added') };
    const written = { ...typed, address: typed.address.address && addressText(typed.address.address) };
    const personal = personalErrors(written, writtenIn(line, organisationOf(loaded)), typed.notPersonal, context);
    if (personal !== null) return again(asked, personal);
    return loaded.line === null ? add(loaded, typed, context) : edit(loaded, typed, context);
  },
});

/** Who offers the line as it stands; null for a new one. */
const organisationOf = ({ organisations, line }: Pick<Loaded, 'organisations' | 'line'>): HelpOrganisation | null =>
  organisations.find(({ id }) => id === line?.organisationId) ?? null;

async function load(read: Read, asked: Subject, { actor }: ActionContext): Promise<Loaded | Refusal> {
  const line = asked.lineId === undefined ? null : await read.helpLine(asked.lineId);
  if (line === null && asked.lineId !== undefined && asked.fresh !== 'yes') return { refused: 'not-found' };
  return {
    subject: asked,
    ...(line === null ? { line, keeper: null } : { line, keeper: await loadKeeper(read, line) }),
    organisations: await read.helpOrganisations(),
    others:
      line === null
        ? await read.helpLines({ statuses: ['active', 'inactive', 'closed-temporarily'], limit: 5000 })
        : [],
    region: oneRegion(await ownRegions(read, actor)),
  };
}

function formOf(loaded: Loaded, context: ActionContext, filled: Filled) {
  const { actor, newId } = context;
  const { language } = actor;
  const { typed } = filled;
  const { subject: asked, line, others, region } = loaded;
  const say = texts(language);
  const own = organisationOf(loaded);
  const { mayInsist, errors } = personalFault(filled, writtenIn(line, own), context);
  const present =
    line === null
      ? { kind: asked.kind ?? null, regions: asked.region ?? region ?? null }
      : inputsOf(line, own, language);
  const twin = others.find(({ id }) => id === asked.duplicateId) ?? null;
  return {
    title: say(line === null ? 'helplines.edit-line.title' : 'helplines.edit-line.title-change'),
    lineId: line?.id ?? asked.lineId ?? newId<HelpLineId>(),
    fresh: line === null ? 'yes' : null,
    existing: line === null ? null : 'yes',
    kind: asked.kind ?? null,
    region: asked.region ?? null,
    seen: asked.seen ?? line?.updatedAt.toISOString() ?? null,
    reportId: asked.reportId ?? null,
    twinId: twin?.id ?? null,
    twin:
      twin === null
        ? null
        : [plain(twin.name), kindName(twin.kind, language), contactWords(twin)].filter(Boolean).join(' · '),
    kinds: carePhases.flatMap(kindsOf).map((value) => ({ title: kindName(value, language), value })),
    regions: regions.map((value) => ({ title: say(`common.common.region.${value}`), value })),
    mayInsist,
    typed: { ...nothingTyped, ...present, ...textsIn(typed), notPersonal: typed['notPersonal'] ?? 'false' },
    errors,
  };
}

const inputs = Object.keys(lineInputs.shape) as (keyof LineInputs)[];
const nothingTyped = Object.fromEntries(inputs.map((key) => [key, null]));
const textsIn = (typed: Filled['typed']) =>
  Object.fromEntries(inputs.filter((key) => typed[key] !== undefined).map((key) => [key, typed[key]]));

/** The organisation of that name; a new one when there is none, named after the line when none was typed. */
function organisationFor(loaded: Loaded, typed: LineInputs, { newId }: ActionContext) {
  const name = typed.organisation ?? typed.name;
  const own = organisationOf(loaded);
  const known = [...(own ? [own] : []), ...loaded.organisations].find((one) => isSameName(one.name, name));
  if (known !== undefined) return { organisationId: known.id, made: [] };
  const row: HelpOrganisation = {
    id: newId<HelpOrganisationId>(),
    name,
    description: null,
    email: null,
    website: null,
    foreign: null,
    version: 0,
  };
  return { organisationId: row.id, made: [{ put: 'helpOrganisation', row }] as const };
}

function add(loaded: Loaded, typed: LineInputs, context: ActionContext): Outcome {
  const { subject: asked, others } = loaded;
  const { actor, now, calendar, newId } = context;
  const id = asked.lineId ?? newId<HelpLineId>();
  const { organisationId, made } = organisationFor(loaded, typed, context);
  const line: HelpLine = {
    id,
    organisationId,
    ...fieldsOf(typed),
    ...nothingLater,
    keeperId: actor.person.id,
    keeperOrganisationId: keepingFor(actor)?.id ?? null,
    assuredOn: calendar.dayOf(now),
    askedOn: null,
    foreign: null,
    createdAt: now,
    updatedAt: now,
    version: 0,
  };
  const twin = others.find((other) => isSameLine(line, other));
  if (twin !== undefined && asked.anyway !== 'yes')
    return again({ ...asked, lineId: id, fresh: 'yes', duplicateId: twin.id }, { name: 'exists' });
  const told = lineTold(id, { what: 'added', ...differences({}, line) });
  return {
    changes: [...made, { put: 'helpLine', row: line }, ...told.changes],
    entries: told.entries,
    reply: afterwards(id, asked, 'line-added'),
  };
}

function edit(loaded: Extract<Loaded, { line: HelpLine }>, typed: LineInputs, context: ActionContext): Outcome {
  const { subject: asked, line, keeper } = loaded;
  const { organisationId, made } = organisationFor(loaded, typed, context);
  const after = { ...line, ...fieldsOf(typed), organisationId };
  if (Object.keys(differences(line, after).after).length === 0) return { reply: afterwards(line.id, asked, 'done') };
  if (asked.seen !== undefined && asked.seen !== line.updatedAt.toISOString())
    return again({ ...asked, seen: line.updatedAt.toISOString() }, { name: 'changed-meanwhile' });
  const changed = changedLine({ before: line, after, what: 'edited', keeper }, context);
  return {
    ...changed,
    changes: [...made, ...(changed.changes ?? [])],
    reply: afterwards(line.id, asked, 'done'),
  };
}

/** What was insisted on holds for that one press. */
const withoutAnyway = ({ anyway: _anyway, ...asked }: Subject): Omit<Subject, 'anyway'> => asked;

/** Shows the form again with what was typed and what is wrong with it. */
const again = (asked: Subject, errors: Readonly<Record<string, string>>): Outcome => ({
  reply: lineForms.edit.again(withoutAnyway(asked), errors),
});

/** The other data, the report that was answered by it, or the line itself. */
function afterwards(id: HelpLineId, { more, reportId: report }: Subject, note: string): Reply {
  if (more === 'yes') return lineForms.complete.opened({ lineId: id, ...(report ? { reportId: report } : {}) });
  return report === undefined
    ? { ...lineCards.card.shown({ lineId: id }), note: { key: note } }
    : { ...lineCards.report.shown({ reportId: report }), note: { key: 'line-mended' } };
}
