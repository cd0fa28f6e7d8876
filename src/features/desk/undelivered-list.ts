import { z } from 'zod';
import { view } from '../../contracts/action.js';
import type { Read, UndeliveredMessage } from '../../contracts/read.js';
import type { Organisation } from '../../domain/organisation.js';
import { moment } from '../../texts/format.js';
import { plain } from '../../texts/plain.js';
import { texts } from '../../texts/index.js';
import { deskOnly } from '../../contracts/desk-only.js';
import { kindsLine, reasonLine } from './undelivered-words.js';

const most = 10;

interface Group {
  readonly organisation: Organisation | null;
  readonly reason: string;
  /** When the oldest of them failed. */
  readonly since: Date;
  readonly messages: readonly UndeliveredMessage[];
}

/** An offer to a provider without a channel is a case to phone, which stands on the worklist: it is not counted twice. */
const isPhonedInstead = ({ view: what, reason }: UndeliveredMessage): boolean =>
  what === 'referral-offer' && reason === 'no-channel';

/** Everything that could not be delivered, per organisation and reason, the oldest first. */
export const undeliveredList = view({
  slug: 'undelivered-list',
  audience: 'stored',
  params: z.object({}),
  async load(read): Promise<{ readonly groups: readonly Group[]; readonly isTeamsAway: boolean }> {
    const isTeamsAway = (await read.teamsOutages()).some(({ until }) => until === null);
    return { groups: await groupsOf(read), isTeamsAway };
  },
  may: (_facts, actor) => deskOnly(actor),
  fill({ groups, isTeamsAway }, { language, now }) {
    const t = texts(language);
    return {
      away: isTeamsAway ? reasonLine('teams-away', language) : null,
      none: groups.length === 0 && !isTeamsAway ? t('desk.undelivered-list.none') : null,
      rows: groups.slice(0, most).map(({ organisation, reason, since, messages }) => ({
        organisationId: organisation?.id ?? null,
        name: organisation === null ? t('desk.undelivered-list.chat') : plain(organisation.name),
        what: kindsLine(messages, language),
        why: t('desk.undelivered-list.why', {
          reason: reasonLine(reason, language),
          since: moment(since, language, now),
        }),
      })),
      more: groups.length > most ? t('desk.undelivered-list.more', { count: groups.length - most }) : null,
    };
  },
  summary: (_facts, { language }) => texts(language)('desk.undelivered-list.title'),
});

async function groupsOf(read: Read): Promise<Group[]> {
  const byKey = new Map<string, { readonly first: UndeliveredMessage; readonly messages: UndeliveredMessage[] }>();
  for (const message of (await read.undelivered()).filter((one) => !isPhonedInstead(one))) {
    const key = `${message.organisationId} ${message.reason}`;
    const { first, messages } = byKey.get(key) ?? { first: message, messages: [] };
    byKey.set(key, { first, messages: [...messages, message] });
  }
  return Promise.all(
    [...byKey.values()].map(async ({ first: { organisationId, reason, failedAt }, messages }) => {
      const organisation = organisationId === null ? null : await read.organisation(organisationId);
      return { organisation, reason, since: failedAt, messages };
    }),
  );
}
