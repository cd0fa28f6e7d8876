import type { UndeliveredMessage } from '../../contracts/read.js';
import type { Language } from '../../domain/language.js';
import { textAt, texts } from '../../texts/index.js';

/** '2 × een nieuwe aanmelding, 1 × een herinnering': what was not delivered, by kind; never what stood in it. */
export function kindsLine(messages: readonly UndeliveredMessage[], language: Language): string {
  const counts = new Map<string, number>();
  for (const { view } of messages) {
    const kind = textAt(language, `desk.message-kinds.${view}`) ?? texts(language)('desk.message-kinds.other');
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `${count} × ${kind}`).join(', ');
}

/** Why it was not delivered, in a sentence. */
export const reasonLine = (reason: string, language: Language): string =>
  textAt(language, `desk.reasons.${reason}`) ?? texts(language)('desk.reasons.other');

/** What the desk can do about it: a channel, a call, or nothing for a chat that is of no organisation. */
export function helpLine(reason: string, toOrganisation: boolean, language: Language): string {
  const t = texts(language);
  if (!toOrganisation) return t('desk.help.chat');
  if (reason === 'gone') return t('desk.help.gone');
  return needsChannel(reason) ? t('desk.help.channel') : t('desk.help.call');
}

/** Reasons that a newly linked channel takes away. */
export const needsChannel = (reason: string): boolean => ['no-channel', 'suspended', 'gone'].includes(reason);

/** Without a channel there is nowhere to try again; everything else may have passed. */
export const canRetry = (reason: string): boolean => !['no-channel', 'suspended'].includes(reason);
