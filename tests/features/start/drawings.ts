import type { View } from '../../../src/contracts/action.js';
import { helpCard } from '../../../src/features/start/help-card.js';
import { olderClient } from '../../../src/features/start/older-client.js';
import { refusal } from '../../../src/features/start/refusal.js';
import { storedForm } from '../../../src/features/start/stored-form.js';
import { suggestions } from '../../../src/features/start/suggestions.js';
import { welcome } from '../../../src/features/start/welcome.js';
import type { Drawing } from '../../support/drawings.js';
import { viewContext } from '../../support/given.js';
import { readOver } from '../../support/read-over.js';

const ofView = (view: View, name: string, params: object): Drawing => ({
  feature: 'start',
  slug: view.slug,
  name,
  async data(language) {
    const context = viewContext({ language });
    return view.fill(await view.load(readOver([]), view.params.parse(params), context), context);
  },
});

export const drawings: readonly Drawing[] = [
  ofView(welcome as View, 'personal', { scope: 'personal', kinds: ['clb'] }),
  ofView(welcome as View, 'unlinked channel', { scope: 'channel', kinds: [] }),
  ofView(welcome as View, 'unknown person', { scope: 'personal', kinds: [] }),
  ofView(welcome as View, 'provider', { scope: 'channel', kinds: ['provider'] }),
  ofView(helpCard as View, 'clb', { scope: 'personal', kinds: ['clb'] }),
  ofView(helpCard as View, 'provider', { scope: 'channel', kinds: ['provider'] }),
  ofView(helpCard as View, 'desk', { scope: 'channel', kinds: ['desk'] }),
  ofView(helpCard as View, 'unlinked', { scope: 'channel', kinds: [] }),
  ofView(helpCard as View, 'unknown person', { scope: 'personal', kinds: [] }),
  ofView(suggestions as View, 'two', { nearest: ['start-intake', 'say-help'] }),
  ofView(olderClient as View, 'stored', { what: 'stored' }),
  ofView(olderClient as View, 'wrong', { what: 'wrong', of: 'linking.link-channel', codes: ['code-wrong'] }),
  ofView(olderClient as View, 'elsewhere', { what: 'elsewhere' }),
  ofView(refusal as View, 'only desk', { code: 'only-desk', values: {}, language: 'nl' }),
  ofView(storedForm as View, 'link', { form: 'link-channel', with: {}, room: 'linking' }),
];
