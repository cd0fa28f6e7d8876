import { doingsFor, type Audience, type Doing } from './audience.js';

/** Words by which people may mean a thing, besides its own command. */
const meant: Readonly<Record<Doing, readonly string[]>> = {
  'start-intake': ['aanmelden', 'aanmelding', 'nieuwe', 'doorverwijzen', 'leerling', 'refer', 'referral', 'new'],
  'list-my-referrals': ['mijn', 'aanmeldingen', 'werklijst', 'lijst', 'stand', 'status', 'overzicht', 'worklist'],
  'show-waitlist': ['wachtlijst', 'wachten', 'waiting', 'list'],
  'show-availability': ['beschikbaarheid', 'volzet', 'plaats', 'vrij', 'availability', 'full'],
  'show-desk': ['meldpunt', 'beheer', 'code', 'koppelcode', 'uren', 'organisaties', 'desk'],
  'list-lines': ['hulplijn', 'hulplijnen', 'hulp', 'contact', 'telefoon', 'helpline', 'helplines', 'lines'],
  'start-signal': ['signaal', 'knelpunt', 'probleem', 'klacht', 'melden', 'signal', 'bottleneck'],
  'list-signals': ['signalen', 'knelpunten', 'signals'],
  'list-meetings': ['vergadering', 'vergaderingen', 'agenda', 'verslag', 'werkgroep', 'meeting', 'meetings'],
  'link-channel': ['koppelen', 'code', 'kanaal', 'link'],
  'say-help': ['help', 'uitleg', 'menu'],
};

/** How many letters must change to make one word of the other. */
export function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[other.length]!;
}

/** The two things, of those this person can do, that come nearest to what was typed; the likeliest when nothing does. */
export function nearestDoings(said: string, who: Audience): Doing[] {
  const words =
    said
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.slice(0, 20) ?? [];
  const can: Doing[] = [...new Set<Doing>([...doingsFor(who), 'say-help'])];
  const far = (doing: Doing): number =>
    Math.min(3, ...words.flatMap((word) => meant[doing].map((known) => distance(word.slice(0, 30), known))));
  return [...can].sort((a, b) => far(a) - far(b)).slice(0, 2);
}
