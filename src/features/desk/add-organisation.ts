import { z } from 'zod';
import { id } from '../../contracts/id.js';
import { action, type ActionContext } from '../../contracts/action.js';
import type { Outcome, Reply } from '../../contracts/outcome.js';
import type { OrganisationId } from '../../domain/ids.js';
import type { Organisation } from '../../domain/organisation.js';
import { entry } from '../../domain/timeline/entries.js';
import { addableKinds, kindChoices, languageChoices } from './choices.js';
import { deskOnly } from '../../contracts/desk-only.js';
import { organisationFields } from './organisation-fields.js';
import { deskCards } from './desk-cards.js';
import { deskForms } from './desk-forms.js';

const fields = z.object({
  name: organisationFields.name,
  kind: z.enum(addableKinds, 'kind-missing'),
  language: organisationFields.language,
  municipality: organisationFields.municipality,
});
type Fields = z.output<typeof fields>;

interface Loaded {
  readonly id: OrganisationId | null;
  /** The organisation that an earlier press of this same form made. */
  readonly made: Organisation | null;
  readonly organisations: readonly Organisation[];
}

/**
 * The desk adds an organisation. The form carries the id that it will get, so that the same press again makes nothing
 * twice. Errors: `name-missing`, `name-long`, `name-taken`, `kind-missing`, `language-missing`, `municipality-…`.
 */
export const addOrganisation = action({
  slug: 'add-organisation',
  words: { nl: ['nieuwe organisatie'], en: ['new organisation'] },
  subject: z.object({ organisationId: id<OrganisationId>().optional() }),
  fields,
  storable: true,
  async load(read, { organisationId: id = null }): Promise<Loaded> {
    const made = id === null ? null : await read.organisation(id);
    return { id, made, organisations: await read.organisations() };
  },
  may: (_loaded, { actor }) => deskOnly(actor),
  form: ({ id }, { actor, newId }, { typed }) => ({
    organisationId: id ?? newId<OrganisationId>(),
    kinds: kindChoices(actor.language),
    languages: languageChoices(actor.language),
    typed: {
      name: typed['name'] ?? null,
      kind: typed['kind'] ?? 'clb',
      language: typed['language'] ?? 'nl',
      municipality: typed['municipality'] ?? null,
    },
  }),
  decide: (loaded, typed, context) =>
    loaded.made === null ? add(loaded, typed, context) : { reply: card(loaded.made.id) },
});

function add({ id, organisations }: Loaded, typed: Fields, { newId }: ActionContext): Outcome {
  const row: Organisation = {
    id: id ?? newId<OrganisationId>(),
    name: typed.name,
    kind: typed.kind,
    language: typed.language,
    municipality: typed.municipality ?? null,
    roundTableBy: 'provider',
    coordinatorId: null,
    phone: null,
    email: null,
    version: 0,
  };
  if (isTaken(row, organisations)) return again(row.id);
  return {
    changes: [{ put: 'organisation', row }],
    entries: [entry('organisation', row.id, 'added', { kind: row.kind })],
    reply: card(row.id),
  };
}

/** Two organisations with one name cannot be told apart when a code is made or an offer chosen. */
export const isTaken = (
  { id, name }: Pick<Organisation, 'id' | 'name'>,
  organisations: readonly Organisation[],
): boolean => organisations.some((other) => other.id !== id && other.name.toLowerCase() === name.toLowerCase());

const again = (organisationId: OrganisationId): Outcome => ({
  reply: deskForms.addOrganisation.again({ organisationId }, { name: 'name-taken' }),
});

const card = (organisationId: OrganisationId): Reply => ({
  ...deskCards.organisation.shown({ organisationId }),
  note: { key: 'done' },
});
