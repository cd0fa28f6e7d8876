import { explains } from './explains.js';

/** Thanks get a friendly word, and what one can do next. */
export const sayThanks = explains('say-thanks', 'thanks', {
  nl: ['bedankt', 'dank u', 'dank u wel', 'dank je', 'dank je wel', 'dankjewel', 'dankuwel', 'merci', 'top'],
  en: ['thanks', 'thank you', 'many thanks'],
});
