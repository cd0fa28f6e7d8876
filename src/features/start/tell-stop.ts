import { explains } from './explains.js';

/** `stop`: what stopping means, and what goes on. */
export const tellStop = explains('tell-stop', 'stop', {
  nl: ['stop', 'stoppen'],
  en: ['unsubscribe'],
});
