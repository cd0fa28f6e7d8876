import { z } from 'zod';
import { id } from '../../contracts/id.js';
import { action } from '../../contracts/action.js';
import type { Refusal } from '../../contracts/outcome.js';
import type { OrganisationId } from '../../domain/ids.js';
import type { Organisation, Person } from '../../domain/organisation.js';
import { municipalityOfNis } from '../../lib/region/index.js';
import { organisationFields as toldFields } from '../../domain/timeline/directory-entries.js';
import { entry, whatChanged } from '../../domain/timeline/entries.js';
import { texts } from '../../texts/index.js';
import { isTaken } from './add-organisation.js';
import { languageChoices, roundTableChoices } from './choices.js';
import { deskOnly } from '../../contracts/desk-only.js';
import { organisationFields } from './organisation-fields.js';
import { deskCards } from './desk-cards.js';
import { deskForms } from './desk-forms.js';

const nobody = 'none';
const fields = z.object(organisationFields);

interface Loaded {
  readonly organisation: Organisation;
  readonly organisations: readonly Organisation[];
  /** Who may be its coordinator (R9): people of its own channels. */
  readonly members: readonly Person[];
}

/**
 * The desk fills in what an organisation is: name, language of its channels, municipality (R7), who organises the first
 * round table (R10), coordinator (R9), contacts. Errors: as adding one, and `phone-strange`, `email-strange`.
 */
export const editOrganisation = action({
  slug: 'edit-organisation',
  subject: z.object({ organisationId: id<OrganisationId>() }),
  fields,
  async load(read, { organisationId }): Promise<Loaded | Refusal> {
    const organisation = await read.organisation(organisationId);
    if (organisation === null) return { refused: 'not-found' };
    const members = organisation.kind === 'provider' ? await read.membersOf(organisationId) : [];
    return { organisation, organisations: await read.organisations(), members };
  },
  may: (_loaded, { actor }) => deskOnly(actor),
  form({ organisation, members }, { actor }, { typed }) {
    const { kind } = organisation;
    const t = texts(actor.language);
    const coordinators = [
      { title: t('desk.edit-organisation.nobody'), value: nobody },
      ...members.map((person) => ({ title: person.name, value: person.id })),
    ];
    return {
      organisationId: organisation.id,
      kind: t(`desk.kinds.${kind}`),
      languages: languageChoices(actor.language),
      isClb: kind === 'clb' ? 'yes' : null,
      roundTables: kind === 'provider' ? roundTableChoices(actor.language) : null,
      coordinators: kind === 'provider' && members.length > 0 ? coordinators : null,
      noMembers: kind === 'provider' && members.length === 0 ? t('desk.edit-organisation.no-members') : null,
      typed: { ...present(organisation, members), ...typed },
    };
  },
  decide({ organisation, organisations, members }, { coordinator, ...typed }) {
    const row: Organisation = {
      ...organisation,
      ...Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined)),
      coordinatorId: coordinatorOf(organisation, members, coordinator),
    };
    const { id: organisationId } = organisation;
    if (isTaken(row, organisations))
      return { reply: deskForms.editOrganisation.again({ organisationId }, { name: 'name-taken' }) };
    const reply = { ...deskCards.organisation.shown({ organisationId }), note: { key: 'done' } };
    const changed = whatChanged(toldFields, { ...organisation }, { ...row });
    return {
      changes: [{ put: 'organisation', row }],
      entries: changed === null ? [] : [entry('organisation', row.id, 'edited', changed)],
      reply,
    };
  },
});

/** The inputs as they stand now. */
const present = (organisation: Organisation, members: readonly Person[]) => ({
  name: organisation.name,
  language: organisation.language,
  municipality:
    organisation.municipality === null ? null : (municipalityOfNis(organisation.municipality)?.name ?? null),
  roundTableBy: organisation.roundTableBy,
  coordinator: members.some(({ id }) => id === organisation.coordinatorId) ? organisation.coordinatorId : nobody,
  phone: organisation.phone,
  email: organisation.email,
});

/** Only a member can be named; an input that was not drawn changes nothing. */
const coordinatorOf = (organisation: Organisation, members: readonly Person[], chosen: string | undefined) =>
  chosen === undefined ? organisation.coordinatorId : (members.find(({ id }) => id === chosen)?.id ?? null);
