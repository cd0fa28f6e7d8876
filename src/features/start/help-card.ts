import { view } from '../../contracts/action.js';
import { textAt, texts } from '../../texts/index.js';
import { audience, doingsFor, type Doing } from './audience.js';
import { buttonsFor } from './buttons-for.js';

/** More buttons than this do not fit on a phone; the words for the rest stand above them. */
const mostButtons = 4;

/** What one can do here: each thing with the word to type and the button to press. */
export const helpCard = view({
  slug: 'help-card',
  audience: 'stored',
  params: audience,
  load: async (_read, params) => params,
  fill(facts, { language }) {
    const doings = doingsFor(facts).filter((doing) => doing !== 'say-help');
    const listed: readonly (Doing | 'show-status')[] = facts.kinds.length === 0 ? doings : [...doings, 'show-status'];
    return {
      intro: texts(language)(facts.kinds.length === 0 ? 'start.help-card.introUnlinked' : 'start.help-card.intro'),
      facts: listed.map((doing) => ({
        title: textAt(language, `start.doings.${doing}.words`) ?? '',
        value: textAt(language, `start.doings.${doing}.what`) ?? '',
      })),
      buttons: buttonsFor(doings.slice(0, mostButtons), language),
    };
  },
  summary: (_facts, { language }) => texts(language)('start.help-card.title'),
});
