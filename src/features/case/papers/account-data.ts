import type { Account } from './load-account.js';

/** An account for programs: everything as it is stored, with the names of who did something. */
export const accountData = ({ kind, cases, parts, names }: Account, now: Date) => ({
  format: 'meldpunt-account-1',
  kind,
  made: now.toISOString(),
  referrals: cases.map(({ whole, openings }) => ({
    referral: whole.referral,
    service: whole.service?.name ?? null,
    provider: whole.provider?.name ?? null,
    clb: whole.clb?.name ?? null,
    referrer: whole.referrer?.name ?? null,
    roundTables: whole.roundTables,
    trajectories: whole.trajectories,
    history: whole.history.filter(({ name }) => name !== 'file-opened').map((one) => ({ ...one, ...by(one, names) })),
    openings: openings.map((one) => ({ ...one, ...by(one, names) })),
  })),
  written: parts,
});

const by = (
  { personId, organisationId }: { readonly personId: string | null; readonly organisationId: string | null },
  names: Account['names'],
) => ({
  person: personId === null ? null : (names.get(personId) ?? null),
  organisation: organisationId === null ? null : (names.get(organisationId) ?? null),
});
