import { z } from 'zod';
import { action, type ActionContext } from '../../contracts/action.js';
import { actsFor } from '../../contracts/actor.js';
import type { Outcome } from '../../contracts/outcome.js';
import type { LinkCode, Organisation } from '../../domain/organisation.js';
import { entry } from '../../domain/timeline/entries.js';
import { texts } from '../../texts/index.js';
import { linkingCards } from './linking-cards.js';
import { linkingForms } from './linking-forms.js';

const holdsHours = 48;

/** The desk makes a one-time code with which an organisation links its own channel. Only its digest is stored. */
export const createLinkCode = action({
  slug: 'create-link-code',
  words: { nl: ['koppelcode'], en: ['link code'] },
  subject: z.object({ organisationId: z.string().optional() }),
  fields: z.object({ organisation: z.string().optional(), elsewhere: z.enum(['true', 'false']).optional() }),
  storable: true,
  async load(read, { organisationId }) {
    const organisations = await read.organisations();
    const desk = organisations.find(({ kind }) => kind === 'desk');
    const [home] = desk === undefined ? [] : await read.channelsOf(desk.id);
    return { chosen: organisationId ?? null, organisations, deskTenant: home?.tenantId ?? null };
  },
  may: (_loaded, { actor }) => (actsFor(actor, 'desk') === null ? { refused: 'only-desk' } : null),
  form: ({ chosen, organisations }, { actor }, { typed }) => ({
    organisations: organisations.map((organisation) => ({
      title: titleOf(organisation, actor.language),
      value: organisation.id,
    })),
    typed: { organisation: typed['organisation'] ?? chosen, elsewhere: typed['elsewhere'] ?? 'false' },
  }),
  decide({ organisations, deskTenant }, { organisation: id, elsewhere }, context) {
    if (id === undefined) return { reply: { ...linkingForms.newCode.opened({}), ...missing(context) } };
    const organisation = organisations.find((one) => one.id === id);
    return organisation === undefined
      ? { refused: 'not-found' }
      : newCodeFor(organisation, { deskTenant, anyTenant: elsewhere === 'true' }, context);
  },
});

/** Typed words open an empty form; a press without a choice gets a sentence at the field. */
const missing = ({ messageId }: ActionContext): { errors?: Record<string, string> } =>
  messageId === null ? {} : { errors: { organisation: 'choose-organisation' } };

const titleOf = (organisation: Organisation, language: ActionContext['actor']['language']): string =>
  `${organisation.name} (${texts(language)(`linking.create-link-code.kind.${organisation.kind}`)})`;

/** A code of the Meldpunt works in its own tenant; one of another organisation where that has its channels already. */
function newCodeFor(
  organisation: Organisation,
  { deskTenant, anyTenant }: { readonly deskTenant: string | null; readonly anyTenant: boolean },
  context: ActionContext,
): Outcome {
  const { code, digest } = context.newCode();
  const expiresAt = new Date(context.now.getTime() + holdsHours * 3_600_000);
  const row: LinkCode = {
    id: context.newId(),
    organisationId: organisation.id,
    digest,
    createdBy: context.actor.person.id,
    expiresAt,
    tenantId: organisation.kind === 'desk' ? deskTenant : null,
    anyTenant,
    usedAt: null,
    usedBy: null,
    channelId: null,
    version: 0,
  };
  return {
    changes: [{ put: 'linkCode', row }],
    entries: [entry('organisation', organisation.id, 'code-made', { anyTenant })],
    reply: linkingCards.code.shown({ code, organisationId: organisation.id, expiresAt: expiresAt.toISOString() }),
  };
}
