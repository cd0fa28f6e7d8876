import { z } from 'zod';
import { view } from '../../contracts/action.js';
import { actsFor } from '../../contracts/actor.js';
import type { Read } from '../../contracts/read.js';
import { carePhases, kindsOf, type CarePhase } from '../../domain/helpline/kinds.js';
import { regions, type Region } from '../../lib/region/index.js';
import { texts } from '../../texts/index.js';
import { listShape } from './line-params.js';

/** The public page of each region, to print. */
export const regionPages: Readonly<Record<Region, string>> = {
  VBO: '/hulplijnen/vlaams-brabant-oost',
  AHV: '/hulplijnen/asse-halle-vilvoorde',
};

interface Phase {
  readonly phase: CarePhase;
  readonly lines: number;
  /** Kinds for which nobody filled in a line. */
  readonly open: number;
}

const countPhase = async (read: Read, phase: CarePhase, region: Region | undefined): Promise<Phase> => {
  const lines = await read.helpLines({ phase, ...(region === undefined ? {} : { region }), limit: 1000 });
  const filled = new Set(lines.map(({ kind }) => kind));
  return { phase, lines: lines.length, open: kindsOf(phase).filter((kind) => !filled.has(kind)).length };
};

/**
 * The first page of the help lines: the four care phases of a region, from near to far, with how many lines each has.
 * `found: 'nothing'` says that it stands here because words that were typed were not found.
 */
export const linePhases = view({
  slug: 'line-phases',
  audience: 'stored',
  params: z.object({
    region: listShape.region,
    found: z.literal('nothing').optional().catch(undefined),
    /** In the desk's channel: with the way to take in a file. */
    desk: z.literal('yes').optional().catch(undefined),
  }),
  async load(read, { region, found, desk }) {
    return {
      region,
      found,
      desk,
      phases: await Promise.all(carePhases.map((phase) => countPhase(read, phase, region))),
    };
  },
  may: () => null,
  fill({ region, found, desk, phases }, { language, links, actor }) {
    const say = texts(language);
    return {
      region: region ?? null,
      nothing: found === undefined ? null : say('common.common.nothing-found'),
      where: region === undefined ? say('helplines.words.both-regions') : say(`common.common.region.${region}`),
      phases: phases.map(({ phase, lines, open }) => ({
        phase,
        name: say(`helplines.phases.${phase}.name`),
        about: say(`helplines.phases.${phase}.about`),
        count: [
          say('helplines.words.lines', { lines }),
          ...(open > 0 ? [say('helplines.line-phases.open', { open })] : []),
        ].join(' · '),
      })),
      mayImport: desk === 'yes' || (actor !== null && actsFor(actor, 'desk') !== null),
      print: region === undefined ? null : links.page(regionPages[region]),
      elsewhereTitle: say(region === undefined ? 'helplines.line-phases.choose' : 'helplines.line-phases.elsewhere'),
      elsewhere: [...regions.filter((one) => one !== region), ...(region === undefined ? [] : [null])].map((one) => ({
        title: one === null ? say('helplines.line-phases.both') : say(`common.common.region.${one}`),
        region: one,
      })),
    };
  },
  summary: (_facts, { language }) => texts(language)('helplines.line-phases.title'),
});
