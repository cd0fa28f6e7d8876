import type { Screen } from '../../../contracts/page.js';
import type { Language } from '../../../domain/language.js';
import type { Reached } from '../../../domain/organisation.js';
import { html } from '../../../lib/html/html.js';
import { texts } from '../../../texts/index.js';
import { noticeScreen, waysTo } from './notice.js';

/** The agreements for who works with the bot. */
export function termsPage(desk: Reached | null, language: Language): Screen {
  const t = texts(language);
  const ways = waysTo(desk);
  return noticeScreen(
    'terms',
    [
      { id: 'gevaar', title: t('privacy-notice.terms.danger.title'), parts: [t('privacy-notice.terms.danger.text')] },
      {
        id: 'wie',
        title: t('privacy-notice.terms.who.title'),
        parts: (['linked', 'everybody', 'refer'] as const).map((key) => t(`privacy-notice.terms.who.${key}`)),
      },
      {
        id: 'hoe',
        title: t('privacy-notice.terms.how.title'),
        parts: (['consent', 'chat', 'open', 'device'] as const).map((key) => t(`privacy-notice.terms.how.${key}`)),
      },
      {
        id: 'verwachten',
        title: t('privacy-notice.terms.promise.title'),
        parts: (['kept', 'people', 'free'] as const).map((key) => t(`privacy-notice.terms.promise.${key}`)),
      },
      {
        id: 'vragen',
        title: t('privacy-notice.terms.change.title'),
        parts: [
          t('privacy-notice.terms.change.text'),
          ...(ways === null ? [] : [html`<p>${ways}</p>`]),
          t('privacy-notice.terms.change.licence'),
        ],
      },
    ],
    language,
  );
}
