import type { Action, Filled, View } from '../../../src/contracts/action.js';
import { answerReport } from '../../../src/features/helplines/answer-report.js';
import { completeLine } from '../../../src/features/helplines/complete-line.js';
import { editLine } from '../../../src/features/helplines/edit-line.js';
import { findLines } from '../../../src/features/helplines/find-lines.js';
import { lineCard } from '../../../src/features/helplines/line-card.js';
import { lineChanged } from '../../../src/features/helplines/line-changed.js';
import { lineHistory } from '../../../src/features/helplines/line-history.js';
import { lineList } from '../../../src/features/helplines/line-list.js';
import { linePhases } from '../../../src/features/helplines/line-phases.js';
import { lineReport } from '../../../src/features/helplines/line-report.js';
import { linesToConfirm } from '../../../src/features/helplines/lines-to-confirm.js';
import { reportAnswer } from '../../../src/features/helplines/report-answer.js';
import { reportLine } from '../../../src/features/helplines/report-line.js';
import { shareLine } from '../../../src/features/helplines/share-line.js';
import { sharedLine } from '../../../src/features/helplines/shared-line.js';
import type { HelpLineId } from '../../../src/domain/ids.js';
import { textAt } from '../../../src/texts/index.js';
import { monday10, viewContext } from '../../support/given.js';
import { helpLine } from '../../support/given-directory.js';
import { checkDrawings, type Drawing } from '../../support/drawings.js';
import { an, brug, by, byAn, change, clb, fillOf, formOf, jac, naft, report, uuid, type World } from './world.js';

const view = (one: unknown, name: string, params: object, world: World = {}, over: object = {}): Drawing => ({
  feature: 'helplines',
  slug: (one as View).slug,
  name,
  data: async (language) => (await fillOf(one, params, world, viewContext({ language, ...over })))!,
});

const form = (one: unknown, name: string, data: object, world: World = {}, filled: Partial<Filled> = {}): Drawing => ({
  feature: 'helplines',
  slug: (one as Action).slug,
  name,
  async data(language) {
    const context = { ...byAn(), newId: <T extends string>() => uuid<T>('77') };
    const { slug } = one as Action;
    const errors = Object.fromEntries(
      Object.entries(filled.errors ?? {}).map(([field, code]) => [
        field,
        textAt(language, `helplines.${slug}.errors.${code}`) ?? `no text for ${code}`,
      ]),
    );
    const given = { ...context, actor: { ...context.actor, language } };
    const shown = await formOf(one, given, data, world, { ...filled, errors });
    return { ...shown, errors: { ...errors, ...(shown as { errors?: object }).errors } };
  },
});

const many = Array.from({ length: 13 }, (_none, index) =>
  helpLine({
    id: uuid<HelpLineId>(`7${10 + index}`),
    name: `Voorbeeldlijn ${String(index + 1).padStart(2, '0')}`,
    kind: index % 2 === 0 ? 'tejo' : 'cgg',
    assuredOn: '2026-03-01',
    askedOn: '2026-10-01',
    keeperId: an.id,
    keeperOrganisationId: clb.id,
  }),
);
const ofJac = { lineId: jac.id };
const round = { round: '2026-10-01', of: 'person', id: an.id };
const lookedBy = (context = byAn()) => ({ actor: context.actor });
const changes = [
  change({ id: uuid('92'), before: { phone: '016 88 88 88' }, after: { phone: jac.phone } }),
  change({ id: uuid('93'), what: 'confirmed', before: {}, after: {}, organisationId: clb.id }),
  change({
    id: uuid('94'),
    before: { address: null, weeklyHours: null, regions: [], kind: null, status: 'inactive', minimumAge: null },
    after: {
      address: jac.address,
      weeklyHours: jac.weeklyHours,
      regions: ['VBO', 'AHV'],
      kind: 'jac-caw',
      status: 'active',
      minimumAge: 12,
    },
  }),
  change({ id: uuid('95'), what: 'added', before: {}, after: { name: jac.name }, organisationId: clb.id }),
];
const wrong = {
  kind: '',
  name: '',
  organisation: '',
  description: '',
  phone: 'bel maar',
  email: 'an',
  website: 'voorbeeld',
  address: 'Kerkstraat 1',
  hours: 'voormiddag',
  ages: 'jongeren',
  howToRefer: '',
  regions: '',
};

const own = { ...wrong, kind: 'jac-caw', name: jac.name, email: '', website: '', address: '', hours: '', ages: '' };

