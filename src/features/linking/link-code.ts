import { z } from 'zod';
import { id } from '../../contracts/id.js';
import { view } from '../../contracts/action.js';
import type { OrganisationId } from '../../domain/ids.js';
import { moment } from '../../texts/format.js';
import { plain } from '../../texts/plain.js';
import { texts } from '../../texts/index.js';

/** Shows a new code to the person who made it, once: it is stored nowhere. */
export const linkCode = view({
  slug: 'link-code',
  audience: 'one-person',
  params: z.object({
    code: z.string(),
    organisationId: id<OrganisationId>(),
    expiresAt: z.iso.datetime(),
  }),
  async load(read, { code, organisationId, expiresAt }) {
    const organisation = await read.organisation(organisationId);
    return organisation === null ? null : { code, organisation, expiresAt: new Date(expiresAt) };
  },
  fill({ code, organisation, expiresAt }, { language, now }) {
    const t = texts(language);
    return {
      title: t('linking.link-code.title', { organisation: plain(organisation.name) }),
      code,
      how: t('linking.link-code.how', { code }),
      until: t('linking.link-code.until', { until: moment(expiresAt, language, now) }),
    };
  },
  summary: (_facts, { language }) => texts(language)('linking.link-code.summary'),
});
