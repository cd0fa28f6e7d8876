import { messagePage } from './message-page.js';
import type { Page } from '../../contracts/page.js';

/** `/`: says what this is to who came here without a link, and leads to what everybody may see. */
export const homePage: Page = {
  path: '/',
  local: false,
  answer: async () => messagePage(200, 'home', 'nl', { link: 'help-lines' }),
};
