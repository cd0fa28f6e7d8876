import { describe, expect, it } from '@jest/globals';
import { entry, settingsId } from '../../../src/domain/timeline/entries.js';
import { isRefusal } from '../../../src/contracts/outcome.js';
import { defaultSettings } from '../../../src/domain/settings.js';
import { clock } from '../../../src/features/desk/clock.js';
import { deskMenu } from '../../../src/features/desk/desk-menu.js';
import { editHours } from '../../../src/features/desk/edit-hours.js';
import { editPrivacy } from '../../../src/features/desk/edit-privacy.js';
import { editTerms } from '../../../src/features/desk/edit-terms.js';
import { moveClock } from '../../../src/features/desk/move-clock.js';
import { readClock } from '../../../src/features/desk/read-clock.js';
import { showDesk } from '../../../src/features/desk/show-desk.js';
import { actionContext, actor, context, monday10, viewContext } from '../../support/given.js';
import { atClb, atDesk, readOf } from './world.js';

const workdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
const week = Object.fromEntries(workdays.map((day) => [day, '9-12, 13-16.30']));

describe('show-desk and desk-menu', () => {
  it('opens by a word, for the desk', () => {
    expect(showDesk.decide({}, {}, atDesk())).toEqual({ reply: { show: 'desk-menu', with: {} } });
    expect(showDesk.may({}, atClb)).toEqual({ refused: 'only-desk' });
  });

  it('counts what waits and says when referrals are delivered', async () => {
    const saturday = viewContext({ now: new Date('2026-11-21T10:00:00Z') });
    const facts = await deskMenu.load(readOf({ held: 2, overdue: 5 }), {}, saturday);
    expect(deskMenu.fill(facts!, saturday)).toMatchObject({
      line: '7 wachten op u · za 21 nov., 11 u.',
      tiles: [
        { number: '5', word: 'te laat', style: 'attention', verb: 'list-my-referrals', page: '0' },
        { number: '2', word: 'te doen', style: 'warning', page: '0' },
        { number: '0', word: 'niet bezorgd', style: 'emphasis', press: null },
      ],
      hours: 'U bent nu niet actief. Aanmeldingen worden bezorgd op ma 23 nov., 9 u.',
      deskFirst: null,
    });
    expect(deskMenu.may?.(facts!, atClb.actor)).toEqual({ refused: 'only-desk' });
  });

  it('promises no delivery at once when the desk looks first', async () => {
    const looks = viewContext({ settings: { ...defaultSettings, deskFirst: true } });
    const facts = await deskMenu.load(readOf(), {}, looks);
    expect(deskMenu.fill(facts!, looks)).toMatchObject({
      hours: 'U bent nu actief: wat u toewijst, wordt meteen bezorgd.',
      deskFirst: 'Elke aanmelding komt eerst bij u, voor ze naar de aanbieder gaat.',
    });
    expect(deskMenu.fill(facts!, viewContext())).toMatchObject({
      hours: 'U bent nu actief: aanmeldingen worden meteen bezorgd.',
      deskFirst: null,
    });
  });
});

