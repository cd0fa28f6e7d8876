import { explains } from './explains.js';

/** `over`: what this bot is, who runs it, which version. */
export const tellAbout = explains('tell-about', 'about', {
  nl: ['over', 'over deze bot', 'versie'],
  en: ['about', 'version'],
});
