import type { Action, ActionContext, Filled, View } from '../../../src/contracts/action.js';
import { isRefusal } from '../../../src/contracts/outcome.js';
import type { Read } from '../../../src/contracts/read.js';
import type { OrganisationId, PersonId, ChannelId } from '../../../src/domain/ids.js';
import { codeUsed } from '../../../src/features/linking/code-used.js';
import { codesRefused } from '../../../src/features/linking/codes-refused.js';
import { createLinkCode } from '../../../src/features/linking/create-link-code.js';
import { linkCode } from '../../../src/features/linking/link-code.js';
import { linkChannel } from '../../../src/features/linking/link-channel.js';
import { linkedChannel } from '../../../src/features/linking/linked-channel.js';
import { channelSuspended } from '../../../src/features/linking/channel-suspended.js';
import { channelRestored } from '../../../src/features/linking/channel-restored.js';
import { unlinkChannel } from '../../../src/features/linking/unlink-channel.js';
import type { LinkCode, Organisation, Channel } from '../../../src/domain/organisation.js';
import { textAt } from '../../../src/texts/index.js';
import { actionContext, actor, monday10, organisation, person, channel, viewContext } from '../../support/given.js';
import type { Drawing } from '../../support/drawings.js';
import { readOf as world, type Tried, type World } from './world.js';

const uuid = <T extends string>(tail: string): T => `00000000-0000-4000-8000-${tail.padStart(12, '0')}` as string as T;
const desk = organisation({ id: uuid<OrganisationId>('d1'), kind: 'desk', name: 'Meldpunt' });
const clb = organisation({ id: uuid<OrganisationId>('c1'), name: 'CLB Voorbeeld Leuven' });
const naft = organisation({
  id: uuid<OrganisationId>('a1'),
  kind: 'provider',
  name: 'NAFT-Leerrecht Vlaams-Brabant Oost',
});
const here = channel({ id: uuid<ChannelId>('f1'), organisationId: clb.id, linkedBy: uuid<PersonId>('b1') });

const people = [
  person({ id: uuid<PersonId>('b1') }),
  person({ id: uuid<PersonId>('b2'), name: 'Dirk Jacobs', aadObjectId: 'aad-dirk' }),
] as const;
const used: LinkCode = {
  id: uuid('e1'),
  organisationId: clb.id,
  digest: 'x',
  createdBy: people[1].id,
  expiresAt: monday10,
  tenantId: null,
  anyTenant: false,
  usedAt: monday10,
  usedBy: people[0].id,
  channelId: here.id,
  version: 2,
};
const eve = person({ id: uuid<PersonId>('b3'), name: 'Eve Vandamme', aadObjectId: 'aad-eve' });
const mia = person({ id: uuid<PersonId>('b4'), name: 'Mia Smets', aadObjectId: 'aad-mia', tenantId: 'tenant-2' });
const others = Array.from({ length: 7 }, (_none, index) =>
  person({ id: uuid<PersonId>(`b1${index}`), name: `Zoë Nummer ${index + 1}`, aadObjectId: `aad-${index}` }),
);
const tried: readonly Tried[] = [
  { by: eve, times: 5 },
  { by: mia, times: 1 },
  { by: mia, times: 1, why: 'elsewhere' },
  ...others.map((by) => ({ by, times: 1 })),
];

const readOf = (one: Channel, organisations: readonly Organisation[], more: Partial<World> = {}): Read =>
  world({
    organisations,
    people: [...people, eve, mia, ...others],
    channels: [one, ...(more.channels ?? [])],
    codes: more.codes ?? [used],
    tried: more.tried ?? [],
  });
/** Another channel of the same organisation. */
const second = (over: Partial<Channel> = {}): Channel =>
  channel({ ...here, id: uuid<ChannelId>('f2'), conversationId: '19:second@thread.tacv2', ...over });

const ofView = (view: View, name: string, params: object, read: Read): Drawing => ({
  feature: 'linking',
  slug: view.slug,
  name,
  async data(language) {
    const context = viewContext({ language });
    const facts = await view.load(read, view.params.parse(params), context);
    return view.fill(facts, context);
  },
});

