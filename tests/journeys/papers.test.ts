import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sealedKinds, type SealedKind } from '../../src/platform/storage/keys/trail-parts.js';
import { engineInTurn } from '../support/database.js';
import type { Conversation, Person } from '../support/fake-teams/index.js';
import { postOf } from '../support/reading.js';
import { refers, secret } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

/** How each sealed kind is told to whoever asks what is kept of a pupil; a new kind that nobody thought of does not compile. */
const toldOfPupil: Readonly<Record<SealedKind, 'told' | 'of no pupil'>> = {
  draft: 'told',
  file: 'told',
  entry: 'told',
  hint: 'told',
  map: 'of no pupil',
  contact: 'of no pupil',
};

const question = 'Kan hij op dinsdag, zegt juf Hildegonde?';

/** Where somebody wants to see the pages. */
async function shows(name: string, page: string): Promise<void> {
  const folder = process.env['SHOW_PAGES'];
  if (folder !== undefined) await writeFile(join(folder, `${name}.html`), page);
}

interface Told {
  readonly written: readonly { readonly kind: string; readonly typed: Readonly<Record<string, string>> }[];
  readonly referrals: readonly { readonly openings: readonly { readonly what: string; readonly person: string }[] }[];
}

describe.each(engineInTurn(import.meta.url))('what is put on paper, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    await refers(stage, cast.an);
    await stage.later(60_000);
    const post = { on: postOf(cast.clb, '2026-0001') };
    await cast.an.presses('Iets vragen', {}, post);
    await cast.an.presses('Vraag stellen', { question }, post);
    await stage.settled();
  });
  afterAll(() => stage.close());

  /** Opens the file and then the papers, and gives their addresses by the path they begin with. */
  const papersOf = async (who: Person, where: Conversation) => {
    who.reloads();
    const on = { in: where, reading: '2026-0001' };
    if (who === cast.dirk) await who.says('status 2026-0001', where);
    await stage.settled();
    await who.presses('Bekijken', {}, on);
    const card = await who.presses('Papieren: brief, kopie, inzage', {}, { in: where });
    const urls = [...JSON.stringify(card.card).matchAll(/http[^")]*\/(?:dossier|brief)\/[^")]*/g)].map(([url]) => url);
    who.reloads();
    return { card, to: (path: string) => urls.filter((url) => url.includes(`/${path}/`)) };
  };

  it('a letter for the family in six languages, without anything of the pupil; its link works for a day', async () => {
    const letters = (await papersOf(cast.an, cast.clb)).to('brief');
    expect(letters).toHaveLength(6);
    for (const url of letters) {
      const page = await (await fetch(url)).text();
      expect(page).toContain('An Peeters');
      for (const word of Object.values(secret)) expect(page).not.toContain(word);
      expect(Buffer.from(url.split('/brief/')[1]!, 'base64url').toString()).not.toMatch(/Quackelbeen|2026-0001/);
    }
    await stage.later(25 * 3_600_000);
    expect((await fetch(letters[0]!)).status).toBe(410);
  });

  it('a copy of one referral for the CLB, to read and as a file; each opening is noted', async () => {
    const { card, to } = await papersOf(cast.an, cast.clb);
    expect(card.text).toContain('Kopie voor uw dossier');
    const [copy = ''] = to('dossier');
    const page = await fetch(copy);
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const text = await page.text();
    await shows('copy', text);
    for (const told of [secret.pupilName, secret.guardianPhone, secret.stepsTaken, question])
      expect(text).toContain(told);
    expect(text).not.toContain(secret.memoryHint);
    const file = await fetch(`${copy}/json`);
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="meldpunt.json"');
    expect(file.headers.get('access-control-allow-origin')).toBeNull();
    expect(JSON.stringify(await file.json())).toContain(secret.guardianName);
    const noted = await stage.database.kysely
      .selectFrom('timeline')
      .select('data')
      .where('name', '=', 'file-opened')
      .execute();
    expect(noted.filter(({ data }) => (data as { what: string }).what === 'copy')).toHaveLength(2);
  });

  it('everything about one pupil for the desk: each kind that is sealed, and who looked', async () => {
    const { card, to } = await papersOf(cast.dirk, cast.desk);
    expect(card.text).toContain('Inzage voor de leerling of de ouders');
    expect(to('brief')).toEqual([]);
    const [account = ''] = to('dossier');
    const audited = stage.database.kysely
      .selectFrom('audit')
      .select('action')
      .where('action', '=', 'note-account-opened');
    const before = (await audited.execute()).length;
    const told = (await (await fetch(`${account}/json`)).json()) as Told;
    const kinds = Object.keys(sealedKinds).filter((kind) => toldOfPupil[kind as SealedKind] === 'told');
    expect([...new Set(told.written.map(({ kind }) => kind))].sort()).toEqual(kinds.sort());
    const page = await (await fetch(account)).text();
    await shows('account', page);
    expect((await audited.execute()).length - before).toBe(2);
    for (const value of told.written.flatMap(({ typed }) => [typed['pupilName'], typed['text'], typed['hint']]))
      if (value !== undefined) expect(page).toContain(value);
    for (const word of [secret.memoryHint, question, 'Kopie voor het dossier van het CLB', 'An Peeters · CLB'])
      expect(page).toContain(word);
    expect(told.referrals[0]!.openings.map(({ what }) => what)).toContain('copy');
  });

  it('for nobody else: not after a quarter of an hour, not under a changed address, not for who left the team', async () => {
    const [copy = ''] = (await papersOf(cast.an, cast.clb)).to('dossier');
    expect((await fetch(`${copy.slice(0, -2)}xx`)).status).toBe(410);
    const [other = ''] = (await papersOf(cast.dirk, cast.desk)).to('dossier');
    await stage.later(16 * 60_000);
    for (const over of [copy, other, `${copy}/json`]) expect((await fetch(over)).status).toBe(410);
    const [fresh = ''] = (await papersOf(cast.an, cast.clb)).to('dossier');
    await stage.database.kysely.deleteFrom('membership').execute();
    expect((await fetch(fresh)).status).toBe(410);
  });
});
