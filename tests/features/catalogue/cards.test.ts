import type { Action, View } from '../../../src/contracts/action.js';
import { isRefusal } from '../../../src/contracts/outcome.js';
import type { ServiceId } from '../../../src/domain/ids.js';
import type { Service } from '../../../src/domain/organisation.js';
import { findServices } from '../../../src/features/catalogue/find-services.js';
import { serviceCard } from '../../../src/features/catalogue/service-card.js';
import { serviceList } from '../../../src/features/catalogue/service-list.js';
import { textAt } from '../../../src/texts/index.js';
import { checkDrawings, type Drawing } from '../../support/drawings.js';
import { viewContext } from '../../support/given.js';
import { atClb, byClb, east, farm, readOf, uuid, west } from './world.js';

const ofView = (
  one: View,
  name: string,
  params: object,
  services?: readonly Service[],
  over: object = {},
): Drawing => ({
  feature: 'catalogue',
  slug: one.slug,
  name,
  async data(language) {
    const context = viewContext({ language, ...over });
    return one.fill(await one.load(readOf(services), one.params.parse(params), context), context);
  },
});

const ofForm = (
  one: Action,
  name: string,
  subject: object,
  typed: Record<string, string> = {},
  codes = {},
): Drawing => ({
  feature: 'catalogue',
  slug: one.slug,
  name,
  async data(language) {
    const context = { ...byClb, actor: { ...atClb, language } };
    const loaded = await one.load(readOf(), one.subject.parse(subject), context);
    if (isRefusal(loaded)) throw new Error(`refused: ${loaded.refused}`);
    const sentence = (code: string) =>
      textAt(language, `catalogue.${one.slug}.errors.${code}`) ?? `no text for ${code}`;
    const errors = Object.fromEntries(Object.entries<string>(codes).map(([field, code]) => [field, sentence(code)]));
    return { ...one.form?.(loaded, context, { typed, errors }), errors };
  },
});

const full = { ...west, fullUntil: '2027-08-31', waitWeeks: null };
const many = Array.from({ length: 23 }, (_none, index) => ({
  ...farm,
  id: uuid<ServiceId>(`7${10 + index}`),
  name: `Voorbeeldproject ${String(index + 1).padStart(2, '0')}, met een naam die over meer dan één regel loopt`,
}));
const list = serviceList as View;
const card = serviceCard as View;
const ofEast = { serviceId: east.id, region: 'VBO', age: '14', schoolForm: 'bso', page: '1' };

checkDrawings([
  ofView(list, 'everything', {}),
  ofView(list, 'one region, an age and a form', { region: 'VBO', age: '14', schoolForm: 'bso' }),
  ofView(list, 'full, and nothing known', {}, [full, farm]),
  ofView(list, 'the second page of many', { page: '2' }, many),
  ofView(list, 'nothing fits', { region: 'VBO', age: '8' }, [east]),
  ofView(list, 'nothing yet', {}, []),
  ofView(card, 'a place, before a CLB worker', ofEast, undefined, { actor: atClb }),
  ofView(card, 'a waiting list, before everybody', { serviceId: west.id }),
  ofView(card, 'full', { serviceId: west.id }, [full]),
  ofView(card, 'nothing known', { serviceId: farm.id }),
  ofForm(findServices as Action, 'empty', {}),
  ofForm(findServices as Action, 'present', { region: 'AHV', age: '14', schoolForm: 'bso' }),
  ofForm(findServices as Action, 'errors', {}, { age: 'veertien' }, { age: 'age-strange' }),
]);
