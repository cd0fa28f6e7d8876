import { z } from 'zod';
import { localDay, storedId } from '../case/values.js';
import type { ChannelId } from '../ids.js';
import { organisationKinds } from '../organisation.js';

/** What the desk fills in of a service and of an organisation; the values stand in their rows. */
export const serviceFields = [
  'name',
  'regions',
  'minimumAge',
  'maximumAge',
  'schoolForms',
  'offeredForms',
  'fromFirstSecondary',
  'naft',
  'active',
  'about',
  'phone',
  'email',
  'website',
  'assuredOn',
] as const;
export const organisationFields = [
  'name',
  'language',
  'municipality',
  'roundTableBy',
  'coordinatorId',
  'phone',
  'email',
] as const;
/** The settings that people change; what the program keeps for itself is left out. */
export const settingKeys = [
  'weeklyHours',
  'closedPeriods',
  'closedInSchoolHolidays',
  'deskFirst',
  'contactWithinMinutes',
  'escalateAfterMinutes',
  'draftDays',
  'checkInWeeks',
  'lookWeeks',
  'rulesOff',
  'keptDays',
  'controller',
  'privacyOfficer',
] as const;

/** A value that can be told in a few words; what takes more (opening hours, a description) is told by its name only. */
const value = z.union([z.string().max(120), z.number(), z.boolean(), z.array(z.string().max(40)).max(20), z.null()]);
const change = z.object({ from: value, to: value });
export type ToldValue = z.infer<typeof value>;
export type ToldChange = z.infer<typeof change>;

/** Which fields became another value, and of what can be told in a few words from what to what; earlier versions kept no values. */
const fields = <T extends string>(names: readonly [T, ...T[]]) =>
  z.object({ fields: z.array(z.enum(names)), values: z.partialRecord(z.enum(names), change).optional() });

/** A change as it is told; null: it takes more than a few words. */
export function toldChange(from: unknown, to: unknown): ToldChange | null {
  const told = change.safeParse({ from, to });
  return told.success ? told.data : null;
}
const channel = z.object({ channelId: storedId<ChannelId>() });

/** What can happen to a service. */
export const serviceEntries = {
  added: z.object({}),
  edited: fields(serviceFields),
  /** What every CLB sees of it; `weeks` 0: there is a place now. */
  'availability-set': z.object({ weeks: z.number().nullable(), fullUntil: localDay.nullable() }),
  /** Null: not full. */
  'full-until': z.object({ from: localDay.nullable(), to: localDay.nullable() }),
} as const;

/** What can happen to an organisation. */
export const organisationEntries = {
  added: z.object({ kind: z.enum(organisationKinds) }),
  edited: fields(organisationFields),
  'code-made': z.object({ anyTenant: z.boolean() }),
  'channel-linked': channel,
  'channel-unlinked': channel,
  /** Teams told that the bot was taken away there. */
  'channel-suspended': channel,
  /** Teams told that the team or channel that was deleted is there again. */
  'channel-restored': channel,
  /** The desk let the guests of a team do what members may, or no longer. */
  'guests-allowed': channel,
  'guests-refused': channel,
} as const;

/** What can happen to the settings. */
export const settingsEntries = { changed: fields(settingKeys) } as const;
