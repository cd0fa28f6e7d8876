import { z } from 'zod';
import { view, type ViewContext } from '../../contracts/action.js';
import { downloadPath, importPath, passHours } from '../../contracts/hsds/line-import.js';
import { moment, oneStop } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { deskOnly } from '../../contracts/desk-only.js';

/**
 * The way to the import page. In a conversation it holds no link: that one is personal, works for an hour, and is only
 * answered to who asks for it.
 */
export const lineImportDoor = view({
  slug: 'line-import-door',
  audience: 'stored',
  params: z.object({}),
  load: async () => ({}),
  may: (_facts, actor) => deskOnly(actor),
  fill: (_facts, context) => ({ ...passFor(context), download: context.links.page(downloadPath) }),
  summary: (_facts, { language }) => texts(language)('line-import.line-import-door.title'),
});

function passFor({ actor, links, now, language }: ViewContext) {
  const say = texts(language);
  if (actor === null) return { open: null, valid: say('line-import.line-import-door.ask') };
  const until = new Date(now.getTime() + passHours * 3_600_000);
  const open = links.pass(importPath, { person: actor.person.id, until: until.toISOString(), taal: language });
  return { open, valid: oneStop(say('line-import.line-import-door.valid', { until: moment(until, language, now) })) };
}
