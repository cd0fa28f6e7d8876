import { describe, expect, it } from '@jest/globals';
import { completeLine } from '../../../src/features/helplines/complete-line.js';
import { editLine } from '../../../src/features/helplines/edit-line.js';
import { outcomeOf } from '../../support/given.js';
import { asNow, fresh, lineIn, seen } from './typed-line.js';
import { act, byAn, byBram, formOf, jac } from './world.js';

describe('personal data in a line that everybody reads', () => {
  const given = { lineId: jac.id, seen, ...asNow };

  it.each([
    [{ phone: '0470 12 34 56' }, ['phone']],
    [{ email: 'wilma.peeters@gmail.com' }, ['email']],
    [{ howToRefer: 'Bel de mama van Elif.' }, ['howToRefer']],
    [{ name: 'Vraag naar Wilma Peeters', description: 'Bel 0470 12 34 56.' }, ['name', 'description']],
    [{ organisation: 'mama van een leerling' }, ['organisation']],
  ])('%j is warned about, and kept when the writer says that it is of the work', async (change, fields) => {
    const warned = await act(editLine, byBram(), { ...given, ...change });
    const errors = Object.fromEntries(fields.map((field) => [field, 'personal']));
    expect(warned).toMatchObject({ reply: { form: 'edit-line', with: { lineId: jac.id }, errors } });
    expect(outcomeOf(warned).changes).toBeUndefined();
    const form = await formOf(editLine, byBram(), given, {}, { typed: { ...asNow, ...change }, errors });
    expect(form).toMatchObject({ mayInsist: true });
    expect(lineIn(await act(editLine, byBram(), { ...given, ...change, notPersonal: 'true' }))).toBeDefined();
  });

  it.each([
    [{ phone: '016 99 99 99', email: 'onthaal@dienst.example' }],
    [{ howToRefer: 'Bel 016 00 11 22 of mail jac@voorbeeld.example. Kerkstraat 1.' }],
    [{ description: 'Voor ouders van jongeren van het Atheneum Leuven.' }],
  ])('%j is what a line is for', async (change) => {
    expect(lineIn(await act(editLine, byBram(), { ...given, ...change }))).toBeDefined();
  });

  it('what stood there already is not asked again', async () => {
    const line = { ...jac, phone: '0470 12 34 56' };
    const same = { ...given, phone: line.phone, ages: '10–12' };
    expect(lineIn(await act(editLine, byBram(), same, { lines: [line] }))).toMatchObject({ minimumAge: 10 });
  });

  it('a birth date is never for everybody', async () => {
    const other = {
      lineId: jac.id,
      status: 'active',
      eligibility: 'Voor Elif, geboren op 9/3/2012',
      notPersonal: 'true',
    };
    expect(await act(completeLine, byBram(), other)).toMatchObject({
      reply: { form: 'complete-line', with: { lineId: jac.id }, errors: { eligibility: 'personal' } },
    });
    const form = await formOf(completeLine, byBram(), other, {}, { typed: other });
    expect(form).toMatchObject({
      mayInsist: false,
      errors: { eligibility: expect.stringContaining('Er staat een geboortedatum in.') },
    });
  });

  it('a new line is looked at in the same way', async () => {
    expect(await act(editLine, byAn(), { ...fresh, phone: '0470 12 34 56' })).toMatchObject({
      reply: { form: 'edit-line', errors: { phone: 'personal' } },
    });
    expect(
      lineIn(await act(editLine, byAn(), { ...fresh, phone: '0470 12 34 56', notPersonal: 'true' })),
    ).toBeDefined();
  });
});
