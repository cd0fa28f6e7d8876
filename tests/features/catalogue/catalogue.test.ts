import { describe, expect, it } from '@jest/globals';
import type { View } from '../../../src/contracts/action.js';
import { isRefusal } from '../../../src/contracts/outcome.js';
import { offeredServices } from '../../../src/contracts/offered-services.js';
import type { Referral } from '../../../src/domain/case/referral.js';
import type { Service } from '../../../src/domain/organisation.js';
import { findServices } from '../../../src/features/catalogue/find-services.js';
import { listServices } from '../../../src/features/catalogue/list-services.js';
import { serviceCard } from '../../../src/features/catalogue/service-card.js';
import { serviceList } from '../../../src/features/catalogue/service-list.js';
import { assuredWords, availabilityWords, measuredWords, saidWords } from '../../../src/texts/offered-words.js';
import { actionContext, actor, conversation, monday10, viewContext } from '../../support/given.js';
import { atClb, byClb, clb, east, farm, naft, placedAfter, readOf, west } from './world.js';

const today = '2026-11-16';
const names = (rows: unknown) => (rows as { title: string }[]).map(({ title }) => title.replace(/\\/g, ''));
const filled = async (one: View, params: object, services?: readonly Service[], over: object = {}) => {
  const context = viewContext(over);
  const facts = await one.load(readOf(services), one.params.parse(params), context);
  return facts === null ? null : one.fill(facts, context);
};
const listed = async (params: object, services?: readonly Service[]) =>
  names((await filled(serviceList as View, params, services))!['rows']);

describe('service-list', () => {
  it('shows what is offered, what can start soonest first', async () => {
    expect(await listed({})).toEqual([east.name, farm.name, west.name]);
  });

  it('narrows by region, age and school form; what is left open excludes nothing', async () => {
    expect(await listed({ region: 'AHV' })).toEqual([farm.name, west.name]);
    expect(await listed({ age: '11' })).toEqual([farm.name, west.name]);
    expect(await listed({ age: '20' })).toEqual([farm.name]);
    expect(await listed({ schoolForm: 'aso' })).toEqual([farm.name, west.name]);
    expect(await listed({ region: 'VBO', age: '14', schoolForm: 'bso' })).toEqual([east.name, farm.name]);
  });

  it('takes a filter that it does not know for none, as a button of another time may have it', async () => {
    expect(await listed({ region: 'BXL', age: 'veertien', schoolForm: 'iets', page: '-3' })).toHaveLength(3);
  });

  it('leaves out what the desk closed', async () => {
    expect(await listed({}, [{ ...east, active: false }, farm])).toEqual([farm.name]);
    expect(await filled(serviceCard as View, { serviceId: east.id }, [{ ...east, active: false }])).toBeNull();
  });

  it('says that there is nothing, or that nothing fits, and where else one can look', async () => {
    expect(await filled(serviceList as View, {}, [])).toMatchObject({
      counted: null,
      empty: expect.stringMatching(/nog geen/),
    });
    expect(await filled(serviceList as View, { age: '5' }, [east])).toMatchObject({
      empty: expect.stringMatching(/hulplijnen/),
      all: 'yes',
    });
  });
});

describe('what may be expected, and since when that is known', () => {
  const of = async (one: Service) => (await offeredServices(readOf([one]), {}, viewContext()))[0]!;
  it.each([
    ['a place', east, 'plaats', 'volgens de aanbieder op ma 16 nov.'],
    ['a list', west, 'wachtlijst, ongeveer 6 weken', 'volgens de aanbieder op ma 16 nov.'],
    [
      'full',
      { ...west, fullUntil: '2027-08-31' },
      'volzet tot en met di 31 aug. 2027',
      'volgens de aanbieder op ma 16 nov.',
    ],
    ['unknown', farm, 'niet bekend', 'De aanbieder liet nog niet weten of er plaats is.'],
  ])('%s', async (_what, one, words, since) => {
    const offered = await of(one);
    expect(availabilityWords(offered.availability, 'nl', today)).toBe(words);
    expect(saidWords(offered, 'nl', today)).toBe(since);
  });

  it('never tells how many wait', () => {
    const waiting = { kind: 'waitlist', weeks: null, waiting: 3 } as const;
    expect(availabilityWords(waiting, 'nl', today)).toBe('wachtlijst');
    expect(
      saidWords({ service: farm, provider: naft, availability: waiting, measured: null, saidOn: null }, 'nl', today),
    ).not.toMatch(/3/);
  });

  it('says when the desk looked, that it is long ago, or that it did not yet', () => {
    expect(assuredWords(east, 'nl', today)).toBe('nagekeken op di 3 nov.');
    expect(assuredWords({ ...east, assuredOn: '2026-02-01' }, 'nl', today)).toMatch(/^lang niet nagekeken/);
    expect(assuredWords(farm, 'nl', today)).toBe('nog niet nagekeken');
  });
});

