import type { ViewContext } from './context.js';

/** So many months after the present one a link opens nothing any more; on a card that is opened anew stands a new one. */
const monthsLater = 3;

/** The first day of a later month, so that a card that is drawn again in the same month has the same link. */
const endOfLink = (now: Date): Date => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + monthsLater, 1));

/** How often the links of something were withdrawn: a link of before says another number. */
export const roundOf = (settings: Pick<ViewContext['settings'], 'linksWithdrawn'>, id: string): number =>
  settings.linksWithdrawn[id] ?? 0;

type Around = Pick<ViewContext, 'links' | 'language' | 'settings' | 'now'>;

/**
 * The address of a file about one thing: whoever has it can open it, until its end (two to three months, or `until`), or until the
 * links of that thing are withdrawn.
 */
export function fileLink(
  slug: string,
  about: Readonly<Record<string, string>>,
  { links, language, settings, now }: Around,
  until: Date = endOfLink(now),
): string {
  const [id = ''] = Object.values(about);
  return links.document(slug, about, { language, until, round: roundOf(settings, id) });
}
