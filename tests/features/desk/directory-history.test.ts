import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { directoryHistory } from '../../../src/features/desk/directory-history.js';
import { editHours } from '../../../src/features/desk/edit-hours.js';
import { editOrganisation } from '../../../src/features/desk/edit-organisation.js';
import { editService } from '../../../src/features/desk/edit-service.js';
import { editTerms } from '../../../src/features/desk/edit-terms.js';
import { actor, channel } from '../../support/given.js';
import { FeatureStage } from '../../support/feature-stage.js';
import { atClb, bram, clb, desk, dirk, farm, naft, naftChannel, offer } from './world.js';

const byDesk = {
  by: actor({ person: dirk, organisations: [desk], channel: channel({ organisationId: desk.id }) }),
};

interface Row {
  readonly what: string;
  readonly of: string | null;
  readonly who: string;
  readonly lines: string | null;
}

describe('directory-history', () => {
  let stage: FeatureStage;
  beforeAll(async () => {
    stage = await FeatureStage.open();
    const fresh = { version: 0 };
    await stage.put(
      ...[clb, desk, naft, farm].map((row) => ({ put: 'organisation' as const, row: { ...row, ...fresh } })),
      ...[bram, dirk].map((row) => ({ put: 'person' as const, row })),
      { put: 'channel', row: { ...naftChannel, ...fresh } },
      { put: 'membership', row: { personId: bram.id, channelId: naftChannel.id } },
      { put: 'service', row: { ...offer, ...fresh } },
    );
  });
  afterAll(() => stage.close());

  const see = async (params: object) =>
    (await stage.see(directoryHistory, params as Record<string, unknown>, byDesk.by))!;
  const rows = async (params: object) => (await see(params))['rows'] as Row[];

  it('tells who changed what of an organisation and of what it offers, from what to what', async () => {
    const organisationId = naft.id;
    const typed = { organisationId, name: naft.name, language: 'en', roundTableBy: 'clb' };
    await stage.press(editOrganisation, { ...typed, coordinator: bram.id, phone: '016 12 34 56', email: '' }, byDesk);
    stage.now = new Date(stage.now.getTime() + 60_000);
    const service = { organisationId, serviceId: offer.id, name: offer.name, regions: 'VBO,AHV', minimumAge: '14' };
    await stage.press(editService, { ...service, maximumAge: '18', active: 'false', schoolForms: 'bso' }, byDesk);
    const [ofService, ofOrganisation] = await rows({ organisationId });
    expect(ofOrganisation).toMatchObject({
      what: 'Gegevens gewijzigd: taal, wie het rondetafelmoment organiseert, coördinator, telefoon',
      of: null,
      who: 'Dirk Jacobs · Meldpunt Schoolexterne Interventies · ma 16 nov., 10 u.',
    });
    expect(ofOrganisation?.lines?.split('\n\n')).toEqual([
      'Taal: Nederlands → Engels',
      'Wie het rondetafelmoment organiseert: de aanbieder → het CLB',
      'Coördinator: leeg → Bram Claes',
      'Telefoon: leeg → 016 12 34 56',
    ]);
    expect(ofService?.of).toBe(offer.name);
    expect(ofService?.lines).toContain('Leeftijd vanaf: 12 → 14');
    expect(ofService?.lines).toContain('Actief of niet: ja → nee');
    expect(ofService?.lines).toContain('Regio: Vlaams-Brabant Oost → Vlaams-Brabant Oost, Asse-Halle-Vilvoorde');
  });

  it('tells nothing of what stayed as it was, nor of another organisation', async () => {
    expect(await rows({ organisationId: clb.id })).toEqual([]);
    expect(await see({ organisationId: clb.id })).toMatchObject({ empty: 'Er is nog niets gewijzigd.' });
  });

  it('tells what became of the terms in words, and of the hours only that they changed', async () => {
    const terms = { deskFirst: 'true', contactHours: '7,5', escalateHours: '6,5', draftDays: '30', checkInWeeks: '4' };
    await stage.press(editTerms, terms, byDesk);
    stage.now = new Date(stage.now.getTime() + 60_000);
    await stage.press(editHours, { monday: '9-12' }, byDesk);
    const [hours, changed] = await rows({ organisationId: desk.id });
    expect(changed?.lines?.split('\n\n')).toEqual([
      'Het Meldpunt kijkt eerst: nee → ja',
      'Termijn voor contact: 13 uur → 7,5 uur',
    ]);
    expect(hours).toMatchObject({ what: 'Instellingen gewijzigd: werkuren', lines: null });
  });

  it('goes by ten a page, without an end', async () => {
    for (let day = 1; day <= 22; day++)
      await stage.press(
        editTerms,
        { contactHours: '13', escalateHours: '6,5', draftDays: String(day), checkInWeeks: '4' },
        byDesk,
      );
    const pages = await Promise.all([1, 2, 3, 4].map((page) => see({ organisationId: desk.id, page })));
    expect(pages.map((page) => (page['rows'] as Row[]).length)).toEqual([10, 10, 4, 0]);
    expect(pages.map((page) => [page['earlierPage'], page['nextPage']])).toEqual([
      [null, '2'],
      ['1', '3'],
      ['2', null],
      ['3', null],
    ]);
    expect((pages[0]!['rows'] as Row[])[0]?.lines).toContain('21 dagen → 22 dagen');
  });

  it('is for the desk only', () => {
    expect(directoryHistory.may?.({} as never, atClb.actor)).toEqual({ refused: 'only-desk' });
  });
});
