import { describe, expect, test } from '@jest/globals';
import type { Conversation } from '../../../src/contracts/turn.js';
import type { OrganisationKind } from '../../../src/domain/organisation.js';
import { notHere } from '../../../src/features/linking/where-it-works.js';

const home = 'tenant-home';
const away = 'tenant-away';
const free = { tenantId: null, anyTenant: false };

type Case = [
  string,
  { tenantId: string | null; anyTenant: boolean },
  OrganisationKind,
  Conversation['scope'],
  string,
  string[],
  ReturnType<typeof notHere>,
];

describe('where a code works', () => {
  test.each<Case>([
    ['the first code, at home in a channel', { ...free, tenantId: home }, 'desk', 'channel', home, [], null],
    ['its tenant in other letters', { ...free, tenantId: home.toUpperCase() }, 'desk', 'channel', home, [], null],
    ['the first code, elsewhere', { ...free, tenantId: home }, 'desk', 'channel', away, [], 'code-other-tenant'],
    [
      'the first code, in a chat elsewhere',
      { ...free, tenantId: home },
      'desk',
      'personal',
      away,
      [],
      'code-other-tenant',
    ],
    ['the first code, in an own chat', { ...free, tenantId: home }, 'desk', 'personal', home, [], 'code-needs-channel'],
    ['the first code, in a group chat', { ...free, tenantId: home }, 'desk', 'group', home, [], 'code-needs-channel'],
    ['a further code of the Meldpunt', free, 'desk', 'channel', home, [home], null],
    ['the same elsewhere', free, 'desk', 'channel', away, [home], 'code-other-tenant'],
    ['the same, meant for elsewhere', { ...free, anyTenant: true }, 'desk', 'channel', away, [home], null],
    ['also then no own chat', { ...free, anyTenant: true }, 'desk', 'personal', away, [home], 'code-needs-channel'],
    ['an organisation begins at home', free, 'clb', 'channel', home, [], null],
    ['an organisation begins in its own tenant', free, 'clb', 'channel', away, [], null],
    ['but not with somebody’s own chat there', free, 'clb', 'personal', away, [], 'code-needs-channel'],
    ['in an own chat at home it may', free, 'provider', 'personal', home, [], null],
    ['an organisation that is somewhere stays there', free, 'clb', 'channel', home, [away], 'code-other-tenant'],
    ['and goes on there', free, 'clb', 'channel', away, [away], null],
    ['unless the desk says otherwise', { ...free, anyTenant: true }, 'clb', 'channel', home, [away], null],
  ])('%s', (_name, code, kind, scope, tenantId, own, expected) => {
    expect(notHere(code, { kind }, { tenantId, scope }, { own, desk: [home] })).toBe(expected);
  });

  test('while the Meldpunt itself has no channel, every tenant is as good as another', () => {
    expect(notHere(free, { kind: 'clb' }, { tenantId: away, scope: 'personal' }, { own: [], desk: [] })).toBeNull();
  });
});
