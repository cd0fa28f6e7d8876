import { view } from '../../contracts/action.js';
import type { Reached } from '../../domain/organisation.js';
import { deskContact } from '../../contracts/desk-contact.js';
import { waysOn } from '../../texts/desk-contact.js';
import { textAt, texts } from '../../texts/index.js';
import { alsoFor, audience, doingsFor, refersElsewhere, type Audience } from './audience.js';
import type { Doing } from '../../contracts/doings.js';
import { buttonsFor } from './buttons-for.js';

/** More buttons than this do not fit on a phone; the words for the rest stand above them. */
const mostButtons = 4;

/** Everything with its word: what is done here, what in one's own chat, and what anybody may ask. */
function listed(who: Audience): readonly (Doing | 'show-status' | 'edit-my-details' | 'ask-about')[] {
  const doings = doingsFor(who).filter((doing) => doing !== 'say-help');
  if (who.kinds.length === 0) return [...doings, 'ask-about'];
  const elsewhere = refersElsewhere(who) ? (['start-intake'] as const) : [];
  return [...elsewhere, ...doings, 'show-status', ...alsoFor(who), 'edit-my-details', 'ask-about'];
}

/** In a channel the bot hears only what is said to it by name. */
const introFor = ({ kinds, scope }: Audience): 'introUnlinked' | 'introChannel' | 'intro' => {
  if (kinds.length === 0) return 'introUnlinked';
  return scope === 'personal' ? 'intro' : 'introChannel';
};

/** What one can do here: each thing with the word to type and the button to press. */
export const helpCard = view({
  slug: 'help-card',
  audience: 'stored',
  params: audience,
  load: async (read, who): Promise<Audience & { readonly desk?: Reached | null }> => ({
    ...who,
    desk: who.kinds.length === 0 ? await deskContact(read) : null,
  }),
  fill: ({ desk, ...who }, { language, links }) => ({
    ways: who.kinds.length === 0 ? waysOn(desk ?? null, language) : null,
    intro: texts(language)(`start.help-card.${introFor(who)}`),
    facts: listed(who).map((doing) => ({
      title: textAt(language, `start.doings.${doing}.words`) ?? '',
      value: textAt(language, `start.doings.${doing}.what`) ?? '',
    })),
    buttons: buttonsFor(
      doingsFor(who)
        .filter((doing) => doing !== 'say-help')
        .slice(0, mostButtons),
      language,
    ),
    chat: refersElsewhere(who) ? links.chat() : null,
  }),
  summary: (_facts, { language }) => texts(language)('start.help-card.title'),
});