describe('edit-hours', () => {
  it('given a week as it is, then the settings are the same', () => {
    const fields = editHours.fields.parse({ ...week, closed: '24/12/2026–2/1/2027 Kerst', inSchoolHolidays: 'true' });
    expect(editHours.decide({}, fields, atDesk())).toEqual({
      changes: [
        {
          put: 'setting',
          row: {
            weeklyHours: { ...defaultSettings.weeklyHours, 6: [], 7: [] },
            closedPeriods: [{ from: '2026-12-24', to: '2027-01-02', label: 'Kerst' }],
            closedInSchoolHolidays: true,
          },
        },
      ],
      entries: [
        entry('settings', settingsId, 'changed', {
          fields: ['weeklyHours', 'closedPeriods', 'closedInSchoolHolidays'],
          values: { closedInSchoolHolidays: { from: false, to: true } },
        }),
      ],
      reply: { show: 'desk-menu', with: {}, note: { key: 'done' } },
    });
  });

  it('shows what is stored in a way that it reads back, without what is over', () => {
    const settings = {
      ...defaultSettings,
      closedPeriods: [
        { from: '2026-11-02', to: '2026-11-03', label: 'Allerzielen' },
        { from: '2026-12-24', to: '2027-01-02', label: 'Kerst' },
        { from: '2027-07-12', to: '2027-07-12', label: '' },
      ],
    };
    const { typed } = editHours.form!({}, atDesk({ settings }), { typed: {}, errors: {} }) as { typed: object };
    expect(typed).toMatchObject({ monday: '9.00–12.00, 13.00–16.30', saturday: '' });
    expect(editHours.fields.parse(typed)).toMatchObject({ closed: settings.closedPeriods.slice(1) });
  });

  it('writes hours as each language does', () => {
    const english = atDesk({ actor: { ...atDesk().actor, language: 'en' } });
    expect(editHours.form!({}, english, { typed: {}, errors: {} })).toMatchObject({
      typed: { monday: '09:00–12:00, 13:00–16:30' },
    });
  });

  it('says everything that is wrong at its field, and never closes for good', () => {
    const codes = (fields: object) =>
      Object.fromEntries(
        (editHours.fields.safeParse(fields).error?.issues ?? []).map(({ path, message }) => [path[0], message]),
      );
    expect(codes({ monday: 'voormiddag', friday: '16-9', sunday: '9-12, 11-13', closed: 'kerst' })).toEqual({
      monday: 'not-hours',
      friday: 'hours-backwards',
      sunday: 'hours-overlap',
      closed: 'not-dates',
    });
    expect(codes({})).toEqual({ monday: 'never-open' });
  });

  it('is for the desk only', () => {
    expect(editHours.may({}, atClb)).toEqual({ refused: 'only-desk' });
    expect(editTerms.may({}, atClb)).toEqual({ refused: 'only-desk' });
  });
});

describe('edit-terms', () => {
  it('shows the terms in hours and stores them in minutes', () => {
    const { typed } = editTerms.form!({}, atDesk(), { typed: {}, errors: {} }) as { typed: object };
    const weeks = { checkInWeeks: '4', lookWeeks: '6' };
    expect(typed).toEqual({ deskFirst: 'false', contactHours: '13', escalateHours: '6,5', draftDays: '30', ...weeks });
    const fields = editTerms.fields.parse({ ...typed, deskFirst: 'true', contactHours: '7.5' });
    expect(editTerms.decide({}, fields, atDesk())).toMatchObject({
      changes: [
        {
          put: 'setting',
          row: {
            deskFirst: true,
            contactWithinMinutes: 450,
            escalateAfterMinutes: 390,
            draftDays: 30,
            checkInWeeks: 4,
          },
        },
      ],
      entries: [
        entry('settings', settingsId, 'changed', {
          fields: ['deskFirst', 'contactWithinMinutes'],
          values: { deskFirst: { from: false, to: true }, contactWithinMinutes: { from: 780, to: 450 } },
        }),
      ],
    });
  });

  it('refuses what is no number of hours or days', () => {
    const { error } = editTerms.fields.safeParse({
      contactHours: 'snel',
      escalateHours: '',
      draftDays: '1,5',
      checkInWeeks: '1',
    });
    expect(error?.issues.map(({ message }) => message)).toEqual([
      'hours-strange',
      'hours-strange',
      'days-strange',
      'weeks-strange',
    ]);
  });
});

