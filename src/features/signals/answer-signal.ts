import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { isRefusal, type Outcome, type Refusal } from '../../contracts/outcome.js';
import { signalPost, stepSignal, tellSender } from '../../contracts/signal-notices.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import { entry } from '../../domain/timeline/entries.js';
import { signalText } from '../../texts/signal-words.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { loadStepping, ofSignal, presentState } from './signal-facts.js';
import { insists, mayKeep, personalFault, requiredText } from './typed-signal.js';
import { signalForms } from '../../contracts/signal-forms.js';

const longest = 600;

/**
 * Antwoord noteren: what the body answered, for the sender and the working group (R19). Errors: `answer-missing`,
 * `answer-long`, `answer-personal`.
 */
export const answerSignal = action({
  slug: 'answer-signal',
  subject: ofSignal,
  fields: z.object({ answer: requiredText('answer', longest), notPersonal: insists }),
  load: (read, { signalId }) => loadStepping(read, signalId),
  may: (_facts, { actor }) => workgroupOnly(actor),
  form({ signal }, context, filled) {
    const { language } = context.actor;
    const { typed } = filled;
    const { mayInsist, errors } = personalFault('answer', filled, context);
    return {
      signalId: signal.id,
      reference: texts(language)('signals.lines.reference', { reference: signal.reference }),
      text: plain(signalText(language, signal)),
      label: texts(language)('signals.answer-signal.answer', { body: signal.deliveredTo ?? '' }),
      mayInsist,
      typed: { answer: typed['answer'] ?? signal.answer, notPersonal: typed['notPersonal'] ?? 'false' },
      errors,
    };
  },
  decide({ signal, hearers }, { answer, notPersonal }, context): Outcome | Refusal {
    if (signal.state === 'answered' && signal.answer === answer) return { reply: presentState(signal) };
    if (!mayKeep(answer, notPersonal, context))
      return { reply: signalForms.answer.again({ signalId: signal.id }, { answer: 'answer-personal' }) };
    const stepped = stepSignal(signal, 'answer', { answer }, context.now);
    if (isRefusal(stepped)) return stepped;
    return {
      changes: [{ put: 'signal', row: stepped.signal }],
      entries: [entry('signal', signal.id, 'answered', {})],
      notices: tellSender(signal, 'answered', hearers),
      refresh: [signalPost(signal.id)],
      reply: presentState(signal),
    };
  },
});
