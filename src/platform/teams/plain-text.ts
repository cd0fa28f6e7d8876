import { z } from 'zod';

const mention = z.object({
  type: z.literal('mention'),
  text: z.string().min(1).max(500),
  mentioned: z.object({ id: z.string(), name: z.string().nullish() }),
});

const named: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The words of a message: the mention of the bot taken out, others shown by name, HTML entities read, white space
 * folded, half signs left out. Goes by the entities Teams sends along, because a name may hold any sign and may look like something typed.
 */
export function plainText(text: string, entities: readonly unknown[], botId: string): string {
  const mentions = entities.map((entity) => mention.safeParse(entity).data).filter((found) => found !== undefined);
  const withoutMentions = mentions.reduce(
    (rest, { text: tag, mentioned }) => rest.replaceAll(tag, () => shown(mentioned, botId)),
    text,
  );
  return withoutMentions
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,6});/gi, decode)
    .replace(/\p{Cs}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

function shown(mentioned: { id: string; name?: string | null }, botId: string): string {
  return mentioned.id === botId ? ' ' : (mentioned.name ?? ' ');
}

function decode(whole: string, entity: string): string {
  if (!entity.startsWith('#')) return named[entity.toLowerCase()] ?? whole;
  const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number.parseInt(entity.slice(1), 10);
  return isLetterCode(code) ? String.fromCodePoint(code) : whole;
}

/** Not zero, not half a sign, not beyond Unicode: a database would refuse those. */
function isLetterCode(code: number): boolean {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
}
