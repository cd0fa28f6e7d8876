import { describe, expect, it } from '@jest/globals';
import { entry } from '../../../src/domain/timeline/entries.js';
import { isRefusal, type Outcome, type Refusal } from '../../../src/contracts/outcome.js';
import { addLine } from '../../../src/features/helplines/add-line.js';
import { completeLine } from '../../../src/features/helplines/complete-line.js';
import { editLine } from '../../../src/features/helplines/edit-line.js';
import { monday10, outcomeOf } from '../../support/given.js';
import { act, an, brug, byAn, byBram, byNobody, caw, clb, formOf, jac, report } from './world.js';
import { asNow, fresh, lineIn, newId, seen } from './typed-line.js';

const putsOf = (verdict: Outcome | Refusal) =>
  (outcomeOf(verdict).changes ?? []).map((one) => ('put' in one ? one.put : null));

describe('add-line', () => {
  it('opens an empty form with what the button knew', async () => {
    expect(await act(addLine, byAn(), { kind: 'tejo', region: 'VBO' })).toEqual({
      reply: { form: 'edit-line', with: { kind: 'tejo', region: 'VBO' } },
    });
    expect(await formOf(editLine, byAn(), { kind: 'tejo' })).toMatchObject({
      fresh: 'yes',
      typed: { kind: 'tejo', regions: 'VBO', name: null },
    });
  });

  it('is for linked teams only', async () => {
    expect(await act(addLine, byNobody(), {})).toEqual({ refused: 'not-a-member' });
    expect(await act(editLine, byNobody(), fresh)).toEqual({ refused: 'not-a-member' });
  });
});

