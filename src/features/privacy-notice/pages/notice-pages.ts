import { deskContact } from '../../../contracts/desk-contact.js';
import type { Page } from '../../../contracts/page.js';
import { privacyPage } from './privacy-page.js';
import { termsPage } from './terms-page.js';

/** What is kept and for how long, as it is set now; and the agreements. For everybody, without a script. */
export const noticePages: readonly Page[] = [
  {
    path: '/privacy',
    async answer(_asked, { read, language, settings }) {
      return { screen: privacyPage({ desk: await deskContact(read), settings }, language) };
    },
  },
  {
    path: '/voorwaarden',
    async answer(_asked, { read, language }) {
      return { screen: termsPage(await deskContact(read), language) };
    },
  },
];
