import { explains } from './explains.js';

/** `privacy`: what is stored, who sees it, how long, whom to ask. */
export const tellPrivacy = explains('tell-privacy', 'privacy', {
  nl: ['privacy', 'gdpr', 'avg'],
  en: ['data protection'],
});
