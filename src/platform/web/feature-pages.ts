import { randomUUID } from 'node:crypto';
import type { Actor } from '../../contracts/actor.js';
import type { Asked, Page, Visit } from '../../contracts/page.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import type { Settings } from '../../domain/settings.js';
import type { SignedLinks } from './signed-links.js';
import { contextNow, performAction, type Runtime } from '../runtime/perform.js';
import type { Registry } from '../runtime/registry.js';
import { createRead } from '../storage/read.js';
import { closed } from '../storage/keys/seal.js';
import type { HttpPage, HttpRequest } from './http-page.js';
import { qrCode } from './qr-code.js';
import { readForm } from './read-form.js';
import { answerOf } from './reply-answer.js';

/** What the pages of the features need. */
export interface PagesBehind {
  readonly parts: Runtime;
  readonly registry: Pick<Registry, 'reaction' | 'pages'>;
  readonly links: SignedLinks;
}

/** So much a form may bring besides its file. */
const aroundFile = 64 * 1024;

/** The pages of all features, as the web server hangs them: each gets what was asked and what it may use. */
export const featurePages = (behind: PagesBehind): HttpPage[] =>
  behind.registry.pages.map((page) => ({
    method: page.method ?? 'GET',
    path: page.path,
    local: false,
    largestBody: (page.largestFile ?? 0) + aroundFile,
    answer: async (request) =>
      answerOf(await page.answer(askedOf(page, request), await visit(behind, request, page)), request),
  }));

const askedOf = (page: Page, request: HttpRequest): Asked => ({
  params: request.params,
  query: request.query,
  form: () => readForm(request, page.largestFile ?? 0),
});

async function visit(behind: PagesBehind, request: HttpRequest, { byAddress }: Page): Promise<Visit> {
  const { parts, links } = behind;
  const { now, calendar, settings, local, newId, version } = await contextNow(parts, parts.database.kysely);
  return {
    now,
    calendar,
    settings,
    local,
    newId,
    links,
    version,
    actor: null,
    language: request.query.get('taal') === 'en' ? 'en' : 'nl',
    read: createRead(parts.database.kysely, byAddress === true ? parts.sealer : closed(parts.sealer), now),
    passSays: (path, token) => links.read(path, token),
    perform: (slug, actor, subject, fields) => perform(behind, { slug, actor, subject, fields, settings }),
    qrCode,
  };
}

interface Done {
  readonly slug: string;
  readonly actor: Actor;
  readonly subject: object;
  readonly fields: object;
  readonly settings: Settings;
}

async function perform(behind: PagesBehind, { slug, actor, settings, ...given }: Done): Promise<Outcome | Refusal> {
  const reaction = behind.registry.reaction(slug);
  if (reaction?.startedBy !== 'page') throw new Error(`${slug} is no reaction that a page may start`);
  const subject = reaction.subject.safeParse(given.subject);
  const fields = reaction.fields.safeParse(given.fields);
  if (!subject.success || !fields.success) return { refused: 'not-found' };
  const by = { actor, settings, messageId: null, turnId: randomUUID(), once: null };
  return performAction(behind.parts, reaction, subject.data, fields.data, by);
}
