import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/contracts/actor.js';
import { openedFile } from '../../../src/features/privacy/opened-file.js';
import { actor, viewContext } from '../../support/given.js';
import { atClb, atDesk, atProvider, clb, desk, readOf, sent } from '../dispatch/world.js';
import { caseFile, groupTyped, pupilTyped } from './files.js';

const params = { referralId: sent().id };

async function opened(by: Actor | null, typed = pupilTyped, over = {}, why?: 'overdue') {
  const context = viewContext({ actor: by });
  const read = readOf({ referrals: [sent(over)], caseFile: caseFile(typed) });
  const facts = await openedFile.load(read, { ...params, why }, context);
  if (facts === null) throw new Error('nothing to show');
  return { data: openedFile.fill(facts, context), summary: openedFile.summary(facts, context) };
}

const lines = (data: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    (data['sections'] as { facts: { title: string; value: string }[]; texts: { title: string; value: string }[] }[])
      .flatMap(({ facts, texts }) => [...facts, ...texts])
      .map(({ title, value }) => [title, value]),
  );

describe('opened-file', () => {
  test('is for one person and cannot be opened by itself', () => {
    expect(openedFile.audience).toBe('one-person');
    expect(openedFile.may).toBeUndefined();
  });

  test('tells everything about the pupil, typed text escaped, what is empty left out', async () => {
    const { data } = await opened(atProvider());
    expect(lines(data)).toMatchObject({
      Geboren: '3 sep. 2012 (14 jaar)',
      Woonplaats: 'Kessel-Lo (Leuven)',
      'Gemeente school': 'Leuven',
      'Ouders of opvoeders': 'niet van toepassing: woont zelfstandig',
      'Eerder NAFT': 'nee',
      Interesses: 'dieren',
    });
    expect(JSON.stringify(data)).toContain('Noor \\\\_van\\\\_ Acker');
    expect(lines(data)['Verblijfplaats']).toBeUndefined();
  });

  test('tells of a group which and how many; a place it does not know stays as it was typed', async () => {
    const { data } = await opened(atClb(), groupTyped, { target: 'group', presence: null });
    expect(lines(data)).toMatchObject({
      Wie: 'klas 2A',
      Hoeveel: '18',
      'Gemeente school': 'Aarschot of zo',
      School: 'ja',
    });
  });

  test('a birth date that cannot be read is left out', async () => {
    const { data } = await opened(atClb(), { ...pupilTyped, birthDate: '' });
    expect(lines(data)['Geboren']).toBeUndefined();
  });

  test('says nothing personal in the toast', async () => {
    expect((await opened(atClb())).summary).toBe('Gegevens van aanmelding 2026-0042');
  });

  test('after erasure only says so, and who referred', async () => {
    const context = viewContext({ actor: atClb() });
    const facts = await openedFile.load(readOf({ referrals: [sent()] }), params, context);
    const data = facts === null ? {} : openedFile.fill(facts, context);
    expect(data).toMatchObject({ erased: 'De persoonlijke gegevens van deze aanmelding zijn gewist.' });
    expect(data['sections']).toHaveLength(1);
    expect(await openedFile.load(readOf({}), params, context)).toBeNull();
  });

  test.each([
    ['the provider', atProvider(), undefined, 'referral-offer', null],
    ['the CLB', atClb(), undefined, 'referral-post', null],
    ['the desk', atDesk(), 'overdue', 'desk-referral', 'overdue'],
    ['the desk, from elsewhere', atDesk(), undefined, 'desk-referral', 'chooses'],
    [
      'who works for CLB and desk, from before the desk',
      actor({ organisations: [clb, desk] }),
      'overdue',
      'desk-referral',
      'overdue',
    ],
    ['nobody', null, undefined, 'referral-offer', null],
  ] as const)('leads %s back to the card it came from', async (_who, by, from, view, why) => {
    expect((await opened(by, pupilTyped, {}, from)).data).toMatchObject({ backTo: view, why });
  });
});
