import type { ViewContext } from '../../contracts/context.js';
import type { Read } from '../../contracts/read.js';
import type { OrganisationId, PersonId } from '../../domain/ids.js';
import { moment } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';

/** Something that somebody did for an organisation, or the program by itself. */
interface Deed {
  readonly at: Date;
  readonly personId: PersonId | null;
  readonly organisationId: OrganisationId | null;
}

/** The names of who did something, people and organisations, by id. */
export type Names = ReadonlyMap<string, string>;

/** The names behind these deeds; whom we do not know any more is left out. */
export async function namesBehind(read: Read, deeds: readonly Deed[]): Promise<Names> {
  const names = new Map<string, string>();
  for (const id of new Set(deeds.map(({ personId }) => personId))) {
    const person = id === null ? null : await read.person(id);
    if (person !== null) names.set(person.id, person.name);
  }
  for (const id of new Set(deeds.map(({ organisationId }) => organisationId))) {
    const organisation = id === null ? null : await read.organisation(id);
    if (organisation !== null) names.set(organisation.id, organisation.name);
  }
  return names;
}

/** `An Peeters · CLB Voorbeeld Leuven · ma 16 nov., 10 u.`; that the program did it by itself. */
export function whoDid(deed: Deed, names: Names, { language, now }: ViewContext): string {
  const { personId, organisationId, at } = deed;
  const who =
    personId === null
      ? [texts(language)('timeline.automatic')]
      : [names.get(personId), organisationId === null ? undefined : names.get(organisationId)];
  return [...who.flatMap((name) => (name === undefined ? [] : [plain(name)])), moment(at, language, now)].join(' · ');
}
