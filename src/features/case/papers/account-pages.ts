import { isRefusal } from '../../../contracts/outcome.js';
import type { Asked, Page, PageReply, Visit } from '../../../contracts/page.js';
import { accountData } from './account-data.js';
import { accountActions, accountPath, readPass } from './account-link.js';
import { loadAccount, type Account } from './load-account.js';
import { accountPage, noAccountPage } from './account-page.js';

/** A copy for the CLB's own file, and everything about one pupil: to read and print, and for programs. For the one who pressed. */
export const accountPages: readonly Page[] = [
  {
    path: `${accountPath}/:token`,
    byAddress: true,
    async answer(asked, visit) {
      const account = await opened(asked, visit);
      if (account === null) return closed(visit);
      const address = `${accountPath}/${asked.params['token'] ?? ''}/json`;
      return { screen: accountPage(account, address, visit), personal: true };
    },
  },
  {
    path: `${accountPath}/:token/json`,
    byAddress: true,
    async answer(asked, visit) {
      const account = await opened(asked, visit);
      if (account === null) return closed(visit);
      return { data: accountData(account, visit.now), personal: true, fileName: 'meldpunt.json' };
    },
  },
];

const closed = ({ language }: Visit): PageReply => ({
  screen: noAccountPage(language),
  status: 410,
  personal: true,
});

/** What may be seen, once the opening is written in the read log; null: not any more, or not by this person. */
async function opened({ params }: Asked, visit: Visit): Promise<Account | null> {
  const pass = await readPass(visit, params['token'] ?? '');
  if (pass === null) return null;
  const { referralId, kind, actor } = pass;
  const noted = await visit.perform(accountActions.noteOpened, actor, { referralId, kind }, {});
  return isRefusal(noted) ? null : loadAccount(visit.read, kind, referralId);
}
