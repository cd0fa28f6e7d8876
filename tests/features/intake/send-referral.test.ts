import { describe, expect, test } from '@jest/globals';
import { defaultSettings } from '../../../src/domain/settings.js';
import { draftPost } from '../../../src/features/intake/draft-post.js';
import * as given from '../../support/given.js';
import { monday9, ready, sunday } from './ready-draft.js';
import { groupTyped, ordinaryTyped } from './world.js';

describe('send-referral', () => {
  test('given the desk is open, then registered, posted, and delivered now (R4)', async () => {
    const { world, service, draft, send } = ready();
    const outcome = await send();
    const { referral } = world;
    expect(referral).toMatchObject({
      reference: '2026-0042',
      state: 'registered',
      serviceId: service.id,
      providerId: service.organisationId,
      clbId: world.clb.id,
      referrerId: world.person.id,
      ageBand: '14-15',
      region: 'VBO',
      firstRegisteredAt: given.monday10,
      deliverAt: given.monday10,
    });
    expect(world.trails.get(draft.trailId)?.firstRegisteredAt).toEqual(given.monday10);
    expect(world.draft).toMatchObject({ state: 'sent', referralId: referral.id });
    expect(world.caseFiles.get(referral.id)).toMatchObject({
      clbId: world.clb.id,
      identity: { name: 'Noor Voorbeeld', birthDate: '2012-03-09' },
      file: { typed: { question: ordinaryTyped['question'] } },
    });
    expect(outcome).toMatchObject({
      happened: [{ referralId: referral.id, name: 'registered', data: { held: null, again: false } }],
      notices: [{ key: `referral:${referral.id}:clb`, view: 'referral-post', to: { organisation: world.clb.id } }],
      dues: [{ key: `referral:${referral.id}:deliver`, job: 'deliver-referral', at: given.monday10 }],
      settled: [`draft:${draft.id}:tidy`, `draft:${draft.id}:expire`],
      reply: { show: 'draft-post', with: { draftId: draft.id } },
    });
    expect((outcome as { refresh: string[] }).refresh).toContain(`draft:${draft.id}`);
  });

  test('given a Sunday, then delivered on Monday, and the receipt says so (R4, R16)', async () => {
    const { world, draftId, send } = ready();
    world.context = { ...world.context, now: sunday };
    expect(await send()).toMatchObject({ dues: [{ at: monday9 }] });
    const receipt = await world.see(draftPost, { draftId }, { actor: null });
    expect(receipt).toMatchObject({
      reference: 'Aanmelding 2026-0042',
      title: 'NAFT Vlaams-Brabant Oost',
      expected: 'De aanmelding is bewaard. Ze wordt bezorgd op ma 16 nov., 9 u. Tot dan kunt u ze nog wijzigen.',
      codeP: expect.stringContaining('code P'),
      recallId: world.referral.id,
    });
    expect(JSON.stringify(receipt)).not.toMatch(/Noor|Voorbeeld|Kessel|Leuven/);
  });

  test('when pressed twice, then one referral and its receipt', async () => {
    const { world, draftId, send } = ready();
    await send();
    expect(await send()).toEqual({ reply: { show: 'draft-post', with: { draftId } } });
    expect(world.referrals.size).toBe(1);
    expect(world.numbers).toBe(42);
  });

  test.each([
    ['the desk chooses', { service: 'desk' }, {}, 'chooses'],
    ['the desk looks first', {}, { deskFirst: true }, 'looks-first'],
    [
      'outside the province',
      { domicile: 'Gent', schoolPlace: 'Gent', clbPlace: '', region: 'outside', service: 'desk' },
      {},
      'outside',
    ],
  ])('given %s, then held and told to the desk', async (_when, typed, settings, why) => {
    const { world, send } = ready(typed);
    world.context = { ...world.context, settings: { ...defaultSettings, ...settings } };
    expect(await send()).toMatchObject({
      dues: [],
      notices: [
        { view: 'referral-post' },
        {
          key: `referral:${world.referral.id}:desk:${why}`,
          view: 'desk-referral',
          params: { referralId: world.referral.id, why },
          to: { organisation: world.desk.id },
        },
      ],
    });
    expect(world.referral).toMatchObject({ state: 'held', deliverAt: null });
  });

  test('given a pupil under 12, then delivered and flagged for the desk (R8)', async () => {
    const { world, send } = ready({ birthDate: '9/3/2016', schoolForm: 'primary' });
    world.services[0] = { ...world.services[0]!, minimumAge: 6 };
    expect(await send()).toMatchObject({ notices: [{}, { params: { why: 'under-12' } }], dues: [{}] });
    expect(world.referral).toMatchObject({ state: 'registered', ageBand: 'under-12' });
  });

  test('given a group, then nobody to recognise and nothing of a pupil', async () => {
    const { world, send } = ready({ ...ordinaryTyped, ...groupTyped });
    await send();
    expect(world.referral).toMatchObject({ target: 'group', groupSize: 18, ageBand: null });
    const stored = world.caseFiles.get(world.referral.id);
    expect(stored?.identity).toBeNull();
    expect(JSON.stringify(stored?.file)).not.toContain('Noor');
  });

  test('given a follow-up, then the trail keeps its first registration (R12)', async () => {
    const { world, draft, send } = ready();
    const first = new Date('2026-09-01T08:00:00Z');
    world.trails.set(draft.trailId, { ...world.trails.get(draft.trailId)!, firstRegisteredAt: first });
    await send();
    expect(world.referral).toMatchObject({ firstRegisteredAt: first, registeredAt: given.monday10 });
    expect(world.trails.get(draft.trailId)?.version).toBe(1);
  });

  test('given something missing or no consent, then it says what, and no number is used', async () => {
    const { world, draftId, send } = ready({ pupilConsent: 'to-ask', question: '' });
    expect(await send()).toEqual({
      refused: 'not-complete',
      values: { what: 'vul stap 4 aan: Vraag · de instemming van de leerling is nog te vragen' },
      show: { view: 'review-referral', with: { draftId } },
    });
    expect(world.numbers).toBe(41);
  });

  test('given the service filled up meanwhile, then it says until when', async () => {
    const { world, send } = ready();
    world.services[0] = { ...world.services[0]!, fullUntil: '2027-08-31' };
    expect(await send()).toMatchObject({ refused: 'service-full', values: { until: 'di 31 aug. 2027' } });
  });

  test('given a draft that was thrown away, or an erased trail, then gone', async () => {
    expect(await ready({}, { state: 'discarded' }).send()).toMatchObject({ refused: 'draft-gone' });
    const { world, draft, send } = ready();
    world.trails.delete(draft.trailId);
    expect(await send()).toEqual({ refused: 'draft-gone' });
  });
});
