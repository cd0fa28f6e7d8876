import { describe, expect, test } from '@jest/globals';
import { fullLine, nothingHere, planned, carriedOut } from './given-lines.js';

const id = '5a0d7e0c-3a66-4a0e-9c3b-000000000001';
const organization = {
  id: '5a0d7e0c-3a66-4a0e-9c3b-0000000000f0',
  name: 'Huis',
  description: 'Helpt',
  website: 'https://huis.be',
};
const whole = {
  id,
  name: 'Huiswerkklas',
  status: 'active',
  description: 'Elke week',
  organization,
  phones: [{ id: '5a0d7e0c-3a66-4a0e-9c3b-000000000002', number: '016 12 34 56' }],
  schedules: [
    { id: '5a0d7e0c-3a66-4a0e-9c3b-000000000003', byday: 'MO', opens_at: '09:00', closes_at: '12:00', freq: 'WEEKLY' },
  ],
  minimum_age: 12,
};
const compact = { id, name: 'Huiswerkklas', status: 'active', organization: { ...organization, website: undefined } };
const here = carriedOut(planned([whole]), nothingHere).here;

describe('a compact list over lines that are here', () => {
  test('what it does not carry stays, and it says that nothing differs', () => {
    const plan = planned(JSON.parse(JSON.stringify([compact])), here);
    expect(plan.lines[0]!.differences).toEqual([]);
    expect(plan.lines[0]!.fields).toMatchObject({ phone: '016 12 34 56', minimumAge: 12, description: 'Elke week' });
    expect(plan.organisations[0]).toMatchObject({ state: 'same', fields: { website: 'https://huis.be' } });
    const after = carriedOut(plan, here, 'file').here.lines[0]!.line;
    expect(after).toMatchObject({ phone: '016 12 34 56', minimumAge: 12, description: 'Elke week' });
    expect(after.weeklyHours).not.toBeNull();
  });

  test('a name that differs is taken, the rest stays, also for a later file', () => {
    const renamed = carriedOut(planned([{ ...compact, name: 'Studieklas' }], here), here).here;
    expect(renamed.lines[0]!.line).toMatchObject({ name: 'Studieklas', phone: '016 12 34 56' });
    const again = carriedOut(planned([{ ...whole, name: 'Studieklas' }], renamed), renamed);
    expect(again.here.lines[0]!.line).toMatchObject({ phone: '016 12 34 56' });
  });

  test.each([[{ phones: [] }], [{ phones: null }]])('%j says that there is none: it goes', (none) => {
    const plan = planned([{ ...compact, ...none }], here);
    expect(plan.lines[0]!.differences.map(({ key, file }) => [key, file])).toEqual([['phone', null]]);
  });

  test('a line that was made here keeps all its own', () => {
    const own = fullLine({ phone: '016 99 99 99', description: 'Van hier' } as never);
    const made = { lines: [own], organisations: [own.organisation] };
    const plan = planned([{ id: own.line.id, name: own.line.name, status: own.line.status }], made);
    expect(plan.lines[0]!.fields).toMatchObject({ phone: '016 99 99 99', description: 'Van hier' });
  });
});
