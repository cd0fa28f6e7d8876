import type { Found, ViewContext } from '../../contracts/action.js';
import type { Actor } from '../../contracts/actor.js';
import type { Answer, FoundCard, Query } from '../../contracts/turn.js';
import { texts } from '../../texts/index.js';
import { contextNow, type Runtime } from './perform.js';
import type { Registry } from './registry.js';
import type { Renderer } from './render.js';
import { createRead } from '../storage/read.js';
import { closed } from '../storage/keys/seal.js';

interface Finding {
  readonly parts: Runtime;
  readonly registry: Registry;
  readonly renderer: Renderer;
}

/**
 * Answers the message extension. The person acts for the organisations whose team he or she is in, whatever chat it is
 * asked from; what is put in the message is a card that everybody there may see.
 */
export async function found(world: Finding, query: Query, actor: Actor): Promise<Answer> {
  const { parts, registry } = world;
  const search = registry.searches.find(({ slug }) => slug === query.search);
  const nothing = texts(actor.language)('common.common.nothing-found');
  if (search === undefined) return { kind: 'found', results: [], nothing };
  const now = await contextNow(parts, parts.database.kysely);
  const read = createRead(parts.database.kysely, closed(parts.sealer), now.now);
  const organisations = await read.organisationsOf(actor.person.id);
  const context: ViewContext = { ...now, language: actor.language, actor: { ...actor, organisations } };
  const results: FoundCard[] = [];
  for (const one of (await search.find(read, query.text, context)).slice(0, 10)) {
    const card = await cardOf(world, one, context);
    if (card !== null) results.push({ title: one.title, line: one.line, card });
  }
  return { kind: 'found', results, nothing };
}

/** Filled as for a message that everybody sees: nobody looks. */
async function cardOf({ parts, registry, renderer }: Finding, one: Found, context: ViewContext) {
  const view = registry.view(one.view);
  if (view?.audience !== 'stored') throw new Error(`${one.view} must not stand in a message`);
  const read = createRead(parts.database.kysely, closed(parts.sealer), context.now);
  return (await renderer.view(view, one.params, read, { ...context, actor: null }))?.card ?? null;
}
