import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkLine, mayBePublic, writtenFields } from '../../../src/domain/helpline/check-line.js';

const today = '2026-11-16';
const found = (typed: Parameters<typeof checkLine>[0], before: Parameters<typeof checkLine>[1] = {}) =>
  Object.fromEntries(checkLine(typed, before, today).found.map(({ field, kinds }) => [field, kinds]));

describe('checkLine', () => {
  it.each(['0470 12 34 56', '+32 (0)470 12 34 56', '0032470123456', '0499/12.34.56'])(
    '%s may be somebody’s own',
    (phone) => expect(found({ phone })).toEqual({ phone: ['private-phone'] }),
  );

  it.each(['016 12 34 56', '02 555 01 01', '0800 12 345', '078 15 00 22', '102', '112', '+32 16 12 34 56', '1712'])(
    '%s is of the work',
    (phone) => expect(found({ phone })).toEqual({}),
  );

  it.each(['wilma@gmail.com', 'W.Peeters@Telenet.be', 'elif.yildiz@hotmail.be', 'x@proton.me'])(
    '%s looks like an address at home',
    (email) => expect(found({ email })).toEqual({ email: ['private-email'] }),
  );

  it.each(['onthaal@voorbeeld.be', 'jan.peeters@clb.example', 'jac@cawoostbrabant.be', 'info@mailpunt.be'])(
    '%s is of the work',
    (email) => expect(found({ email })).toEqual({}),
  );

  it.each([
    ['Bel de mama van Elif: 0470 11 22 33', ['phone', 'person-name', 'family']],
    ['mama van een leerling', ['family']],
    ['Vraag naar Els Peeters.', ['person-name']],
    ['Mail els@gmail.com', ['email']],
    ['Elif, geboren op 9/3/2012', ['birth-date', 'person-name']],
  ])('“%s” holds %j', (howToRefer, kinds) => expect(found({ howToRefer })).toEqual({ howToRefer: kinds }));

  it.each([
    'CAW Oost-Brabant',
    'TEJO Leuven',
    'Huis van het Kind Tienen',
    'OverKop Halle',
    'Groep INTRO Brabant',
    'Vertrouwenscentrum Kindermishandeling',
    '1 Gezin 1 Plan Halle-Vilvoorde',
    'Leersteuncentrum Vlaams-Brabant',
    'Sporthal Jan Yperman',
    'Bellen of langskomen, zonder afspraak.',
    'Luistert naar jongeren en zoekt mee. Gratis.',
    'Voor ouders van jonge kinderen en leerlingen van het Atheneum Leuven',
    'Gesloten van 24 december 2026 tot 2 januari 2027',
    'De moeders en vaders van de wijk',
  ])('“%s” says nothing personal', (name) => expect(found({ name })).toEqual({}));

  it('the line’s own contacts may stand in its texts, others are asked about', () => {
    const own = { phone: '016 12 34 56', email: 'info@voorbeeld.be', address: 'Vaartstraat 12, 3000 Leuven' };
    const howToRefer = 'Bel +32 16 12 34 56, mail INFO@voorbeeld.be of kom naar Vaartstraat 12.';
    expect(found({ ...own, howToRefer })).toEqual({});
    expect(found({ howToRefer }, own)).toEqual({});
    expect(found({ howToRefer })).toEqual({ howToRefer: ['email', 'phone', 'address'] });
  });

  it('never says a word of what it found, and never asks about what stood there already', () => {
    fc.assert(
      fc.property(fc.constantFrom(...writtenFields), fc.string({ unit: 'grapheme' }), (field, text) => {
        expect(checkLine({ [field]: text }, { [field]: text }, today)).toEqual({ found: [], mayInsist: false });
        for (const { kinds } of checkLine({ [field]: text }, {}, today).found)
          for (const kind of kinds) expect(kind).toMatch(/^[a-z-]+$/);
      }),
    );
  });

  it('is kept when the writer may and does insist', () => {
    const perhaps = checkLine({ phone: '0470 12 34 56' }, {}, today);
    const certain = checkLine({ phone: '0470 12 34 56', alert: '85.07.30-033.28' }, {}, today);
    expect([mayBePublic(perhaps, false), mayBePublic(perhaps, true), mayBePublic(certain, true)]).toEqual([
      false,
      true,
      false,
    ]);
  });
});
