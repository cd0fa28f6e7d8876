import { z } from 'zod';
import type { ViewContext } from '../../contracts/action.js';
import { document, type Block } from '../../contracts/document.js';
import { texts } from '../../texts/index.js';
import { signalText } from '../../texts/signal-words.js';
import { referenceOf, titleOf } from './meeting-words.js';
import { figureBlocks } from './pack-blocks.js';
import { noFigures } from './no-figures.js';
import { loadPack, type PackFacts } from './pack-facts.js';
import { periodWords } from '../../texts/figure-words.js';
import { day } from '../../texts/format.js';
import { meetingId } from './working-group.js';

/**
 * The pack of a meeting as a document (R19): the figures per region beside those of the period before, each with its
 * definition; automatic signals; what was decided and is still open. Small numbers are hidden.
 */
export const meetingPack = document({
  slug: 'meeting-pack',
  params: z.object({ meetingId }),
  load: (read, params, context): Promise<PackFacts | null> => loadPack(read, params.meetingId, context),
  fill(facts, context) {
    const { meeting } = facts;
    const { language } = context;
    const say = texts(language);
    return {
      kind: 'pdf',
      fileName: say('meetings.meeting-pack.file', { number: meeting.number, year: meeting.schoolYear }),
      title: say('meetings.meeting-pack.title', { number: meeting.number }),
      subtitle: referenceOf(meeting, language),
      foot: `${referenceOf(meeting, language)} · ${titleOf(meeting, language)}`,
      blocks: [
        ...introduction(facts, context),
        ...figureBlocks(facts, context),
        ...signals(facts, context),
        ...open(facts, context),
      ],
    };
  },
});

function introduction(facts: PackFacts, context: ViewContext): Block[] {
  const { now, then } = facts;
  const say = texts(context.language);
  if (now === null) return [{ text: noFigures(facts, context.language) }];
  return [
    {
      facts: [
        [say('meetings.meeting-pack.period'), periodWords(now.period, context.language)],
        ...(then === null
          ? []
          : [[say('meetings.meeting-pack.compared'), periodWords(then.period, context.language)] as const]),
      ],
    },
    {
      remark: [say('figures.shown.note'), ...(then === null ? [] : [say('meetings.meeting-pack.brackets')])].join(' '),
    },
  ];
}

function signals({ signals: made }: PackFacts, { language }: ViewContext): Block[] {
  const say = texts(language);
  return [
    { heading: say('meetings.meeting-pack.signals') },
    made.length === 0
      ? { text: say('meetings.meeting-pack.no-signals') }
      : { list: made.map((signal) => `${signal.reference}: ${signalText(language, signal)}`) },
    { remark: say('meetings.meeting-pack.signals-why') },
  ];
}

function open({ decisions }: PackFacts, { language }: ViewContext): Block[] {
  const say = texts(language);
  const head = (['what', 'who', 'by'] as const).map((key) => say(`meetings.meeting-minutes.${key}`));
  const rows = decisions.map(({ text, ownerName, dueOn }) => [
    text,
    ownerName,
    dueOn === null ? '–' : day(dueOn, language, '0000'),
  ]);
  return [
    { heading: say('meetings.meeting-pack.decisions') },
    rows.length === 0 ? { text: say('meetings.meeting-pack.no-decisions') } : { table: { head, rows } },
  ];
}