describe('what happened to the last ones, beside what is promised', () => {
  const measured = async (referrals: readonly Referral[]) => {
    const [offered] = await offeredServices(readOf([east], referrals), {}, viewContext());
    return measuredWords(offered!.measured, 'nl');
  };

  it('is told of five who got a place, of no fewer', async () => {
    expect(await measured(placedAfter([3, 9, 20, 40], east))).toBeNull();
    expect(await measured(placedAfter([3, 9, 20, 40, 80], east))).toBe(
      'van de laatste 5 met een plaats had de helft ze binnen 3 weken',
    );
  });

  it('is of the last twelve: what was before counts no more', async () => {
    const now = Array.from({ length: 12 }, () => 2);
    expect(await measured(placedAfter([...now, 300, 300, 300], east))).toBe(
      'van de laatste 12 met een plaats had de helft ze binnen 1 week',
    );
  });

  it('counts who went through a trajectory too, nobody who waits or went elsewhere', async () => {
    const through = placedAfter([30, 30, 30], east, { state: 'completed', closedAt: monday10 });
    const others = placedAfter([1, 1, 1, 1], east, { state: 'waitlisted' });
    const said = await measured([
      ...[...through, ...placedAfter([30, 30], east)].map((one, index) => ({ ...one, reference: `2026-2${index}00` })),
      ...others,
    ]);
    expect(said).toBe('van de laatste 5 met een plaats had de helft ze binnen 5 weken');
  });

  it('stands on the card of the offer', async () => {
    const read = readOf([east], placedAfter([1, 2, 3, 4, 5], east));
    const facts = await serviceCard.load(read, serviceCard.params.parse({ serviceId: east.id }), viewContext());
    expect(serviceCard.fill(facts!, viewContext())).toMatchObject({
      facts: expect.arrayContaining([
        { title: 'Gemeten', value: 'Van de laatste 5 met een plaats had de helft ze binnen 1 week' },
      ]),
    });
  });
});

describe('service-card', () => {
  const before = (over: object) =>
    filled(serviceCard as View, { serviceId: east.id }, undefined, { actor: actor(over) });

  it('lets only a CLB worker begin an intake, and only in the own chat (R1)', async () => {
    expect(await filled(serviceCard as View, { serviceId: east.id }, undefined, { actor: atClb })).toMatchObject({
      mayRefer: 'yes',
    });
    expect(await before({ organisations: [clb], conversation: conversation() })).toMatchObject({ mayRefer: null });
    expect(await before({ organisations: [naft], conversation: atClb.conversation })).toMatchObject({ mayRefer: null });
    expect(await filled(serviceCard as View, { serviceId: east.id })).toMatchObject({ mayRefer: null });
  });

  it('says who organises the round table (R10), and makes no link or markup of what was typed', async () => {
    expect(JSON.stringify(await filled(serviceCard as View, { serviceId: west.id }))).toContain('het CLB organiseert');
    const card = await filled(serviceCard as View, { serviceId: east.id }, [
      { ...east, website: 'javascript:alert(1)' },
    ]);
    expect(card!['about']).toContain('\\*alleen\\*');
    expect(card!['ways']).not.toContain('](javascript');
  });
});

describe('list-services and find-services', () => {
  const region = (said: string | undefined, context = byClb) => listServices.load(readOf(), { said }, context);

  it('begins in the region where the CLB lies or the provider works; otherwise in both', async () => {
    expect(await region(undefined)).toBe('VBO');
    const by = (organisation: typeof clb) => actionContext({ actor: actor({ organisations: [organisation] }) });
    expect(await region('', by({ ...clb, municipality: null }))).toBeNull();
    expect(await region('', by(naft))).toBe('VBO');
  });

  it.each([
    ['Halle', 'AHV'],
    ['3290', 'VBO'],
    ['Asse-Halle-Vilvoorde', 'AHV'],
    ['vlaams-brabant oost', 'VBO'],
    ['AHV', 'AHV'],
  ])('“aanbod %s” is %s', async (said, expected) => {
    expect(await region(said)).toBe(expected);
  });

  it('keeps nothing of words that name no region of ours', async () => {
    const loaded = await region('Elif Yilmaz');
    if (isRefusal(loaded)) throw new Error(loaded.refused);
    expect(JSON.stringify(listServices.decide(loaded, {}, byClb))).not.toMatch(/Elif/);
  });

  it('shows what was chosen, and says what is wrong with an age', () => {
    expect(
      findServices.decide(
        {} as never,
        findServices.fields.parse({ region: 'AHV', age: '14', schoolForm: 'any' }),
        byClb,
      ),
    ).toEqual({
      reply: { show: 'service-list', with: { region: 'AHV', age: '14', schoolForm: null, page: null } },
    });
    const wrong = findServices.fields.safeParse({ age: '99' });
    expect(wrong.error?.issues.map(({ message }) => message)).toEqual(['age-strange']);
  });
});
