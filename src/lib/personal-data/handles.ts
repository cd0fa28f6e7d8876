import { namesNobody } from './everyday-words.js';
import { findPattern, type Finding } from './finding.js';
import { plainOf } from './words.js';

const at = /(?<![\p{L}\d._@-])@[\p{L}\d_](?:[\p{L}\d._]{1,29})(?<!\.)/gu;
const media =
  'insta(?:gram)?|tiktok|snap(?:chat)?|facebook|fb|messenger|discord|telegram|whatsapp|gamertag|roblox|twitch|signal';
/** Up to three words between the name of the medium and a name that no word looks like: with a digit, stop or underscore in it. */
const after = new RegExp(
  `(?<!\\p{L})(?:${media})(?:naam)?:?(?: [\\p{L}:]{1,12}){0,3} ["“‘]?((?=[\\p{L}\\d._]{0,29}[\\d_]|[\\p{L}\\d]{1,20}\\.[\\p{L}])[\\p{L}\\d._]{3,30})`,
  'giu',
);

const named = (text: string): Finding[] =>
  [...text.matchAll(after)].map((match) => {
    const name = (match[1] ?? '').replace(/\.$/, '');
    return {
      kind: 'person-name',
      at: match.index + match[0].length - (match[1] ?? '').length,
      length: name.length,
    };
  });

/** Names on social media: '@its.amir_', 'snap van haar is noor.xx12'. Takes the text. Never throws. */
export const findHandles = (text: string): Finding[] =>
  [...findPattern('person-name', text, at), ...named(text)].filter(
    ({ at: from, length }) => !namesNobody.has(plainOf(text.slice(from + 1, from + length))),
  );