checkDrawings([
  view(linePhases, 'own region', { region: 'VBO' }),
  view(linePhases, 'both regions', {}),
  view(linePhases, 'nothing found', { found: 'nothing' }),
  view(lineList, 'a phase', { phase: 'through-clb', region: 'VBO' }),
  view(lineList, 'many', { phase: 'through-clb', region: 'VBO', age: '14' }, { lines: many }),
  view(lineList, 'last page', { phase: 'through-clb', region: 'VBO', page: '2' }, { lines: many }),
  view(lineList, 'nobody filled in', { phase: 'extended', region: 'AHV', age: '14', because: 'stopped' }),
  view(lineList, 'words not found', { words: 'zwembad' }),
  view(lineList, 'a closed line', {}, { lines: [{ ...brug, status: 'closed-temporarily' }] }),
  form(findLines, 'empty', {}),
  form(
    findLines,
    'error',
    {},
    {},
    { typed: { words: 'tejo', region: 'AHV', age: 'veertien' }, errors: { age: 'age-strange' } },
  ),
  view(lineCard, 'of its keeper', ofJac, {}, lookedBy()),
  view(
    lineCard,
    'reported, from a list',
    { ...ofJac, phase: 'through-clb', region: 'VBO' },
    { reports: [report] },
    lookedBy(by(an, naft)),
  ),
  view(
    lineCard,
    'nobody keeps it',
    { lineId: brug.id },
    { lines: [{ ...brug, alert: 'Gesloten tot 1 maart.', status: 'closed-temporarily' }] },
  ),
  view(sharedLine, 'in a channel', { ...ofJac, by: an.id }),
  view(sharedLine, 'stale', { lineId: brug.id }),
  form(editLine, 'new', { kind: 'tejo', region: 'VBO' }),
  form(editLine, 'change', ofJac),
  form(
    editLine,
    'errors',
    { fresh: 'yes' },
    {},
    {
      typed: wrong,
      errors: {
        kind: 'kind-missing',
        name: 'name-missing',
        phone: 'phone-strange',
        email: 'email-strange',
        website: 'website-strange',
        address: 'postal-code-missing',
        hours: 'no-days',
        ages: 'not-ages',
        regions: 'regions-missing',
      },
    },
  ),
  form(
    editLine,
    'exists',
    { fresh: 'yes', lineId: uuid('78'), duplicateId: jac.id },
    {},
    {
      typed: { ...wrong, kind: 'jac-caw', name: 'jac voorbeeldstad', regions: 'VBO' },
      errors: { name: 'exists' },
    },
  ),
  form(
    editLine,
    'personal',
    ofJac,
    {},
    {
      typed: { ...own, phone: '0470 12 34 56', howToRefer: 'Vraag naar de mama van Elif.' },
      errors: { phone: 'personal', howToRefer: 'personal' },
    },
  ),
  form(completeLine, 'change', ofJac),
  form(
    completeLine,
    'personal, for certain',
    ofJac,
    {},
    {
      typed: { status: 'active', alert: '', hoursNote: '', eligibility: 'Elif, geboren op 9/3/2012', languages: 'nl' },
      errors: { eligibility: 'personal' },
    },
  ),
  form(
    completeLine,
    'errors',
    ofJac,
    {},
    {
      typed: {
        status: 'active',
        alert: '',
        hoursNote: '',
        eligibility: '',
        languages: 'nl',
        municipalities: 'Antwerpen',
      },
      errors: { municipalities: 'municipality-outside' },
    },
  ),
  form(reportLine, 'empty', ofJac),
  form(
    reportLine,
    'a name in it',
    ofJac,
    {},
    {
      typed: { reason: 'other', note: 'Jan Janssens is ziek' },
      errors: { note: 'note-personal' },
    },
  ),
  view(lineReport, 'new', { reportId: report.id }, { reports: [report] }),
  view(
    lineReport,
    'mended',
    { reportId: report.id },
    {
      reports: [{ ...report, state: 'mended', answer: 'Bedankt, aangepast.', answeredBy: an.id, answeredAt: monday10 }],
    },
  ),
  form(answerReport, 'it is right', { reportId: report.id, result: 'was-right' }, { reports: [report] }),
  view(
    reportAnswer,
    'mended',
    { reportId: report.id },
    {
      reports: [{ ...report, state: 'mended', answer: 'Bedankt, aangepast.', answeredBy: an.id, answeredAt: monday10 }],
    },
  ),
  view(
    reportAnswer,
    'it was right',
    { reportId: report.id },
    { reports: [{ ...report, state: 'was-right', answeredAt: monday10 }] },
  ),
  form(shareLine, 'asks where', ofJac),
  form(shareLine, 'nothing chosen', ofJac, {}, { errors: { channel: 'channel-missing' } }),
  view(lineHistory, 'four changes', ofJac, { changes }),
  view(lineHistory, 'four changes, of who keeps it', ofJac, { changes }, lookedBy()),
  view(lineHistory, 'nothing yet', ofJac),
  view(lineChanged, 'by another team', { ...ofJac, at: monday10.toISOString() }, { changes }),
  view(
    lineChanged,
    'another keeper',
    { ...ofJac, at: monday10.toISOString() },
    { changes: [change({ what: 'keeper-changed', before: {}, after: {} })] },
  ),
  view(linesToConfirm, 'one', round, { lines: many.slice(0, 1) }),
  view(linesToConfirm, 'many', round, { lines: many }),
  view(linesToConfirm, 'reminder, second page', { ...round, reminder: 'yes', page: '2' }, { lines: many }),
  view(
    linesToConfirm,
    'nobody keeps them',
    { round: '2026-10-01', of: 'desk', id: 'desk' },
    { lines: [{ ...brug, askedOn: '2026-10-01' }] },
  ),
  view(linesToConfirm, 'all done', round, { lines: [] }),
]);
