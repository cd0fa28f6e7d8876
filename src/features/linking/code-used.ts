import { z } from 'zod';
import { view } from '../../contracts/action.js';
import { actsFor } from '../../contracts/actor.js';
import type { Read } from '../../contracts/read.js';
import type { Language } from '../../domain/language.js';
import type { LinkCode, Organisation, Person, Channel } from '../../domain/organisation.js';
import { plain } from '../../texts/plain.js';
import { texts } from '../../texts/index.js';

interface Facts {
  readonly organisation: Organisation;
  readonly channel: Channel;
  readonly usedBy: Person | null;
  readonly madeBy: Person | null;
  readonly code: LinkCode;
  /** The tenants in which the Meldpunt itself is. */
  readonly deskTenants: readonly string[];
}

async function load(read: Read, { codeId }: { codeId: string }): Promise<Facts | null> {
  const code = await read.linkCode(codeId);
  const channel = code?.channelId ? await read.channel(code.channelId) : null;
  const organisation = code === null ? null : await read.organisation(code.organisationId);
  if (code === null || channel === null || organisation === null) return null;
  const [desk] = await read.organisations('desk');
  return {
    code,
    channel,
    organisation,
    usedBy: code.usedBy === null ? null : await read.person(code.usedBy),
    madeBy: code.createdBy === null ? null : await read.person(code.createdBy),
    deskTenants: desk === undefined ? [] : (await read.channelsOf(desk.id)).map(({ tenantId }) => tenantId),
  };
}

/** Tells the desk who linked which conversation with which code, so that it can undo what is not right. */
export const codeUsed = view({
  slug: 'code-used',
  audience: 'stored',
  params: z.object({ codeId: z.uuid() }),
  load,
  may: (_facts, actor) => (actsFor(actor, 'desk') === null ? { refused: 'only-desk' } : null),
  fill(facts, { language }) {
    const { organisation, channel, usedBy } = facts;
    const t = texts(language);
    // The same conversation may have been linked anew since, with another code.
    const linked = channel.state === 'linked' && channel.linkedAt.getTime() === facts.code.usedAt?.getTime();
    return {
      title: t(linked ? 'linking.code-used.title' : 'linking.code-used.over', {
        organisation: plain(organisation.name),
      }),
      who: usedBy === null ? null : plain(usedBy.name),
      where: whereLine(channel, language),
      code: codeLine(facts, language),
      tenant: isOutside(facts) ? t('linking.code-used.other-tenant') : null,
      channelId: linked ? channel.id : null,
      organisationId: organisation.id,
    };
  },
  summary: ({ organisation }, { language }) =>
    texts(language)('linking.code-used.title', { organisation: organisation.name }),
});

const whereLine = ({ scope, name }: Channel, language: Language): string =>
  name === null
    ? texts(language)(`linking.code-used.where.${scope}`)
    : texts(language)(`linking.code-used.where-called.${scope}`, { name: plain(name) });

const codeLine = ({ code, madeBy }: Facts, language: Language): string =>
  code.createdBy === null
    ? texts(language)('linking.code-used.from-settings')
    : texts(language)('linking.code-used.made-by', { name: plain(madeBy?.name ?? '?') });

const isOutside = ({ channel, deskTenants }: Facts): boolean =>
  deskTenants.length > 0 && !deskTenants.includes(channel.tenantId);
