import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Links, Opens } from '../../contracts/links.js';
import type { Language } from '../../domain/language.js';

/** Where the documents hang, below the public address. */
export const documentPath = '/bestanden';

type Params = Readonly<Record<string, string>>;

/** Makes the addresses of our own pages and knows which of them it made. */
export interface SignedLinks extends Links {
  /** The ids that a token of ours stands for; null when it was not made here for this document, or this path. */
  read(slug: string, token: string): Params | null;
  /** Until when it opens something, and in which round; null when it is none of ours, or never had an end. */
  opens(slug: string, token: string): Pick<Opens, 'until' | 'round'> | null;
}

/**
 * Links that only the holder of the data key can make: ids and a MAC over document and ids. The same document has the
 * same link for a while, because cards are edited often; whoever has it can open it, until its end. `publicUrl` is at each use: with port 0 the address is known only after listening.
 */
export function createLinks(dataKey: Uint8Array, publicUrl: () => string, appId: string | null = null): SignedLinks {
  // The word of before: another one would end every link that stands in a card.
  const key = Buffer.from(hkdfSync('sha256', dataKey, '', 'meldpunt links to papers', 32));
  const macOf = (slug: string, ids: string): string =>
    createHmac('sha256', key).update(`${slug}\0${ids}`).digest('base64url');
  const read = (slug: string, token: string): Params | null => {
    const [ids = '', mac = ''] = token.split('.');
    return isSame(token, `${ids}.${macOf(slug, ids)}`) && mac !== '' ? decode(ids) : null;
  };
  return {
    chat: () => (appId === null ? null : `https://teams.microsoft.com/l/chat/0/0?users=28:${appId}`),
    page: (path) => `${publicUrl()}${path}`,
    document(slug, params, { language, until, round }) {
      const ids = encode({
        ...params,
        [endKey]: until.toISOString(),
        ...(round === 0 ? {} : { [roundKey]: String(round) }),
      });
      return `${publicUrl()}${documentPath}/${ids}.${macOf(slug, ids)}/${slug}${languageQuery(language)}`;
    },
    pass(path, says) {
      const ids = encode(says);
      return `${publicUrl()}${path}/${ids}.${macOf(path, ids)}`;
    },
    read(slug, token) {
      const params = read(slug, token);
      if (params === null) return null;
      return Object.fromEntries(Object.entries(params).filter(([name]) => name !== endKey && name !== roundKey));
    },
    opens(slug, token) {
      const says = read(slug, token);
      const end = says?.[endKey];
      return end === undefined ? null : { until: new Date(end), round: Number(says?.[roundKey] ?? 0) };
    },
  };
}

/** Where a token keeps until when it opens something, and in which round; no id is called so. */
const endKey = '~until';
const roundKey = '~round';

/** In one order, so that one document has one link. */
const encode = (params: Params): string =>
  Buffer.from(JSON.stringify(Object.fromEntries(Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1))))).toString(
    'base64url',
  );

const decode = (ids: string): Params => JSON.parse(Buffer.from(ids, 'base64url').toString('utf8')) as Params;

/** Compares as text, not as decoded bytes: another spelling of the same bytes is another token. */
function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const languageQuery = (language: Language): string => (language === 'nl' ? '' : `?taal=${language}`);
