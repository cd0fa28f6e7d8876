import { z } from 'zod';
import { id } from '../../contracts/id.js';
import { view, type ViewContext } from '../../contracts/action.js';
import type { Read } from '../../contracts/read.js';
import { looks, type Strip } from '../../contracts/strip.js';
import type { OrganisationId } from '../../domain/ids.js';
import type { Organisation, Channel, Service } from '../../domain/organisation.js';
import { municipalityOfNis } from '../../lib/region/index.js';
import { plain } from '../../texts/plain.js';
import { texts } from '../../texts/index.js';
import { deskOnly } from '../../contracts/desk-only.js';
import { serviceLine } from './service-line.js';

interface Facts {
  readonly organisation: Organisation;
  readonly services: readonly Service[];
  readonly channels: readonly Channel[];
  readonly coordinator: string | null;
}

/** One organisation as the desk sees it: its data, its channels, what it offers, and what is still to be filled in. */
export const organisationCard = view({
  slug: 'organisation-card',
  audience: 'stored',
  params: z.object({ organisationId: id<OrganisationId>() }),
  load: async (read, { organisationId }) => loadFacts(read, organisationId),
  may: (_facts, actor) => deskOnly(actor),
  fill(facts, context) {
    const { organisation, services, channels } = facts;
    const t = texts(context.language);
    const isProvider = organisation.kind === 'provider';
    return {
      organisationId: organisation.id,
      kind: t(`desk.kinds.${organisation.kind}`),
      name: plain(organisation.name),
      strip: stripOf(facts, context),
      facts: factsOf(facts, context),
      channels: channels.map((channel) => ({
        channelId: channel.id,
        line: t('desk.organisation-card.channel', {
          name: channel.name === null ? t(`desk.organisation-card.scopes.${channel.scope}`) : plain(channel.name),
        }),
        guests: t(`desk.organisation-card.guests.${channel.guestsAllowed ? 'refuse' : 'allow'}`),
        allow: channel.guestsAllowed ? 'no' : 'yes',
      })),
      services: services.map((service) => ({
        serviceId: service.id,
        name: plain(service.name),
        line: serviceLine(service, context.language),
      })),
      isProvider: isProvider ? 'yes' : null,
    };
  },
  summary: (_facts, { language }) => texts(language)('desk.organisation-card.title'),
});

async function loadFacts(read: Read, id: OrganisationId): Promise<Facts | null> {
  const organisation = await read.organisation(id);
  if (organisation === null) return null;
  const { coordinatorId } = organisation;
  return {
    organisation,
    services: organisation.kind === 'provider' ? await read.servicesOf(id) : [],
    channels: await read.channelsOf(id),
    coordinator: coordinatorId === null ? null : ((await read.person(coordinatorId))?.name ?? null),
  };
}

function factsOf({ organisation, coordinator }: Facts, { language }: ViewContext) {
  const t = texts(language);
  const municipality = organisation.municipality === null ? undefined : municipalityOfNis(organisation.municipality);
  const lines = {
    language: t(`desk.languages.${organisation.language}`),
    municipality: municipality?.name ?? null,
    roundTable: organisation.kind === 'provider' ? t(`desk.round-table.${organisation.roundTableBy}`) : null,
    coordinator: coordinator === null ? null : plain(coordinator),
    phone: organisation.phone === null ? null : plain(organisation.phone),
    email: organisation.email === null ? null : plain(organisation.email),
  };
  return (Object.keys(lines) as (keyof typeof lines)[])
    .filter((key) => lines[key] !== null)
    .map((key) => ({ title: t(`desk.organisation-card.facts.${key}`), value: lines[key] }));
}

/** Whether it can be reached through Teams; amber as long as the desk has something to fill in. */
function stripOf({ organisation, services, channels }: Facts, context: ViewContext): Strip {
  const t = texts(context.language);
  const noService = organisation.kind === 'provider' && services.length === 0;
  const asked = [
    ...[missingOf(organisation, context) ?? []].flat(),
    ...(noService ? [t('desk.organisation-card.no-service')] : []),
  ];
  const linked = channels.length > 0;
  const calm = linked ? looks.settled : looks.closed;
  return {
    ...(asked.length > 0 ? looks.toFillIn : calm),
    state: t(linked ? 'desk.organisation-card.linked' : 'desk.organisation-card.unlinked'),
    next: asked.length > 0 ? asked.join(' ') : null,
  };
}

/** What is not known yet; nobody publishes it, so the desk asks the organisation. */
function missingOf(organisation: Organisation, { language }: ViewContext): string | null {
  const t = texts(language);
  const asked =
    organisation.kind === 'clb' ? (['municipality', 'phone', 'email'] as const) : (['phone', 'email'] as const);
  const missing = asked.filter((key) => organisation[key] === null);
  if (missing.length === 0) return null;
  const what = missing.map((key) => t(`desk.organisation-card.facts.${key}`).toLowerCase()).join(', ');
  return t('desk.organisation-card.missing', { what });
}
