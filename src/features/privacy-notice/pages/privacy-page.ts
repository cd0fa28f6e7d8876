import type { Screen } from '../../../contracts/page.js';
import { policy } from '../../../domain/case/policy.js';
import type { Language } from '../../../domain/language.js';
import type { Reached } from '../../../domain/organisation.js';
import type { Settings } from '../../../domain/settings.js';
import { html, type Html } from '../../../lib/html/html.js';
import { days } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { noticeScreen, waysTo, type Section } from './notice.js';

interface PrivacyFacts {
  readonly desk: Reached | null;
  readonly settings: Settings;
}

/** What is kept, why, for how long as it is set now, who reads it (from the policy itself), and whom to ask. */
export function privacyPage(facts: PrivacyFacts, language: Language): Screen {
  const t = texts(language);
  return noticeScreen(
    'privacy',
    [
      responsible(facts, language),
      {
        id: 'waarvoor',
        title: t('privacy-notice.privacy.why.title'),
        parts: (['for', 'only', 'consent', 'counts'] as const).map((key) => t(`privacy-notice.privacy.why.${key}`)),
      },
      {
        id: 'leerling',
        title: t('privacy-notice.privacy.pupil.title'),
        parts: (['sealed', 'codes', 'again', 'never'] as const).map((key) => t(`privacy-notice.privacy.pupil.${key}`)),
      },
      {
        id: 'medewerkers',
        title: t('privacy-notice.privacy.worker.title'),
        parts: [t('privacy-notice.privacy.worker.what')],
      },
      readersOf(language),
      {
        id: 'hoelang',
        title: t('privacy-notice.privacy.long.title'),
        parts: [termsTable(facts.settings, language), t('privacy-notice.privacy.long.after')],
      },
      {
        id: 'waar',
        title: t('privacy-notice.privacy.where.title'),
        parts: (['server', 'teams'] as const).map((key) => t(`privacy-notice.privacy.where.${key}`)),
      },
      {
        id: 'rechten',
        title: t('privacy-notice.privacy.rights.title'),
        parts: (['ask', 'complaint'] as const).map((key) => t(`privacy-notice.privacy.rights.${key}`)),
      },
    ],
    language,
  );
}

function responsible({ desk, settings }: PrivacyFacts, language: Language): Section {
  const t = texts(language);
  const { controller, privacyOfficer } = settings;
  const ways = waysTo(desk);
  return {
    id: 'wie',
    title: t('privacy-notice.privacy.who.title'),
    parts: [
      controller === ''
        ? t('privacy-notice.privacy.who.unknown')
        : t('privacy-notice.privacy.who.known', { controller }),
      t('privacy-notice.privacy.who.clb'),
      ...(privacyOfficer === '' ? [] : [t('privacy-notice.privacy.who.officer', { officer: privacyOfficer })]),
      ...(ways === null ? [] : [html`<p>${t('privacy-notice.privacy.who.reach')} ${ways}</p>`]),
    ],
  };
}

/** The sides that the policy lets open what was filled in about a pupil. */
function readersOf(language: Language): Section {
  const t = texts(language);
  const sides = [...new Set(policy.filter(({ act }) => act === 'open-file').flatMap(({ by }) => by))].filter(
    (side) => side !== 'clock',
  );
  return {
    id: 'lezen',
    title: t('privacy-notice.privacy.readers.title'),
    parts: [
      html`<ul>
        ${sides.map((side) => html`<li>${t(`start.explanation.privacy.reader.${side}`)}</li>`)}
      </ul>`,
      ...(['noted', 'others', 'channels'] as const).map((key) => t(`privacy-notice.privacy.readers.${key}`)),
    ],
  };
}

function termsTable({ draftDays, keptDays }: Settings, language: Language): Html {
  const t = texts(language);
  const told = (count: number) => ({ days: days(count, language) });
  const rows = [
    [t('privacy-notice.privacy.long.draft'), t('privacy-notice.privacy.long.draft-days', told(draftDays))],
    [t('privacy-notice.privacy.long.trail'), t('privacy-notice.privacy.long.trail-days', told(keptDays.trails))],
    [t('privacy-notice.privacy.long.request'), t('privacy-notice.privacy.long.request-days')],
    [t('privacy-notice.privacy.long.codes'), t('privacy-notice.privacy.long.codes-days', told(keptDays.erased))],
    [t('privacy-notice.privacy.long.audit'), t('privacy-notice.privacy.long.audit-days', told(keptDays.audit))],
    [t('privacy-notice.privacy.long.replies'), t('privacy-notice.privacy.long.replies-days', told(keptDays.replies))],
    [t('privacy-notice.privacy.long.said'), t('privacy-notice.privacy.long.said-days', told(keptDays.said))],
  ];
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${t('privacy-notice.privacy.long.what')}</th>
        <th scope="col">${t('privacy-notice.privacy.long.how-long')}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([what, long]) =>
          html`<tr>
            <th scope="row">${what}</th>
            <td>${long}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
