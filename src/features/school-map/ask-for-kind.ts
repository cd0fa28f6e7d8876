import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import { postSignal } from '../../contracts/signal-notices.js';
import { workgroupHome } from '../../contracts/workgroup-home.js';
import { helpLineKinds, type HelpLineKind } from '../../domain/helpline/kinds.js';
import type { OrganisationId, SignalId } from '../../domain/ids.js';
import type { SchoolMap } from '../../domain/school-map/school-map.js';
import { entry } from '../../domain/timeline/entries.js';
import { unhandled, type Signal } from '../../domain/workgroup/signal.js';
import { texts } from '../../texts/index.js';
import { mapId, teamOnly } from './map-access.js';
import { mapCards } from './map-cards.js';
import { kindWord } from './map-words.js';

interface AskFacts {
  readonly map: SchoolMap;
  readonly kind: HelpLineKind;
  readonly reference: string | null;
  readonly home: OrganisationId | null;
  /** How many there are by now. */
  readonly there: number;
}

/** In uw regio staat nog geen …: one press tells the working group, once for each kind. */
export const askForKind = action({
  slug: 'ask-for-kind',
  subject: z.object({ mapId, kind: z.enum(helpLineKinds) }),
  fields: z.object({}),
  async load(read, { mapId: id, kind }, { calendar, now }): Promise<AskFacts | Refusal> {
    const map = await read.schoolMap(id);
    if (map === null) return { refused: 'not-found' };
    const year = Number(calendar.dayOf(now).slice(0, 4));
    return {
      map,
      kind,
      reference: map.askedFor[kind] === undefined ? ((await read.nextSignalReferences(year, 1))[0] ?? null) : null,
      home: await workgroupHome(read),
      there: await read.countHelpLines({ region: map.region, kind }),
    };
  },
  may: ({ map }, { actor }) => teamOnly(map, actor),
  decide({ map, kind, reference, home, there }, _fields, { actor, now, newId }): Outcome {
    const reply = mapCards.whole.shown({ mapId: map.id });
    if (reference === null || there > 0) return { reply };
    const t = texts('nl');
    const row: Signal = {
      id: newId<SignalId>(),
      reference,
      ...unhandled,
      kind: 'bottleneck',
      region: map.region,
      ageGroup: 'all',
      text: t('school-map.ask-for-kind.text', {
        region: t(`common.common.region.${map.region}`),
        kind: kindWord(kind, 'nl'),
      }),
      referralId: null,
      personId: actor.person.id,
      organisationId: map.organisationId,
      rule: null,
      counts: null,
      createdAt: now,
      updatedAt: now,
    };
    return {
      changes: [
        { put: 'signal', row },
        { put: 'schoolMap', row: { ...map, askedFor: { ...map.askedFor, [kind]: now.toISOString() } } },
      ],
      entries: [
        entry('signal', row.id, 'received', { by: 'person', kind: row.kind }),
        entry('school-map', map.id, 'kind-asked', { kind }),
      ],
      notices: postSignal(row, home),
      inNameOf: map.organisationId,
      reply: { ...reply, note: { key: 'kind-asked' } },
    };
  },
});
