import { differences, type HelpLine, type HelpOrganisation, type LineFields } from '../helpline/help-line.js';
import { mergedFields, type Preference } from '../../lib/hsds/merge-fields.js';
import type { ImportPlan } from './plan-import.js';
import type { PlannedLine } from './plan-line.js';
import type { PlannedOrganisation } from './plan-organisation.js';

/** A line as it becomes, and what that changes in it for its history. */
export interface AppliedLine {
  readonly line: HelpLine;
  readonly before: Partial<LineFields>;
  readonly after: Partial<LineFields>;
}

export interface AppliedPlan {
  readonly organisations: readonly HelpOrganisation[];
  readonly lines: readonly AppliedLine[];
}

/** The rows that a plan comes down to. What stays the same is not written. */
export const appliedPlan = (plan: ImportPlan, preference: Preference, now: Date): AppliedPlan => ({
  organisations: plan.organisations
    .filter(({ state }) => state !== 'same')
    .map((planned) => organisationAfter(planned, preference)),
  lines: plan.lines
    .filter((planned) => isWritten(planned, preference))
    .map((planned) =>
      planned.existing === null ? newLine(planned, now) : changedLine(planned, planned.existing, preference, now),
    ),
});

const isWritten = ({ state }: PlannedLine, preference: Preference): boolean =>
  state === 'new' || state === 'changed' || (state === 'kept' && preference === 'file');

function organisationAfter(planned: PlannedOrganisation, preference: Preference): HelpOrganisation {
  const { id, existing, fields, foreign, differences: found } = planned;
  if (existing === null) return { id, ...fields, foreign, version: 0 };
  return { ...mergedFields(existing, found, preference), foreign };
}

const changedIn = (line: HelpLine, before: Partial<LineFields>): AppliedLine => ({
  line,
  ...differences(before, line),
});

function newLine({ id, fields, foreign }: PlannedLine, now: Date): AppliedLine {
  const line: HelpLine = {
    id,
    ...fields,
    keeperId: null,
    keeperOrganisationId: null,
    askedOn: null,
    foreign,
    createdAt: now,
    updatedAt: now,
    version: 0,
  };
  return changedIn(line, {});
}

const changedLine = (
  { differences: found, foreign }: PlannedLine,
  existing: HelpLine,
  preference: Preference,
  now: Date,
): AppliedLine => changedIn({ ...mergedFields(existing, found, preference), foreign, updatedAt: now }, existing);