describe('move-clock and clock', () => {
  const hour = 3_600_000;
  const local = { local: true };
  const when = async (by: string, over: Parameters<typeof atDesk>[0] = local, saidBefore = false) => {
    const given = atDesk(over);
    const loaded = await moveClock.load(readOf({ saidBefore }), { by }, given);
    if (isRefusal(loaded)) throw new Error(loaded.refused);
    return moveClock.may(loaded, given) ?? moveClock.decide(loaded, {}, given);
  };

  it.each([
    ['+3 dagen', 72 * hour],
    ['3 dagen', 72 * hour],
    ['+2 u', 2 * hour],
    ['+2 uur', 2 * hour],
    ['+30 minuten', hour / 2],
    ['+1 week', 168 * hour],
    ['+1 day', 24 * hour],
    ['2026-11-16 12:00', 2 * hour],
    ['16/11/2026 12.30', 2.5 * hour],
    ['2026-11-17', 23 * hour],
  ])('“klok %s” moves %s ms forward', async (by, moveClock) => {
    expect(await when(by)).toEqual({ moveClock, reply: { show: 'clock', with: {} } });
  });

  it.each([
    ['morgen', 'unclear'],
    ['3 eeuwen', 'unclear'],
    ['2027-02-30', 'unclear'],
    ['2027-09-01 25:00', 'unclear'],
    ['-1 u', 'backwards'],
    ['2026-01-01', 'backwards'],
    ['+9999 weken', 'too-far'],
  ])('“klok %s” changes nothing: %s', async (by, problem) => {
    expect(await when(by)).toEqual({ reply: { show: 'clock', with: { problem } } });
  });

  it('tells the time without more words, and when the same message comes again', async () => {
    expect(await when('')).toEqual({ reply: { show: 'clock', with: {} } });
    expect(await when('+3 dagen', local, true)).toEqual({ reply: { show: 'clock', with: {} } });
  });

  it('does not understand it in production, and asks the desk in local mode', async () => {
    expect(await when('+3 dagen', {})).toEqual({
      reply: { show: 'suggestions', with: { nearest: ['list-my-referrals', 'say-help'] } },
    });
    const stranger = actionContext({ actor: actor({ organisations: [] }) });
    expect(moveClock.decide({ by: '', again: false }, {}, stranger)).toMatchObject({
      reply: { with: { nearest: ['link-channel', 'say-help'] } },
    });
    expect(moveClock.may({ by: '', again: false }, { ...atClb, local: true })).toEqual({ refused: 'only-desk' });
  });

  it('knows summer time', () => {
    const { calendar } = context();
    expect(readClock('2027-07-01 10:00', monday10, calendar)).toEqual({
      forward: new Date('2027-07-01T08:00:00Z').getTime() - monday10.getTime(),
    });
  });

  it('tells the time with the year', () => {
    expect(clock.fill({ problem: null }, viewContext())).toMatchObject({
      title: 'Het is nu ma 16 nov. 2026, 10 u.',
      problem: null,
      hours: 'Het Meldpunt is actief.',
    });
    expect(clock.summary({ problem: null }, viewContext())).toContain('16 nov. 2026');
  });
});

describe('edit-privacy', () => {
  const given = {
    controller: ' Vereniging ',
    privacyOfficer: 'fg@voorbeeld.example',
    trailDays: '400',
    auditDays: '365',
  };

  it('changes who is responsible and two terms, leaves the others, and tells so', () => {
    const outcome = editPrivacy.decide({}, editPrivacy.fields.parse(given), atDesk());
    const row = {
      controller: 'Vereniging',
      privacyOfficer: 'fg@voorbeeld.example',
      keptDays: { ...defaultSettings.keptDays, trails: 400, audit: 365 },
    };
    expect(outcome).toMatchObject({ changes: [{ put: 'setting', row }] });
    expect(isRefusal(outcome) ? [] : outcome.entries).toEqual([
      entry('settings', settingsId, 'changed', {
        fields: ['keptDays', 'controller', 'privacyOfficer'],
        values: {
          controller: { from: '', to: 'Vereniging' },
          privacyOfficer: { from: '', to: 'fg@voorbeeld.example' },
        },
      }),
    ]);
    expect(editPrivacy.may({}, atClb)).toEqual({ refused: 'only-desk' });
  });

  it.each(['', '29', '3651', '30,5', 'veel'])('does not take %p days', (trailDays) => {
    expect(editPrivacy.fields.safeParse({ ...given, trailDays }).error?.issues).toMatchObject([
      { path: ['trailDays'], message: 'days-strange' },
    ]);
  });
});
