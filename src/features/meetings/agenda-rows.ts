import type { Language } from '../../domain/language.js';
import { supportOf } from '../../domain/workgroup/meeting-agenda.js';
import type { AgendaItem } from '../../domain/workgroup/meeting.js';
import { shortDay } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import type { MeetingFacts } from './meeting-facts.js';
import type { Wording } from './meeting-words.js';

/** One line of an agenda, as a card shows it. */
export interface AgendaRow {
  readonly itemId: string;
  readonly number: string;
  readonly text: string;
  /** What kind of point it is, when it is no ordinary one; and whether it was treated. */
  readonly about: string | null;
  readonly support: string | null;
}

type Agenda = Pick<MeetingFacts, 'items' | 'votes' | 'signals' | 'returning'>;

/** The points of an agenda, numbered, with what they are and who supports them. Texts are escaped for a card. */
export const agendaRows = (facts: Agenda, wording: Wording): AgendaRow[] =>
  facts.items.map((item, index) => ({
    itemId: item.id,
    number: String(index + 1),
    text: plain(textOf(item, facts)),
    about: nullIfEmpty([aboutOf(item, facts, wording), treatedOf(item, wording.language)]),
    support: supportWord(supportOf(item, facts.votes), wording.language),
  }));

/** The present words of a point: a signal may have been reworded since. */
export const textOf = (item: AgendaItem, { signals }: Pick<Agenda, 'signals'>): string =>
  (item.signalId === null ? undefined : signals.get(item.signalId)?.text) ?? item.text;

/** `signaal S-2026-012` or `besluit dat terugkomt · An Peeters · tegen 12 jan.`; null for an ordinary point. A paper takes texts unescaped. */
export function aboutOf(
  item: AgendaItem,
  { signals, returning }: Pick<Agenda, 'signals' | 'returning'>,
  wording: Wording,
  escape: (text: string) => string = plain,
): string | null {
  const say = texts(wording.language);
  const signal = item.signalId === null ? undefined : signals.get(item.signalId);
  if (signal !== undefined) return say('meetings.words.signal', { reference: signal.reference });
  const decision = item.decisionId === null ? undefined : returning.get(item.decisionId);
  if (decision === undefined) return null;
  const { now, calendar, language } = wording;
  return [
    say('meetings.words.returning'),
    escape(decision.ownerName),
    ...(decision.dueOn === null
      ? []
      : [say('meetings.words.by', { day: shortDay(decision.dueOn, language, calendar.dayOf(now)) })]),
  ].join(' · ');
}

const treatedOf = ({ state }: AgendaItem, language: Language): string | null =>
  state === 'treated' ? texts(language)('meetings.words.treated') : null;

/** `3 × gesteund`; null when nobody supports it. */
export const supportWord = (count: number, language: Language): string | null =>
  count === 0 ? null : texts(language)('meetings.words.support', { count });

const nullIfEmpty = (parts: readonly (string | null)[]): string | null => {
  const told = parts.filter((part) => part !== null);
  return told.length === 0 ? null : told.join(' · ');
};
