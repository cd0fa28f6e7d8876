import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { chooseProvider } from '../../../../src/features/case/intake/choose-provider.js';
import { reviewReferral } from '../../../../src/features/case/intake/review-referral.js';
import { FeatureStage } from '../../../support/feature-stage.js';
import { ordinaryTyped } from './intakes.js';
import { IntakeWorld } from './world.js';

describe('choose-provider', () => {
  let stage: FeatureStage;
  let world: IntakeWorld;
  beforeAll(async () => {
    stage = await FeatureStage.open();
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    world = await IntakeWorld.on(stage);
  });

  async function atReview(typed: Readonly<Record<string, string>> = ordinaryTyped) {
    const fits = await world.addService({ waitWeeks: 5 });
    const full = await world.addService({ name: 'Vol', fullUntil: '2027-08-31' });
    await world.addService({ name: 'West', regions: ['AHV'], minimumAge: 16, maximumAge: 12 });
    for (const { organisationId } of [fits, full]) await world.link(organisationId);
    const { id: draftId } = await world.addDraft({ step: 'review-referral', typed });
    return { fits, full, draftId, review: () => world.see(reviewReferral, { draftId }) };
  }

  test('what fits with its honest availability, then the desk; what does not fit, and why', async () => {
    const { review } = await atReview();
    expect(await review()).toMatchObject({
      noneFits: null,
      providers: [
        { name: 'NAFT Vlaams-Brabant Oost', kind: 'chosen', badge: { text: '±\u00a05 weken', style: 'Warning' } },
        {
          name: 'Vol',
          kind: 'full',
          line: expect.stringContaining('volzet tot en met di 31 aug. 2027'),
          badge: { text: 'volzet' },
        },
        { name: 'Laat het Meldpunt kiezen', kind: 'open', service: 'desk' },
      ],
      others: ['West: werkt niet in deze regio, vanaf 16 jaar, tot en met 12 jaar'],
    });
  });

  test('NAFT of the region stands chosen, also when another could start sooner; without it what can start soonest', async () => {
    const { fits, review, draftId } = await atReview();
    const sooner = await world.addService({ name: 'Hoeve', waitWeeks: 0 });
    expect(await review()).toMatchObject({ service: fits.id });
    await world.changeService(fits, { fullUntil: '2027-08-31' });
    expect(await review()).toMatchObject({ service: sooner.id });
    expect((await world.draft(draftId)).typed).not.toHaveProperty('service');
  });

  test('a provider that is not in Teams yet: the desk phones, and that is said before sending', async () => {
    const service = await world.addService({ name: 'Hoeve' });
    const typed = { ...ordinaryTyped, service: service.id };
    const { id: draftId } = await world.addDraft({ step: 'review-referral', typed });
    const review = async () => JSON.stringify(await world.see(reviewReferral, { draftId }));
    expect(await review()).toContain('nog niet in Teams: het Meldpunt belt voor u');
    expect(await review()).toContain('Hoeve is nog niet in Teams. Het Meldpunt belt voor u.');
    await world.link(service.organisationId);
    expect(await review()).not.toContain('belt');
    expect(await review()).toContain('Na het verzenden neemt Hoeve contact met u op, ten laatste op');
  });

  test('a row that is pressed is chosen, and the review drawn anew', async () => {
    const { draftId, review } = await atReview();
    const outcome = await world.press(chooseProvider, { draftId, service: 'desk' });
    expect(outcome).toMatchObject({ reply: { show: 'review-referral', with: { draftId } } });
    expect(await review()).toMatchObject({ service: 'desk', after: expect.stringContaining('Het Meldpunt kiest') });
  });

  test('a full one, or none that fits, shows the way to the help lines of the region', async () => {
    const { fits, full, review } = await atReview();
    const lines = async () => (await review())?.['lines'];
    expect(await lines()).toMatchObject({ region: 'VBO', age: '14' });
    for (const service of [fits, full]) await world.changeService(service, { active: false });
    expect(await lines()).toMatchObject({ view: 'line-list' });
    await world.addService({ name: 'Past' });
    expect(await lines()).toBeNull();
  });

  test('a full one can be seen, not chosen', async () => {
    const { full, fits, draftId, review } = await atReview();
    expect(await world.press(chooseProvider, { draftId, service: full.id })).toEqual({
      reply: { show: 'review-referral', with: { draftId } },
    });
    expect(await review()).toMatchObject({ service: fits.id });
  });

  test('one that filled up after it was chosen is said, and nothing can be sent until another is chosen', async () => {
    const { fits, draftId, review } = await atReview();
    await world.press(chooseProvider, { draftId, service: fits.id });
    await world.changeService(fits, { fullUntil: '2027-08-31' });
    expect(await review()).toMatchObject({ service: null, fault: expect.stringContaining('volzet') });
    await world.press(chooseProvider, { draftId, service: 'desk' });
    expect(await review()).toMatchObject({ service: 'desk', fault: null });
  });

  test('when nothing fits the desk is chosen already', async () => {
    const outside = { ...ordinaryTyped, domicile: 'Gent', schoolPlace: 'Gent', clbPlace: '', region: 'outside' };
    const { review } = await atReview(outside);
    expect(await review()).toMatchObject({ noneFits: expect.stringContaining('Geen enkel aanbod'), service: 'desk' });
  });
});
