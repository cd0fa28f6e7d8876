import { z } from 'zod';
import { isOf } from '../../../contracts/actor.js';
import { view, type ViewContext } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import type { SchoolText, TrajectoryCase } from '../../../contracts/trajectory.js';
import type { TrajectoryId } from '../../../domain/ids.js';
import { trajectoryReaders, type TrajectoryReader } from '../../../domain/trajectory/cards.js';
import { isConsented } from '../../../domain/trajectory/decide-school.js';
import { messageAt, type SchoolMessage } from '../../../domain/trajectory/school-message.js';
import { moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { hasSchool } from '../trajectory/act-on-trajectory.js';
import { mailWith } from './mail-with.js';
import { lastWritten, momentWord } from './school-facts.js';

interface OpenedFacts extends TrajectoryCase {
  readonly message: SchoolMessage;
  readonly texts: readonly SchoolText[];
  readonly side: TrajectoryReader | null;
}

/**
 * The words of a message to the school, for the one person who pressed: to change and release, to answer a question about it, or to copy
 * and mail. It has no `may`: nothing but `open-school-message`, which writes the read log, and releasing it can show it.
 */
export const openedSchoolMessage = view({
  slug: 'opened-school-message',
  audience: 'one-person',
  params: z.object({
    trajectoryId: id<TrajectoryId>(),
    number: z.coerce.number().int(),
    side: z.enum(trajectoryReaders).nullish().catch(null),
  }),
  async load(read, { trajectoryId, number, side }): Promise<OpenedFacts | null> {
    const facts = await read.trajectory(trajectoryId);
    const message = facts === null ? null : messageAt(facts.trajectory, number);
    if (facts === null || message === null) return null;
    return { ...facts, message, side: side ?? null, texts: await read.schoolTexts(trajectoryId, number) };
  },
  fill(facts, context) {
    const { trajectory, referral, message, texts: words } = facts;
    const say = texts(context.language);
    const last = lastWritten(words);
    const reader = readerOf(facts, context);
    const releases = message.state === 'written' && reader === 'clb' && last !== null;
    const rewrites = message.state === 'returned' && reader === 'provider' && last !== null;
    const goesOut = (message.state === 'released' || message.state === 'sent') && last !== null;
    return {
      onlyYou: say('privacy.opened-file.only-you'),
      noted: say('privacy.opened-file.noted', { moment: moment(context.now, context.language, context.now) }),
      close: say('school.opened-school-message.close', { reference: referral.reference }),
      line: [momentWord(message, context.language), say('case.card.reference', { reference: referral.reference })].join(
        ' · ',
      ),
      trajectoryId: trajectory.id,
      number: message.number,
      side: facts.side,
      questions: questionsOf(facts, context),
      edit: releases || rewrites ? last : null,
      editLabel: say(`school.opened-school-message.${rewrites ? 'your-text' : 'text'}`),
      askConsent:
        releases && !isConsented(trajectory, hasSchool(facts)) ? say('school.opened-school-message.consent') : null,
      ask: releases ? say('school.opened-school-message.ask', { provider: plain(facts.provider?.name ?? '') }) : null,
      final: releases || rewrites || last === null ? null : plain(last),
      mail: goesOut && reader === 'clb' ? mailWith(referral.reference, last, context.language) : null,
      release: releases,
      rewrite: rewrites,
      sends: message.state === 'released' && reader === 'clb',
      // One of the three at most stands there.
      primary: 'positive',
      erased: words.length > 0 && last === null ? say('questions.opened-questions.erased') : null,
    };
  },
  summary: ({ referral }, { language }) =>
    texts(language)('school.opened-school-message.summary', { reference: referral.reference }),
});

/** As whom one reads it. */
function readerOf({ referral }: OpenedFacts, { actor }: ViewContext): TrajectoryReader {
  if (actor === null) return 'desk';
  if (isOf(actor, referral.clbId)) return 'clb';
  return isOf(actor, referral.providerId) ? 'provider' : 'desk';
}

/** What the CLB asked about it, oldest first. */
function questionsOf({ texts: words }: OpenedFacts, { language, now }: ViewContext) {
  return words.flatMap(({ what, person, at, text }) =>
    what !== 'asked' || text === null
      ? []
      : [
          {
            who: [
              ...(person === null ? [] : [`**${plain(person)}**`]),
              texts(language)('school.opened-school-message.asked'),
              moment(at, language, now),
            ].join(' · '),
            text: plain(text),
          },
        ],
  );
}
