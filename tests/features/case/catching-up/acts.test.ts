import { describe, expect, test } from '@jest/globals';
import { catchUp } from '../../../../src/features/case/catching-up/catch-up.js';
import { noteSeen } from '../../../../src/features/case/catching-up/note-seen.js';
import { whatHappened } from '../../../../src/features/case/catching-up/what-happened.js';
import { confirmContact } from '../../../../src/features/case/dispatch/confirm-contact.js';
import { offerPlace } from '../../../../src/features/case/dispatch/offer-place.js';
import { closeTrajectory } from '../../../../src/features/case/trajectory/close-trajectory.js';
import { reopenTrajectory } from '../../../../src/features/case/trajectory/reopen-trajectory.js';
import { withdrawReferral } from '../../../../src/features/case/referral/withdraw-referral.js';
import { inWords } from '../inquiry/world.js';
import { released as schoolReleased } from '../school/world.js';
import { started, trajectoryId } from '../trajectory/world.js';
import { onStage } from '../referral/on-stage.js';
import { allowed, an, atClb, atProvider, atDesk, bert, jan } from '../referral/world.js';

const on = onStage();
const hour = 3_600_000;

interface Row {
  readonly title: string;
  readonly line: string;
}
const seen = async (params: object = {}, who = an) => {
  const card = await on.stage.see(whatHappened, { personId: who.id, ...params }, atClb(who));
  return card as {
    rows: readonly Row[];
    empty: string | null;
    nextPage: object | null;
    seen: { until: string } | null;
  };
};
const later = (): void => void (on.stage.now = new Date(on.stage.now.getTime() + hour));
const press = async (action: typeof confirmContact | typeof offerPlace, number: number) =>
  allowed(await on.stage.press(action, { referralId: (await on.world.referral(number)).id }, { by: atProvider() }));

describe('catching up', () => {
  test('tells per case what others did, the last first, and nothing that one did oneself', async () => {
    await on.world.refers(1);
    await on.world.refers(2);
    await on.world.refers(3, { facts: { referrerId: jan.id } });
    later();
    await press(confirmContact, 1);
    await press(confirmContact, 3);
    later();
    await press(confirmContact, 2);
    later();
    await press(offerPlace, 1);
    const two = { referralId: (await on.world.referral(2)).id };
    allowed(await on.stage.press(withdrawReferral, { ...two, reason: 'solved' }, { by: atClb() }));
    const { rows } = await seen({ since: new Date(on.stage.now.getTime() - 3.5 * hour).toISOString() });
    expect(rows).toMatchObject([
      {
        title: '2026-0001 · Plaats',
        line: expect.stringMatching(/: contact opgenomen \(Bert Claes\) · plaats gemeld \(Bert Claes\)$/),
      },
      { title: '2026-0002 · Ingetrokken', line: expect.not.stringContaining('ingetrokken') },
    ]);
    const [first] = (await seen({}, bert)).rows;
    expect(first).toMatchObject({
      title: '2026-0002 · Ingetrokken',
      line: expect.stringMatching(/ingetrokken \(An Peeters\)$/),
    });
  });

  test('the end of a trajectory, and that it goes on after all, is told once', async () => {
    await started(on.world);
    const trajectoryIs = { trajectoryId };
    const closing = { ...trajectoryIs, on: '2026-11-25', outcome: 'back-soon' };
    on.stage.now = new Date('2026-11-25T12:00:00Z');
    allowed(await on.stage.press(closeTrajectory, closing, { by: atProvider() }));
    const since = new Date('2026-11-25T11:00:00Z').toISOString();
    const line = async () => (await seen({ since })).rows[0]!.line;
    expect((await line()).match(/traject/g)).toHaveLength(1);
    later();
    allowed(await on.stage.press(reopenTrajectory, trajectoryIs, { by: atProvider() }));
    expect((await line()).match(/traject/g)).toHaveLength(2);
  });

  test('tells too what happened at the round table, on the trajectory and to a question before referring', async () => {
    await schoolReleased(on.world);
    await inWords(on.world);
    const { rows } = await seen({ since: new Date('2026-11-01').toISOString() });
    expect(rows.map(({ title }) => title)).toEqual(['Vraag vooraf · NAFT Vlaams-Brabant Oost', '2026-0042 · Plaats']);
    expect(rows[0]!.line).toMatch(/: vraag beantwoord \(Bert Claes\)$/);
    for (const what of ['rondetafelmoment gehouden', 'traject gestart', 'bericht voor de school geschreven'])
      expect(rows[1]!.line).toContain(`${what} (Bert Claes)`);
    expect(rows[1]!.line).not.toContain('vrijgegeven');
    const ofProvider = (await seen({ since: new Date('2026-11-01').toISOString() }, bert)).rows;
    expect(ofProvider.find(({ title }) => title.startsWith('2026-0042'))!.line).toContain(
      'bericht voor de school vrijgegeven (An Peeters)',
    );
  });

  test('what was seen is not told again, and what came after the card was drawn still is', async () => {
    await on.world.refers(1);
    later();
    await press(confirmContact, 1);
    later();
    const card = await seen();
    later();
    await press(offerPlace, 1);
    later();
    allowed(await on.stage.press(noteSeen, { ...card.seen }, { by: atClb() }));
    const [row] = (await seen()).rows;
    expect(row?.line).toContain('plaats gemeld');
    expect(row?.line).not.toContain('contact');
    const now = await seen();
    allowed(await on.stage.press(noteSeen, { ...now.seen }, { by: atClb() }));
    allowed(await on.stage.press(noteSeen, { ...card.seen }, { by: atClb() }));
    expect(await seen()).toMatchObject({
      rows: [],
      empty: 'Niemand anders deed iets met uw aanmeldingen.',
      seen: null,
    });
  });

  test('a moment that is still to come does not hide what comes', async () => {
    await on.world.refers(1);
    allowed(await on.stage.press(noteSeen, { until: '2099-01-01T00:00:00Z' }, { by: atClb() }));
    later();
    await press(confirmContact, 1);
    expect((await seen()).rows).toHaveLength(1);
  });

  test('ten cases at a time', async () => {
    for (let number = 1; number <= 12; number++) {
      await on.world.refers(number);
      await press(confirmContact, number);
    }
    const first = await seen();
    expect([first.rows.length, first.nextPage]).toMatchObject([10, { page: 1 }]);
    expect((await seen({ page: 1 })).rows).toHaveLength(2);
  });

  test('is for who has cases, each his or her own', async () => {
    expect(await on.stage.press(catchUp, {}, { by: atDesk() })).toEqual({ refused: 'not-a-member' });
    const { reply } = allowed(await on.stage.press(catchUp, {}, { by: atClb() }));
    expect(reply).toEqual({ show: 'what-happened', with: { personId: an.id } });
    expect(whatHappened.may?.({ personId: an.id } as never, atClb(jan))).toEqual({ refused: 'not-yours' });
  });
});
