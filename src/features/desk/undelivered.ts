import { z } from 'zod';
import { view } from '../../contracts/action.js';
import { looks, type Strip } from '../../contracts/strip.js';
import type { OrganisationId } from '../../domain/ids.js';
import { plain } from '../../texts/plain.js';
import { texts } from '../../texts/index.js';
import { deskOnly } from '../../contracts/desk-only.js';
import { messagesOf } from './undelivered-messages.js';
import { canRetry, helpLine, kindsLine, needsChannel, reasonLine } from './undelivered-words.js';

/** Tells the desk what could not be delivered to whom, and why; never what stood in it. */
export const undelivered = view({
  slug: 'undelivered',
  audience: 'stored',
  params: z.object({ organisationId: z.string().nullable(), reason: z.string() }),
  async load(read, { organisationId, reason }) {
    const organisation = organisationId === null ? null : await read.organisation(organisationId as OrganisationId);
    return { organisation, reason, messages: await messagesOf(read, { organisationId, reason }) };
  },
  may: (_facts, actor) => deskOnly(actor),
  fill({ organisation, reason, messages }, { language }) {
    const t = texts(language);
    const name = organisation === null ? null : plain(organisation.name);
    const open = messages.length > 0;
    return {
      title: name === null ? t('desk.undelivered.to-chat') : t('desk.undelivered.to', { organisation: name }),
      strip: {
        ...(open ? looks.failed : looks.settled),
        state: t(open ? 'desk.undelivered.waiting' : 'desk.undelivered.over'),
        next: open ? helpLine(reason, organisation !== null, language) : null,
      } satisfies Strip,
      what: open ? kindsLine(messages, language) : null,
      why: open ? reasonLine(reason, language) : null,
      organisationId: open && needsChannel(reason) ? (organisation?.id ?? null) : null,
      retry: open && canRetry(reason) ? { organisationId: organisation?.id ?? null, reason } : null,
    };
  },
  summary: (_facts, { language }) => texts(language)('desk.undelivered.title'),
});
