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

  async function atProvider(typed: Readonly<Record<string, string>> = ordinaryTyped) {
    const fits = await world.addService({ waitWeeks: 5 });
    const full = await world.addService({ name: 'Vol', fullUntil: '2027-08-31' });
    await world.addService({ name: 'West', regions: ['AHV'], minimumAge: 16, maximumAge: 12 });
    for (const { organisationId } of [fits, full]) await world.link(organisationId);
    const { id: draftId } = await world.addDraft({ step: 'choose-provider', typed });
    return { fits, full, draftId };
  }

  test('what fits with its honest availability, then the desk; what does not fit, and why', async () => {
    const { draftId } = await atProvider();
    expect(await world.form(chooseProvider, { draftId })).toMatchObject({
      info: null,
      choices: [
        { title: 'NAFT Vlaams-Brabant Oost · wachtlijst, ± 5 weken' },
        { title: 'Vol · volzet tot en met di 31 aug. 2027' },
        { title: 'Laat het Meldpunt kiezen', value: 'desk' },
      ],
      others: ['West: werkt niet in deze regio, vanaf 16 jaar, tot en met 12 jaar'],
    });
  });

  test('a provider that is not in Teams yet: the desk phones, and that is said before sending', async () => {
    const service = await world.addService({ name: 'Hoeve' });
    const typed = { ...ordinaryTyped, service: service.id };
    const { id: draftId } = await world.addDraft({ step: 'review-referral', typed });
    const phoned = 'Hoeve · wachttijd niet bekend · niet in Teams: het Meldpunt belt';
    expect(await world.form(chooseProvider, { draftId })).toMatchObject({ choices: [{ title: phoned }, {}] });
    const review = async () => JSON.stringify(await world.see(reviewReferral, { draftId }));
    expect(await review()).toContain(phoned);
    await world.link(service.organisationId);
    expect(await review()).not.toContain('belt');
  });

  test('a chosen service leads to the review', async () => {
    const { fits, draftId } = await atProvider();
    const outcome = await world.press(chooseProvider, { draftId, service: fits.id });
    expect(outcome).toMatchObject({ reply: { show: 'review-referral', with: { draftId } } });
    expect((await world.draft()).step).toBe('review-referral');
  });

  test('a full one, or none that fits, shows the way to the help lines of the region', async () => {
    const { fits, full, draftId } = await atProvider();
    const lines = async () => (await world.form(chooseProvider, { draftId }))['lines'];
    expect(await lines()).toMatchObject({ region: 'VBO', age: '14' });
    for (const service of [fits, full]) await world.changeService(service, { active: false });
    expect(await lines()).toMatchObject({ view: 'line-list' });
    await world.addService({ name: 'Past' });
    expect(await lines()).toBeNull();
  });

  test('a full one can be seen, not chosen', async () => {
    const { full, draftId } = await atProvider();
    expect(await world.press(chooseProvider, { draftId, service: full.id })).toMatchObject({
      reply: { form: 'choose-provider' },
    });
    expect(await world.form(chooseProvider, { draftId })).toMatchObject({
      typed: { service: full.id },
      errors: { service: expect.stringContaining('volzet') },
    });
  });

  test('when nothing fits the desk is chosen already', async () => {
    const outside = { ...ordinaryTyped, domicile: 'Gent', schoolPlace: 'Gent', clbPlace: '', region: 'outside' };
    const { draftId } = await atProvider(outside);
    expect(await world.form(chooseProvider, { draftId })).toMatchObject({
      info: expect.stringContaining('Geen enkel aanbod'),
      typed: { service: 'desk' },
    });
  });
});