describe('edit-line, a new one', () => {
  it('is stored with its organisation and history, kept by who adds it, confirmed today', async () => {
    const verdict = await act(editLine, byAn(), fresh);
    expect(putsOf(verdict)).toEqual(['helpOrganisation', 'helpLine', 'lineChange']);
    expect(lineIn(verdict)).toMatchObject({
      id: newId,
      kind: 'tejo',
      minimumAge: 10,
      maximumAge: 20,
      website: 'https://www.voorbeeld.example',
      weeklyHours: { '3': [['13:00', '17:00']] },
      regions: ['VBO', 'AHV'],
      status: 'active',
      address: { street: 'Kerkstraat 1', postalCode: '3000', city: 'Leuven' },
      keeperId: an.id,
      keeperOrganisationId: clb.id,
      assuredOn: '2026-11-16',
      version: 0,
    });
    expect(outcomeOf(verdict)).toMatchObject({
      reply: { show: 'line-card', with: { lineId: newId }, note: { key: 'line-added' } },
      changes: [{ row: { name: 'TEJO Voorbeeld' } }, {}, { row: { what: 'added', after: { name: 'TEJO Voorbeeld' } } }],
      entries: [entry('help-line', newId, 'added', {})],
    });
    expect(outcomeOf(verdict).notices).toBeUndefined();
  });

  it('finds its organisation whatever capitals and accents', async () => {
    const verdict = await act(editLine, byAn(), { ...fresh, organisation: 'cáw voorbeeld' });
    expect(putsOf(verdict)).toEqual(['helpLine', 'lineChange']);
    expect(lineIn(verdict)?.organisationId).toBe(caw.id);
  });

  it('goes on to the other data when asked', async () => {
    expect(await act(editLine, byAn(), { ...fresh, more: 'yes' })).toMatchObject({
      reply: { form: 'complete-line', with: { lineId: newId } },
    });
  });

  it('is stored once when the same press comes again', async () => {
    const made = { ...jac, id: newId };
    expect(await act(editLine, byAn(), fresh, { lines: [made] })).toEqual({
      reply: { show: 'line-card', with: { lineId: newId }, note: { key: 'line-added' } },
    });
  });

  it.each([[{ name: 'jac vóorbeeldstad' }], [{ phone: '+32 16 00 11 22' }]])(
    'given %j, then it says which line that probably is, and nothing typed is lost',
    async (change) => {
      const verdict = await act(editLine, byAn(), { ...fresh, ...change });
      expect(verdict).toEqual({
        reply: {
          form: 'edit-line',
          with: { lineId: newId, fresh: 'yes', duplicateId: jac.id, kind: 'tejo' },
          errors: { name: 'exists' },
        },
      });
      const shown = await formOf(
        editLine,
        byAn(),
        { ...fresh, duplicateId: jac.id },
        {},
        { typed: { ...fresh, ...change } },
      );
      expect(shown).toMatchObject({
        twinId: jac.id,
        twin: 'JAC Voorbeeldstad · JAC en CAW · 016 00 11 22',
        typed: { hours: 'wo 13–17 u.' },
      });
    },
  );

  it('is added all the same when somebody wants that', async () => {
    expect(lineIn(await act(editLine, byAn(), { ...fresh, name: jac.name, anyway: 'yes' }))?.name).toBe(jac.name);
  });

  it.each([
    [{ kind: '' }, { kind: 'kind-missing' }],
    [{ name: ' ' }, { name: 'name-missing' }],
    [{ name: 'x'.repeat(121) }, { name: 'text-long' }],
    [{ phone: 'bel maar' }, { phone: 'phone-strange' }],
    [{ email: 'an@voorbeeld' }, { email: 'email-strange' }],
    [{ website: 'voorbeeld' }, { website: 'website-strange' }],
    [{ website: 'javascript:alert(1)' }, { website: 'website-strange' }],
    [{ website: 'ftp://voorbeeld.example' }, { website: 'website-strange' }],
    [{ address: 'Kerkstraat 1' }, { address: 'postal-code-missing' }],
    [{ hours: 'voormiddag' }, { hours: 'no-days' }],
    [{ hours: 'ma 12-9' }, { hours: 'hours-backwards' }],
    [{ ages: 'jongeren' }, { ages: 'not-ages' }],
    [{ ages: '18-12' }, { ages: 'ages-backwards' }],
    [{ regions: '' }, { regions: 'regions-missing' }],
    [{ phone: '', website: '', address: '' }, { phone: 'contact-missing' }],
    [
      { name: '', ages: 'x' },
      { name: 'name-missing', ages: 'not-ages' },
    ],
  ])('%j is asked again', async (change, errors) => {
    expect(await act(editLine, byAn(), { ...fresh, ...change })).toMatchObject({
      reply: { form: 'edit-line', errors },
    });
  });
});

