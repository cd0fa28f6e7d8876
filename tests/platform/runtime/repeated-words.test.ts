import { describe, expect, it } from '@jest/globals';
import type { Words } from '../../../src/contracts/turn.js';
import { RepeatedWords } from '../../../src/platform/runtime/repeated-words.js';
import { conversation } from '../../support/given.js';

const words = (over: Partial<Words> = {}): Words => ({
  kind: 'words',
  activityId: 'f:1',
  conversation: conversation({ scope: 'personal', conversationId: 'a:an' }),
  sender: { aadObjectId: 'aad-an', teamsId: '29:an', name: 'An Peeters', tenantId: 'tenant-1' },
  locale: 'nl-BE',
  text: 'aanmelden',
  writtenAt: null,
  ...over,
});

/** Counts answers; each takes as long as is said, by a clock of its own. */
function setUp() {
  const world = { now: 1_000_000_000, answers: 0 };
  const repeated = new RepeatedWords(() => world.now);
  const bring = (over: Partial<Words> = {}, tookMs = 200) =>
    repeated.answerOnce(words(over), async () => {
      world.answers += 1;
      await Promise.resolve();
      world.now += tookMs;
    });
  return { world, bring };
}

describe('the same words once more', () => {
  it('are answered each time when somebody types them again, however soon', async () => {
    const { world, bring } = setUp();
    await bring();
    await bring({ activityId: 'f:2' });
    await bring({ activityId: 'f:3', writtenAt: world.now });
    expect(world.answers).toBe(3);
  });

  it('are answered once while the first are being answered', async () => {
    const { world, bring } = setUp();
    await Promise.all([bring(), bring({ activityId: 'f:2' }), bring({ activityId: 'f:3' })]);
    expect(world.answers).toBe(1);
  });

  it('are a repeat of Teams shortly after an answer that came too late for it, and no longer', async () => {
    const { world, bring } = setUp();
    await bring({}, 14_000);
    await bring({ activityId: 'f:2' });
    expect(world.answers).toBe(1);
    world.now += 21_000;
    await bring({ activityId: 'f:3' });
    expect(world.answers).toBe(2);
  });

  it('are a repeat when they were written at the same moment, unless that is always the same one', async () => {
    const { world, bring } = setUp();
    const writtenAt = world.now;
    await bring({ writtenAt });
    world.now += 60_000;
    await bring({ activityId: 'f:2', writtenAt });
    expect(world.answers).toBe(1);
    await bring({ activityId: 'f:3', writtenAt: 0 });
    await bring({ activityId: 'f:4', writtenAt: 0 });
    expect(world.answers).toBe(3);
  });

  it('are those of one person in one conversation', async () => {
    const { world, bring } = setUp();
    const elsewhere = conversation({ conversationId: '19:clb' });
    const sender = { aadObjectId: 'aad-jan', teamsId: '29:jan', name: 'Jan Maes', tenantId: 'tenant-1' };
    await Promise.all([bring(), bring({ conversation: elsewhere }), bring({ sender }), bring({ text: 'hulp' })]);
    expect(world.answers).toBe(4);
  });

  it('are tried again when the first failed: that was said then', async () => {
    const { world, bring } = setUp();
    const repeated = new RepeatedWords(() => world.now);
    const failing = repeated.answerOnce(words(), () => Promise.reject(new Error('failed')));
    const again = repeated.answerOnce(words({ activityId: 'f:2' }), () => bring());
    await expect(failing).rejects.toThrow('failed');
    await again;
    expect(world.answers).toBe(0);
    await repeated.answerOnce(words({ activityId: 'f:3' }), () => bring());
    expect(world.answers).toBe(1);
  });
});
