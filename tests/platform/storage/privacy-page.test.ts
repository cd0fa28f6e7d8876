import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { defaultSettings } from '../../../src/domain/settings.js';
import { terms } from '../../../src/domain/terms.js';
import { anyDatabase } from '../../support/database.js';
import { root } from '../../support/kept-folder.js';

const page = readFileSync(join(root, 'docs/privacy.md'), 'utf8');

/** Names in code style in the first column of the tables of the page. */
const named = [...page.matchAll(/^\| (`[^|]+`) +\|/gm)].flatMap(([, cell = '']) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
);

test('every table and view of the database is told of in docs/privacy.md, and none that is not there', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public'`.execute(
    (await anyDatabase()).kysely,
  );
  const tables = rows.map(({ name }) => name).filter((name) => !name.startsWith('kysely_'));
  expect(tables.length).toBeGreaterThan(30);
  expect(named.toSorted()).toEqual(tables.toSorted());
});

test.each([
  ['draft', defaultSettings.draftDays],
  ['message', terms.said],
  ['message', terms.replies],
  ['audit', terms.audit],
  ['referral', terms.erased],
  ['processed_activity', terms.heard],
])('the term of %s stands there as it is: %i days', (table, days) => {
  expect(page.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${table}\``))).toContain(
    `${days} dagen`,
  );
});

test('the term after which a pupil is erased stands there as it is', () => {
  expect(page).toContain(`Na **${terms.trails} dagen** zonder lopende aanmelding`);
});
