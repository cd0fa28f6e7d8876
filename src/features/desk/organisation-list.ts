import { z } from 'zod';
import { view } from '../../contracts/action.js';
import type { Read } from '../../contracts/read.js';
import type { Language } from '../../domain/language.js';
import { organisationKinds, type Organisation } from '../../domain/organisation.js';
import { plain } from '../../texts/plain.js';
import { texts } from '../../texts/index.js';
import { deskOnly } from '../../contracts/desk-only.js';

const perPage = 10;

interface Listed {
  readonly organisation: Organisation;
  readonly channels: number;
  readonly services: number;
}

/** Every organisation, ten on a page: of which kind, how many channels it has linked, how many services it offers. */
export const organisationList = view({
  slug: 'organisation-list',
  audience: 'stored',
  params: z.object({ page: z.coerce.number().int().min(1).catch(1) }),
  async load(read, { page: asked }) {
    const all = (await read.organisations()).sort(byKind);
    const pages = Math.max(1, Math.ceil(all.length / perPage));
    const page = Math.min(asked, pages);
    const listed = await Promise.all(
      all.slice((page - 1) * perPage, page * perPage).map((organisation) => look(read, organisation)),
    );
    return { page, pages, total: all.length, listed };
  },
  may: (_facts, actor) => deskOnly(actor),
  fill({ page, pages, total, listed }, { language }) {
    const t = texts(language);
    return {
      count: t('desk.organisation-list.count', { total }),
      rows: listed.map((one) => ({
        organisationId: one.organisation.id,
        name: plain(one.organisation.name),
        what: whatOf(one, language),
      })),
      pageLine: pages === 1 ? null : t('desk.organisation-list.page', { page, pages }),
      previous: page > 1 ? page - 1 : null,
      next: page < pages ? page + 1 : null,
    };
  },
  summary: (_facts, { language }) => texts(language)('desk.organisation-list.title'),
});

const byKind = (one: Organisation, other: Organisation): number =>
  organisationKinds.indexOf(one.kind) - organisationKinds.indexOf(other.kind) || one.name.localeCompare(other.name);

const look = async (read: Read, organisation: Organisation): Promise<Listed> => ({
  organisation,
  channels: (await read.channelsOf(organisation.id)).length,
  services: organisation.kind === 'provider' ? (await read.services(organisation.id)).length : 0,
});

/** 'aanbieder · 1 aanbod · nog geen kanaal'. */
function whatOf({ organisation, channels, services }: Listed, language: Language): string {
  const t = texts(language);
  return [
    t(`desk.kinds.${organisation.kind}`),
    ...(organisation.kind === 'provider' ? [t('desk.organisation-list.services', { services })] : []),
    t('desk.organisation-list.channels', { channels }),
  ].join(' · ');
}
