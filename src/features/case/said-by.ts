import type { ViewContext } from '../../contracts/context.js';
import type { CaseFacts, QuestionEntry } from '../../contracts/case.js';
import { moment } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';

/** `**An Voorbeeld** · CLB Voorbeeld · ma 16 nov., 10 u.`; that the desk wrote an answer down. */
export function saidBy(
  { person, side, at }: QuestionEntry,
  { clb, provider }: Pick<CaseFacts, 'clb' | 'provider'>,
  { language, now }: Pick<ViewContext, 'language' | 'now'>,
): string {
  const organisation = side === 'provider' ? provider : side === 'clb' ? clb : null;
  const parts = [
    ...(person === null ? [] : [`**${plain(person)}**`]),
    ...(organisation === null ? [] : [plain(organisation.name)]),
    ...(side === 'desk' ? [texts(language)('questions.opened-questions.by-desk')] : []),
    moment(at, language, now),
  ];
  return parts.join(' · ');
}
