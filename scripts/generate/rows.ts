import type { Notice, To } from '../../src/contracts/outcome.js';
import type { Schema } from '../../src/platform/storage/rows/schema.js';
import type { AggregateEvent } from '../../src/platform/runtime/kinds.js';
import { hole } from './holes.js';

/** One row for one table; columns in camelCase, an `id` that is absent is made by the database. */
export interface Row {
  readonly table: keyof Schema;
  readonly row: Readonly<Record<string, unknown>>;
}

/** What happened, as the timeline keeps it. */
export const eventRow = (subject: string, subjectId: string, event: AggregateEvent): Row => {
  const { name, at, side, personId, organisationId, data } = event;
  return {
    table: 'timeline',
    row: { subject, subjectId, name, version: 2, at, side, personId, organisationId, data, sealed: null },
  };
};

/** Who did it, as the audit keeps it. */
export const auditRow = ({ name, at, personId, organisationId }: AggregateEvent, id: string): Row => ({
  table: 'audit',
  row: { at, personId, organisationId, action: name, outcome: 'done', subject: { id } },
});

const conversations: Readonly<Record<string, string>> = {
  [hole.clb]: hole.clbConversation,
  [hole.provider]: hole.providerConversation,
};

/** In which channel it stands: that of the organisation, that of the post it stands under, or the desk's. */
function conversationOf(to: To): string {
  if ('organisation' in to) return conversations[to.organisation] ?? hole.deskConversation;
  if ('under' in to) return to.under.startsWith('offer') ? hole.providerConversation : hole.clbConversation;
  return hole.deskConversation;
}

/** A message that Teams took. */
export const messageRow = (notice: Notice, at: Date): Row => ({
  table: 'message',
  row: {
    key: notice.key,
    view: notice.view,
    params: notice.params,
    channelId: null,
    organisationId: 'organisation' in notice.to ? notice.to.organisation : null,
    personId: null,
    tenantId: 'generated',
    conversationId: conversationOf(notice.to),
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    threadId: null,
    underKey: 'under' in notice.to ? notice.to.under : null,
    mentionId: notice.mention ?? null,
    activityId: `${notice.key}:sent`,
    wantedRevision: 1,
    sentRevision: 1,
    state: 'sent',
    reason: null,
    attempted: false,
    createdAt: at,
    sentAt: at,
    failedAt: null,
    referralId: notice.referralId ?? null,
    living: notice.living ?? true,
    acceptedJob: notice.receipt?.accepted ?? null,
    failedJob: notice.receipt?.failed ?? null,
    sentDigest: null,
    remadeAt: null,
  },
});