const ofForm = (action: Action, name: string, subject: object, read: Read, wrong?: Filled): Drawing => ({
  feature: 'linking',
  slug: action.slug,
  name,
  async data(language) {
    const who = actor({ person: person({ id: uuid<PersonId>('b1') }), organisations: [desk], language });
    const context: ActionContext = actionContext({ actor: who });
    const loaded = await action.load(read, action.subject.parse(subject), context);
    if (isRefusal(loaded)) throw new Error(`refused: ${loaded.refused}`);
    const { typed, errors: codes } = wrong ?? { typed: {}, errors: {} };
    const sentence = (code: string) =>
      textAt(language, `linking.${action.slug}.errors.${code}`) ?? `no text for ${code}`;
    const errors = Object.fromEntries(Object.entries(codes).map(([field, code]) => [field, sentence(code)]));
    return { ...action.form?.(loaded, context, { typed, errors }), errors };
  },
});

const all = [clb, desk, naft];
const at = { channelId: here.id };
const atProvider = { ...here, organisationId: naft.id };
const code = { code: 'ABCD-EFGH-JKLM', organisationId: clb.id, expiresAt: '2026-11-18T09:00:00.000Z' };

export const drawings: readonly Drawing[] = [
  ofForm(createLinkCode as Action, 'empty', {}, readOf(here, all)),
  ofForm(createLinkCode as Action, 'for one organisation', { organisationId: naft.id }, readOf(here, all)),
  ofForm(createLinkCode as Action, 'nothing chosen', {}, readOf(here, all), {
    typed: {},
    errors: { organisation: 'choose-organisation' },
  }),
  ofForm(linkChannel as Action, 'empty', {}, readOf(here, all)),
  ofForm(linkChannel as Action, 'wrong', {}, readOf(here, all), {
    typed: { code: 'ABCD-1234' },
    errors: { code: 'code-wrong' },
  }),
  ofForm(unlinkChannel as Action, 'one of several', at, readOf(here, all, { channels: [second()] })),
  ofForm(unlinkChannel as Action, 'last', at, readOf(here, all)),
  ofView(codeUsed as View, 'made by the desk', { codeId: used.id }, readOf(here, all)),
  ofView(
    codeUsed as View,
    'elsewhere',
    { codeId: used.id },
    readOf({ ...here, tenantId: 'tenant-2', scope: 'personal', name: null }, all, {
      channels: [second({ organisationId: desk.id })],
    }),
  ),
  ofView(
    codeUsed as View,
    'from the settings',
    { codeId: used.id },
    readOf(here, all, { codes: [{ ...used, createdBy: null }] }),
  ),
  ofView(codeUsed as View, 'over', { codeId: used.id }, readOf({ ...here, state: 'unlinked' }, all)),
  ofView(codesRefused as View, 'many', { day: '2026-11-16' }, readOf(here, all, { tried })),
  ofView(linkCode as View, 'new', code, readOf(here, all)),
  ofView(linkedChannel as View, 'clb', at, readOf(here, all)),
  ofView(linkedChannel as View, 'provider', at, readOf(atProvider, all)),
  ofView(linkedChannel as View, 'desk', at, readOf({ ...here, organisationId: desk.id }, all)),
  ofView(linkedChannel as View, 'unlinked', at, readOf({ ...here, state: 'unlinked' }, all)),
  ofView(channelSuspended as View, 'back', at, readOf(atProvider, all)),
  ofView(channelRestored as View, 'restored', at, readOf(atProvider, all)),
  ofView(channelSuspended as View, 'unreachable', at, readOf({ ...atProvider, state: 'suspended' }, all)),
  ofView(
    channelSuspended as View,
    'let go',
    { ...at, by: people[0].id },
    readOf({ ...atProvider, state: 'unlinked' }, all),
  ),
  ofView(
    channelSuspended as View,
    'reachable',
    at,
    readOf({ ...atProvider, state: 'suspended' }, all, { channels: [second({ organisationId: naft.id })] }),
  ),
];
