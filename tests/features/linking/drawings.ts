import type { Action, ActionContext, Filled, View } from '../../../src/contracts/action.js';
import { isRefusal } from '../../../src/contracts/outcome.js';
import type { Read } from '../../../src/contracts/read.js';
import type { OrganisationId, PersonId, PlaceId } from '../../../src/domain/ids.js';
import { createLinkCode } from '../../../src/features/linking/create-link-code.js';
import { linkCode } from '../../../src/features/linking/link-code.js';
import { linkPlace } from '../../../src/features/linking/link-place.js';
import { linkedPlace } from '../../../src/features/linking/linked-place.js';
import { placeSuspended } from '../../../src/features/linking/place-suspended.js';
import { unlinkPlace } from '../../../src/features/linking/unlink-place.js';
import type { Organisation, Place } from '../../../src/domain/organisation.js';
import { textAt } from '../../../src/texts/index.js';
import type { Drawing } from '../../support/drawings.js';
import { actionContext, actor, organisation, person, place, viewContext } from '../../support/given.js';

const uuid = <T extends string>(tail: string): T => `00000000-0000-4000-8000-${tail.padStart(12, '0')}` as string as T;
const desk = organisation({ id: uuid<OrganisationId>('d1'), kind: 'desk', name: 'Meldpunt' });
const clb = organisation({ id: uuid<OrganisationId>('c1'), name: 'CLB Voorbeeld Leuven' });
const naft = organisation({
  id: uuid<OrganisationId>('a1'),
  kind: 'provider',
  name: 'NAFT-Leerrecht Vlaams-Brabant Oost',
});
const here = place({ id: uuid<PlaceId>('f1'), organisationId: clb.id, linkedBy: uuid<PersonId>('b1') });

const readOf = (one: Place, organisations: readonly Organisation[], others: readonly Place[] = []): Read =>
  ({
    place: async () => one,
    placeAt: async () => null,
    placesOf: async () => [...others],
    organisation: async (id: string) => organisations.find((each) => each.id === id) ?? null,
    organisations: async () => [...organisations],
    linkCodes: async () => [],
    linkAttempts: async () => 0,
  }) as unknown as Read;

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
const at = { placeId: here.id };
const atProvider = { ...here, organisationId: naft.id };
const code = { code: 'ABCD-EFGH-JKLM', organisationId: clb.id, expiresAt: '2026-11-18T09:00:00.000Z' };

export const drawings: readonly Drawing[] = [
  ofForm(createLinkCode as Action, 'empty', {}, readOf(here, all)),
  ofForm(createLinkCode as Action, 'for one organisation', { organisationId: naft.id }, readOf(here, all)),
  ofForm(createLinkCode as Action, 'nothing chosen', {}, readOf(here, all), {
    typed: {},
    errors: { organisation: 'choose-organisation' },
  }),
  ofForm(linkPlace as Action, 'empty', {}, readOf(here, all)),
  ofForm(linkPlace as Action, 'wrong', {}, readOf(here, all), {
    typed: { code: 'ABCD-1234' },
    errors: { code: 'code-wrong' },
  }),
  ofForm(unlinkPlace as Action, 'one of several', at, readOf(here, all, [here, { ...here, id: uuid<PlaceId>('f2') }])),
  ofForm(unlinkPlace as Action, 'last', at, readOf(here, all, [here])),
  ofView(linkCode as View, 'new', code, readOf(here, all)),
  ofView(linkedPlace as View, 'clb', at, readOf(here, all)),
  ofView(linkedPlace as View, 'provider', at, readOf(atProvider, all)),
  ofView(linkedPlace as View, 'desk', at, readOf({ ...here, organisationId: desk.id }, all)),
  ofView(linkedPlace as View, 'unlinked', at, readOf({ ...here, state: 'unlinked' }, all)),
  ofView(placeSuspended as View, 'unreachable', at, readOf(atProvider, all)),
  ofView(placeSuspended as View, 'reachable', at, readOf(atProvider, all, [atProvider])),
];