describe('edit-line, an existing one', () => {
  const given = { lineId: jac.id, seen, ...asNow };

  it('shows what stands there', async () => {
    expect(await formOf(editLine, byAn(), { lineId: jac.id })).toMatchObject({ existing: 'yes', seen, typed: asNow });
  });

  it('by another team: stored, confirmed, no longer asked after, and the keeper is told', async () => {
    const line = { ...jac, askedOn: '2026-10-01', assuredOn: '2026-03-01' };
    const verdict = await act(editLine, byBram(), { ...given, phone: '016 99 99 99' }, { lines: [line] });
    expect(lineIn(verdict)).toMatchObject({
      phone: '016 99 99 99',
      assuredOn: '2026-11-16',
      askedOn: null,
      keeperId: an.id,
    });
    expect(outcomeOf(verdict)).toMatchObject({
      changes: [{}, { row: { what: 'edited', before: { phone: jac.phone }, after: { phone: '016 99 99 99' } } }],
      notices: [
        {
          key: `line:${jac.id}:changed:1`,
          view: 'line-changed',
          to: { person: an.id },
          params: { lineId: jac.id, at: monday10.toISOString() },
        },
      ],
      reply: { show: 'line-card', note: { key: 'done' } },
    });
    expect(outcomeOf(verdict).refresh).toContain(`keepers:2026-10-01:person:${an.id}`);
  });

  it('given a keeper without a chat, then the team’s channel hears it', async () => {
    const people = [{ ...an, personalConversationId: null }];
    const verdict = await act(
      editLine,
      byBram(),
      { ...given, phone: '016 99 99 99' },
      { people, members: { [clb.id]: people } },
    );
    expect(outcomeOf(verdict).notices).toMatchObject([{ to: { organisation: clb.id }, mention: an.id }]);
  });

  it('by its keeper, or of a line that nobody keeps: nobody is told', async () => {
    const own = await act(editLine, byAn(), { ...given, phone: '016 99 99 99' });
    expect(outcomeOf(own).notices).toEqual([]);
    const free = { ...asNow, lineId: brug.id, seen: brug.updatedAt.toISOString() };
    expect(outcomeOf(await act(editLine, byBram(), free)).notices).toEqual([]);
  });

  it('changes nothing when nothing was changed', async () => {
    expect(await act(editLine, byBram(), given)).toEqual({
      reply: { show: 'line-card', with: { lineId: jac.id }, note: { key: 'done' } },
    });
  });

  it('given that somebody changed it in between, then it asks to look again and keeps what was typed', async () => {
    const line = { ...jac, name: 'JAC Anders', updatedAt: new Date('2026-11-16T09:30:00Z') };
    const verdict = await act(editLine, byBram(), { ...given, phone: '016 99 99 99' }, { lines: [line] });
    expect(verdict).toMatchObject({
      reply: { form: 'edit-line', with: { seen: '2026-11-16T09:30:00.000Z' }, errors: { name: 'changed-meanwhile' } },
    });
    expect(isRefusal(verdict)).toBe(false);
  });

  it('from a report goes on to closing it', async () => {
    const verdict = await act(editLine, byAn(), { ...given, phone: '016 99 99 99', reportId: report.id });
    expect(verdict).toMatchObject({
      reply: { show: 'line-report', with: { reportId: report.id }, note: { key: 'line-mended' } },
    });
  });

  it('is refused when there is no such line', async () => {
    expect(await act(editLine, byAn(), given, { lines: [] })).toEqual({ refused: 'not-found' });
  });
});

describe('complete-line', () => {
  const given = {
    lineId: jac.id,
    status: 'active',
    alert: '',
    hoursNote: 'niet in schoolvakanties',
    eligibility: '',
    languages: 'fr,nl',
    municipalities: '',
  };

  it('stores the other data, municipalities by name or postal code', async () => {
    const verdict = await act(completeLine, byBram(), {
      ...given,
      municipalities: 'Tienen; 3000',
      alert: 'Gesloten tot 1 maart.',
    });
    expect(lineIn(verdict)).toMatchObject({
      municipalities: ['24107', '24062'],
      alert: 'Gesloten tot 1 maart.',
      languages: ['nl', 'fr'],
    });
    expect(outcomeOf(verdict).notices).toHaveLength(1);
  });

  it('another order of languages is no change', async () => {
    expect(await act(completeLine, byAn(), given)).toEqual({
      reply: { show: 'line-card', with: { lineId: jac.id }, note: { key: 'done' } },
    });
  });

  it('closing stands as such in the history', async () => {
    const verdict = await act(completeLine, byAn(), { ...given, status: 'defunct' });
    expect(outcomeOf(verdict).changes).toMatchObject([{ row: { status: 'defunct' } }, { row: { what: 'closed' } }]);
  });

  it.each([
    [{ status: '' }, { status: 'status-missing' }],
    [{ alert: 'x'.repeat(201) }, { alert: 'text-long' }],
    [{ municipalities: 'Antwerpen' }, { municipalities: 'municipality-outside' }],
    [{ municipalities: 'Xyzdorp' }, { municipalities: 'municipality-unknown' }],
  ])('%j is asked again', async (change, errors) => {
    expect(await act(completeLine, byAn(), { ...given, ...change })).toMatchObject({
      reply: { form: 'complete-line', errors },
    });
  });

  it('is for linked teams, about a line that is there', async () => {
    expect(await act(completeLine, byNobody(), given)).toEqual({ refused: 'not-a-member' });
    expect(await act(completeLine, byAn(), given, { lines: [] })).toEqual({ refused: 'not-found' });
  });
});
