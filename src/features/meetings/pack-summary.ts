import { z } from 'zod';
import { view } from '../../contracts/action.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import { figureRegions } from '../../domain/figures/index.js';
import { fileLink } from '../../contracts/file-link.js';
import { texts } from '../../texts/index.js';
import { titleOf } from './meeting-words.js';
import { loadPack, type PackFacts } from './pack-facts.js';
import { noFigures } from './no-figures.js';
import { periodWords } from '../../texts/figure-words.js';
import { barsOf, comparedAt, shownWord } from './pack-words.js';
import { meetingId } from './working-group.js';

/** The pack of a meeting on one card: three figures, bars per region, and the way to the whole document (R19). */
export const packSummary = view({
  slug: 'pack-summary',
  audience: 'stored',
  params: z.object({ meetingId }),
  load: (read, params, context): Promise<PackFacts | null> => loadPack(read, params.meetingId, context),
  may: (_facts, actor) => workgroupOnly(actor),
  fill(facts, context) {
    const { meeting, now, then } = facts;
    const { language } = context;
    const say = texts(language);
    const regions = figureRegions.map((region) => [say(`common.common.region.${region}`), { region }] as const);
    const registered = barsOf(regions, comparedAt(facts, 'registered-by-region'), language);
    return {
      meetingId: meeting.id,
      reference: say('meetings.pack-summary.reference', { title: titleOf(meeting, language) }),
      period: now === null ? null : periodWords(now.period, context.language),
      compared:
        then === null
          ? null
          : say('meetings.pack-summary.compared', { period: periodWords(then.period, context.language) }),
      nothing: now === null ? noFigures(facts, language) : null,
      figures: now === null ? null : figuresOf(facts, language),
      bars: now === null ? [] : registered.bars.map(({ label, value, shown }) => ({ label, shown, value })),
      drawn: now !== null && registered.bars.some(({ value }) => value !== null),
      hidden: now === null ? null : say('figures.shown.note'),
      others: say('meetings.pack-summary.others', { signals: facts.signals.length, decisions: facts.decisions.length }),
      document: fileLink('meeting-pack', { meetingId: meeting.id }, context),
    };
  },
  summary: ({ meeting }, { language }) =>
    texts(language)('meetings.pack-summary.summary', { title: titleOf(meeting, language) }),
});

/** The three that everybody asks for first, with those of the period before. */
function figuresOf(facts: PackFacts, language: 'nl' | 'en') {
  const say = texts(language);
  const figures = [
    ['registered', comparedAt(facts, 'registered-by-region')({})],
    ['placed', comparedAt(facts, 'answers')({ answer: 'placed' })],
    ['unmet', comparedAt(facts, 'unmet-demand')({})],
  ] as const;
  return Object.fromEntries(
    figures.map(([name, { now, before }]) => [
      name,
      {
        number: shownWord(now),
        word: say(`meetings.pack-summary.${name}`, { before: before === null ? 'none' : shownWord(before) }),
      },
    ]),
  );
}
