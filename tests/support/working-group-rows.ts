import type { HelpLineId, HelpOrganisationId, LineReportId, MeetingId, SignalId } from '../../src/domain/ids.js';
import type { AgendaItemId, DecisionId, PersonId } from '../../src/domain/ids.js';
import type { Change } from '../../src/contracts/outcome.js';
import { save } from '../../src/platform/storage/save.js';
import { helpLine, helpOrganisation, meeting, signal } from './given-directory.js';
import type { Stage } from './stage.js';

const real = <T extends string>(): T => crypto.randomUUID() as string as T;

/** Ids of what {@link somethingOfEverything} put there, by the name under which buttons carry them. */
export type KnownIds = Readonly<Record<string, readonly string[]>>;

/** Puts a line with a report, signals, meetings (one to come, one going on) with points and a decision; gives their ids. */
export async function somethingOfEverything({ app, clock }: Stage, owner: PersonId): Promise<KnownIds> {
  const now = clock.now();
  const at = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);
  const house = helpOrganisation({ id: real<HelpOrganisationId>(), version: 0 });
  const lines = ['Huiswerkklas', 'Tweede lijn'].map((name) =>
    helpLine({ id: real<HelpLineId>(), organisationId: house.id, name, version: 0, keeperId: owner, createdAt: now }),
  );
  const report = {
    ...{ id: real<LineReportId>(), lineId: lines[0]!.id, reason: 'gone' as const, note: null, personId: owner },
    ...{ organisationId: null, at: now, state: 'open' as const, answer: null, answeredBy: null, answeredAt: null },
    version: 0,
  };
  const meetings = [meeting({ startsAt: at(-1), endsAt: at(2), number: 1 }), meeting({ number: 2 })].map((one) => ({
    ...one,
    id: real<MeetingId>(),
    version: 0,
  }));
  const signals = (['new', 'on-agenda', 'delivered', 'closed'] as const).map((state, index) =>
    signal({
      ...{ id: real<SignalId>(), reference: `S-2025-00${index + 1}`, state, personId: owner, version: 0 },
      meetingId: state === 'on-agenda' ? meetings[1]!.id : null,
    }),
  );
  const points = meetings.map(({ id: meetingId }, index) => ({
    ...{ id: real<AgendaItemId>(), meetingId, kind: 'item' as const, text: 'Een punt', decisionId: null },
    ...{ personId: owner, organisationId: null, notes: null, state: 'open' as const, createdAt: now, version: 0 },
    signalId: index === 1 ? signals[1]!.id : null,
  }));
  const decision = {
    ...{ id: real<DecisionId>(), meetingId: meetings[0]!.id, agendaItemId: null, text: 'Een besluit', ownerId: owner },
    ...{ ownerName: 'Wie', dueOn: null, state: 'open' as const, report: null, createdAt: now, version: 0 },
  };
  const changes: Change[] = [
    { put: 'helpOrganisation', row: house },
    ...lines.map((row): Change => ({ put: 'helpLine', row })),
    { put: 'lineReport', row: report },
    ...meetings.map((row): Change => ({ put: 'meeting', row })),
    ...signals.map((row): Change => ({ put: 'signal', row })),
    ...points.map((row): Change => ({ put: 'agendaItem', row })),
    { put: 'decision', row: decision },
  ];
  const by = { personId: null, organisationId: null, now };
  await app.parts.database.kysely.transaction().execute((trx) => save(trx, app.parts.sealer, changes, by));
  const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);
  return {
    ...{ lineId: ids(lines), lineIds: [ids(lines).join(',')], reportId: [report.id], signalId: ids(signals) },
    ...{ into: ids(signals), meetingId: ids(meetings), itemId: ids(points), decisionId: [decision.id] },
    ...{ personId: [owner], ownerId: [owner], supported: [ids(points).join(',')], present: [owner], id: [owner] },
  };
}
