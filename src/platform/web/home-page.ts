import { messagePage } from './message-page.js';
import type { HttpPage } from './http-page.js';

/** `/`: says what this is to who came here without a link, and leads to what everybody may see. */
export const homePage: HttpPage = {
  path: '/',
  local: false,
  answer: async () => messagePage(200, 'home', 'nl', { links: ['offer', 'help-lines', 'questions', 'privacy'] }),
};
