import { z } from 'zod';
import { action, type ActionContext } from '../../contracts/action.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import { postSignal } from '../../contracts/signal-notices.js';
import { workgroupHome } from '../../contracts/workgroup-home.js';
import { carePhases, kindsOf, type HelpLineKind } from '../../domain/helpline/kinds.js';
import type { OrganisationId, SignalId } from '../../domain/ids.js';
import type { SchoolMap } from '../../domain/school-map/school-map.js';
import { entry } from '../../domain/timeline/entries.js';
import { unhandled, type Signal } from '../../domain/workgroup/signal.js';
import { texts } from '../../texts/index.js';
import { mapId, teamOnly } from './map-access.js';
import { mapCards } from './map-cards.js';
import { kindWord } from './told/map-words.js';

interface AskFacts {
  readonly map: SchoolMap;
  /** Of the phase: there is none in the region, and nobody told it for this school. */
  readonly kinds: readonly HelpLineKind[];
  readonly reference: string | null;
  readonly home: OrganisationId | null;
}

/** In uw regio staat nog niemand voor …: one press tells the working group what a care phase lacks, each kind once. */
export const askForHelp = action({
  slug: 'ask-for-help',
  subject: z.object({ mapId, phase: z.enum(carePhases) }),
  fields: z.object({}),
  async load(read, { mapId: id, phase }, { calendar, now }): Promise<AskFacts | Refusal> {
    const map = await read.schoolMap(id);
    if (map === null) return { refused: 'not-found' };
    const kinds: HelpLineKind[] = [];
    for (const kind of kindsOf(phase).filter((one) => map.askedFor[one] === undefined))
      if ((await read.countHelpLines({ region: map.region, kind })) === 0) kinds.push(kind);
    const year = Number(calendar.dayOf(now).slice(0, 4));
    return {
      map,
      kinds,
      reference: kinds.length === 0 ? null : ((await read.nextSignalReferences(year, 1))[0] ?? null),
      home: await workgroupHome(read),
    };
  },
  may: ({ map }, { actor }) => teamOnly(map, actor),
  decide({ map, kinds, reference, home }, _fields, context): Outcome {
    const reply = mapCards.whole.shown({ mapId: map.id });
    if (reference === null) return { reply };
    const row = signalFor(map, kinds, reference, context);
    const asked = Object.fromEntries(kinds.map((kind) => [kind, context.now.toISOString()]));
    return {
      changes: [
        { put: 'signal', row },
        { put: 'schoolMap', row: { ...map, askedFor: { ...map.askedFor, ...asked } } },
      ],
      entries: [
        entry('signal', row.id, 'received', { by: 'person', kind: row.kind }),
        ...kinds.map((kind) => entry('school-map', map.id, 'kind-asked', { kind })),
      ],
      notices: postSignal(row, home),
      inNameOf: map.organisationId,
      reply: { ...reply, note: { key: 'kind-asked' } },
    };
  },
});

/** The working group reads Dutch. No name of a school: which it is, stands with who sent it. */
function signalFor(
  map: SchoolMap,
  kinds: readonly HelpLineKind[],
  reference: string,
  { actor, now, newId }: ActionContext,
): Signal {
  const t = texts('nl');
  const region = t(`common.common.region.${map.region}`);
  return {
    id: newId<SignalId>(),
    reference,
    ...unhandled,
    kind: 'bottleneck',
    region: map.region,
    ageGroup: 'all',
    text: t('school-map.ask-for-help.text', { region, kinds: kinds.map((kind) => kindWord(kind, 'nl')).join(', ') }),
    referralId: null,
    personId: actor.person.id,
    organisationId: map.organisationId,
    rule: null,
    counts: null,
    createdAt: now,
    updatedAt: now,
  };
}
