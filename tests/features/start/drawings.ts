import type { View } from '../../../src/contracts/action.js';
import { chosenFor } from '../../../src/contracts/for-whom.js';
import { chooseOrganisationCard } from '../../../src/features/start/choose-organisation.js';
import { explanation, topics } from '../../../src/features/start/explanation.js';
import { helpCard } from '../../../src/features/start/help-card.js';
import { olderClient } from '../../../src/features/start/older-client.js';
import { refusal } from '../../../src/features/start/refusal.js';
import { storedForm } from '../../../src/features/start/stored-form.js';
import { suggestions } from '../../../src/features/start/suggestions.js';
import { welcome } from '../../../src/features/start/welcome.js';
import { clb, naft, readOf } from '../desk/world.js';
import type { Drawing } from '../../support/drawings.js';
import { channel, monday10, organisation, person, viewContext } from '../../support/given.js';
import { readOver } from '../../support/read-over.js';

const desk = organisation({
  kind: 'desk',
  name: 'Meldpunt Vlaams-Brabant',
  phone: '016 00 00 00',
  email: 'meldpunt@voorbeeld.be',
});

const ofView = (view: View, name: string, params: object): Drawing => ({
  feature: 'start',
  slug: view.slug,
  name,
  async data(language) {
    const context = viewContext({ language });
    return view.fill(
      await view.load(readOver([{ into: 'organisation', rows: [desk] }]), view.params.parse(params), context),
      context,
    );
  },
});

/** What waits, over referrals that are held and that are late. */
const home = (name: string, params: object): Drawing => ({
  feature: 'start',
  slug: 'welcome',
  name,
  async data(language) {
    const context = viewContext({ language });
    const read = readOf({ held: 2, overdue: 5 });
    return (welcome as View).fill(await welcome.load(read, welcome.params.parse(params), context), context);
  },
});
const an = person();
const second = organisation({ name: 'CLB Voorbeeld Rand', id: '0a0a0a0a-0000-4000-8000-0000000000c9' as never });
const channels = [clb, second, naft].map(({ id: organisationId }) =>
  channel({ organisationId, conversationId: `19:${organisationId}@thread.tacv2` }),
);

/** Somebody of two CLBs and a provider chooses. */
const choice = (act: string): Drawing => ({
  feature: 'start',
  slug: 'choose-organisation',
  name: act,
  async data(language) {
    const context = viewContext({ language });
    const read = readOver([
      { into: 'organisation', rows: [clb, second, naft] },
      { into: 'person', rows: [an] },
      { into: 'channel', rows: channels },
      {
        into: 'membership',
        rows: channels.map(({ id: channelId }) => ({ personId: an.id, channelId, checkedAt: monday10 })),
      },
    ]);
    const params = chooseOrganisationCard.params.parse({ for: act, personId: an.id });
    const shown = chooseOrganisationCard as View;
    return shown.fill(await shown.load(read, params, context), context);
  },
});
const listOf = (of: string, organisation: string) => ({ of, organisationIds: [organisation], personId: null });

export const drawings: readonly Drawing[] = [
  ofView(welcome as View, 'personal', { scope: 'personal', kinds: ['clb'] }),
  ofView(welcome as View, 'unlinked channel', { scope: 'channel', kinds: [] }),
  ofView(welcome as View, 'unknown person', { scope: 'personal', kinds: [] }),
  ofView(welcome as View, 'provider', { scope: 'channel', kinds: ['provider'] }),
  home('home of a clb', { scope: 'channel', kinds: ['clb'], list: listOf('clb', clb.id) }),
  home('home of a provider', { scope: 'channel', kinds: ['provider'], list: listOf('provider', naft.id) }),
  home('home of the working group', { scope: 'channel', kinds: ['workgroup'], list: listOf('workgroup', clb.id) }),
  ...Object.keys(chosenFor).map(choice),
  ofView(helpCard as View, 'clb', { scope: 'personal', kinds: ['clb'] }),
  ofView(helpCard as View, 'provider', { scope: 'channel', kinds: ['provider'] }),
  ofView(helpCard as View, 'desk', { scope: 'channel', kinds: ['desk'] }),
  ofView(helpCard as View, 'unlinked', { scope: 'channel', kinds: [] }),
  ofView(helpCard as View, 'unknown person', { scope: 'personal', kinds: [] }),
  ofView(helpCard as View, 'clb in a channel', { scope: 'channel', kinds: ['clb'] }),
  ofView(suggestions as View, 'two', { nearest: ['start-intake', 'say-help'] }),
  ofView(suggestions as View, 'nothing known', { nearest: ['start-intake', 'say-help'], known: false }),
  ofView(suggestions as View, 'in one’s own chat', { nearest: ['say-help'], chat: true }),
  ofView(suggestions as View, 'referrals', {
    nearest: ['list-my-referrals', 'say-help'],
    references: ['2026-0042', '2026-0043'],
  }),
  ...topics.map((topic) => ofView(explanation as View, topic, { topic, scope: 'personal', kinds: ['clb'] })),
  ofView(olderClient as View, 'stored', { what: 'stored' }),
  ofView(olderClient as View, 'wrong', { what: 'wrong', of: 'linking.link-channel', codes: ['code-wrong'] }),
  ofView(olderClient as View, 'elsewhere', { what: 'elsewhere' }),
  ofView(refusal as View, 'only desk', { code: 'only-desk', values: {}, language: 'nl' }),
  ofView(refusal as View, 'one’s own chat', { code: 'use-personal', values: {}, language: 'nl' }),
  ofView(storedForm as View, 'link', { form: 'link-channel', with: {}, room: 'linking' }),
];
