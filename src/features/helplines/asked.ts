import { z } from 'zod';
import type { Read } from '../../contracts/read.js';
import type { HelpLine } from '../../domain/helpline/help-line.js';
import type { OrganisationId, PersonId } from '../../domain/ids.js';
import { isLocalDate, type LocalDate } from '../../domain/local-date.js';
import { loadKeeper, type Keeper } from './keeper.js';
import { postKey, type PostKey } from '../../domain/reference-to.js';

/** Who is asked in a round: a keeper, a team whose keeper cannot be reached, or the desk for what nobody keeps. */
export const askedShape = {
  round: z.string().refine(isLocalDate),
  of: z.enum(['person', 'team', 'desk']),
  /** The person or organisation; `desk` for the desk. */
  id: z.union([z.uuid(), z.literal('desk')]),
};
export type Asked = Readonly<{ round: LocalDate; of: 'person' | 'team' | 'desk'; id: string }>;

/** Key of the one living card with which somebody is asked in a round. */
export const askedKey = ({ round, of, id }: Asked): PostKey => postKey(`keepers:${round}:${of}:${id}`);
export const reminderKey = (asked: Asked): PostKey => postKey(`${askedKey(asked)}:reminder`);

/** Whom a line's keeper is asked through. */
export function askedThrough({ by, person, team }: Keeper): Pick<Asked, 'of' | 'id'> {
  if (by === 'person' && person !== null) return { of: 'person', id: person.id };
  return by === 'team' && team !== null ? { of: 'team', id: team.id } : { of: 'desk', id: 'desk' };
}

/** The cards on which a line may stand that was asked after and not confirmed yet. */
export function askedCards({ askedOn, keeperId, keeperOrganisationId }: HelpLine): PostKey[] {
  if (askedOn === null) return [];
  const through: Pick<Asked, 'of' | 'id'>[] = [
    { of: 'desk', id: 'desk' },
    ...(keeperId === null ? [] : [{ of: 'person' as const, id: keeperId }]),
    ...(keeperOrganisationId === null ? [] : [{ of: 'team' as const, id: keeperOrganisationId }]),
  ];
  return through.map((one) => ({ round: askedOn, ...one })).flatMap((one) => [askedKey(one), reminderKey(one)]);
}

const most = 5000;
/** What is gone for good is not asked after. */
const alive = ['active', 'inactive', 'closed-temporarily'] as const;

/** Lines of the whole directory that were last confirmed before this day, or never. */
export const linesAssuredBefore = (read: Read, day: LocalDate): Promise<HelpLine[]> =>
  read.helpLines({ assuredBefore: day, statuses: alive, limit: most });

/** The lines that still wait for an answer on somebody's card of a round, by name. */
export async function linesAsked(read: Read, { round, of, id }: Asked): Promise<readonly HelpLine[]> {
  if (of !== 'desk' && id === 'desk') return [];
  const whose = {
    person: { keeperId: id as PersonId },
    team: { keeperOrganisationId: id as OrganisationId },
    desk: {},
  }[of];
  const lines = await read.helpLines({ ...whose, statuses: alive, limit: most });
  const asked = lines.filter(({ askedOn }) => askedOn === round);
  const grouped = await groupByAsked(read, asked);
  return grouped.find((group) => group.of === of && group.id === id)?.lines ?? [];
}

export interface AskedGroup extends Pick<Asked, 'of' | 'id'> {
  readonly keeper: Keeper;
  readonly lines: readonly HelpLine[];
}

/** Lines by whom is to be asked about them; each keeper is looked up once. */
export async function groupByAsked(read: Read, lines: readonly HelpLine[]): Promise<AskedGroup[]> {
  const keepers = new Map<string, Keeper>();
  const groups = new Map<string, AskedGroup>();
  for (const line of lines) {
    const kept = `${line.keeperId} ${line.keeperOrganisationId}`;
    const keeper = keepers.get(kept) ?? (await loadKeeper(read, line));
    keepers.set(kept, keeper);
    const through = askedThrough(keeper);
    const group = groups.get(`${through.of} ${through.id}`);
    groups.set(`${through.of} ${through.id}`, { keeper, ...through, lines: [...(group?.lines ?? []), line] });
  }
  return [...groups.values()];
}
