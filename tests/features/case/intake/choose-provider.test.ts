import { describe, expect, test } from '@jest/globals';
import { chooseProvider } from '../../../../src/features/case/intake/choose-provider.js';
import { IntakeWorld, ordinaryTyped } from './world.js';

describe('choose-provider', () => {
  async function atProvider(typed: Record<string, string> = ordinaryTyped) {
    const world = new IntakeWorld();
    const fits = world.addService({ waitWeeks: 5 });
    const full = world.addService({ name: 'Vol', fullUntil: '2027-08-31' });
    const west = world.addService({ name: 'West', regions: ['AHV'], minimumAge: 16, maximumAge: 12 });
    const draft = world.addDraft({ step: 'choose-provider', typed });
    return { world, fits, full, west, draftId: draft.id };
  }

  test('what fits with its honest availability, then the desk; what does not fit, and why', async () => {
    const { world, draftId } = await atProvider();
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

  test('a chosen service leads to the review', async () => {
    const { world, fits, draftId } = await atProvider();
    const outcome = await world.press(chooseProvider, { draftId, service: fits.id });
    expect(outcome).toMatchObject({ reply: { show: 'review-referral', with: { draftId } } });
    expect(world.draft.step).toBe('review-referral');
  });

  test('a full one, or none that fits, shows the way to the help lines of the region', async () => {
    const { world, draftId } = await atProvider();
    expect((await world.form(chooseProvider, { draftId }))['lines']).toMatchObject({ region: 'VBO', age: '14' });
    world.services.splice(0);
    expect((await world.form(chooseProvider, { draftId }))['lines']).toMatchObject({ view: 'line-list' });
    world.addService({ name: 'Past' });
    expect((await world.form(chooseProvider, { draftId }))['lines']).toBeNull();
  });

  test('a full one can be seen, not chosen', async () => {
    const { world, full, draftId } = await atProvider();
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
    const { world, draftId } = await atProvider(outside);
    expect(await world.form(chooseProvider, { draftId })).toMatchObject({
      info: expect.stringContaining('Geen enkel aanbod'),
      typed: { service: 'desk' },
    });
  });
});
