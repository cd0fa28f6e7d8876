import { view, type ViewContext } from '../../contracts/action.js';
import { texts } from '../../texts/index.js';
import { audience, doingsFor, refersElsewhere, type Audience, type Doing } from './audience.js';
import { buttonsFor } from './buttons-for.js';

/** What the bot does, for whom, and the first thing to press. */
export const welcome = view({
  slug: 'welcome',
  audience: 'stored',
  params: audience,
  load: async (_read, params) => params,
  fill: (facts, { language, links }) => ({
    what: texts(language)(`start.welcome.${whichText(facts)}`),
    buttons: buttonsFor([...new Set<Doing>([...doingsFor(facts).slice(0, 3), 'say-help'])], language),
    chat: refersElsewhere(facts) ? links.chat() : null,
  }),
  summary: (_facts: Audience, { language }: ViewContext) => texts(language)('start.welcome.title'),
});

const whichText = ({ scope, kinds }: Audience): 'unlinked' | 'unknown' | 'personal' | 'channel' => {
  if (kinds.length === 0) return scope === 'personal' ? 'unknown' : 'unlinked';
  return scope === 'personal' ? 'personal' : 'channel';
};
