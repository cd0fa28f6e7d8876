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
import { mayKeep, requiredText } from './typed-signal.js';
import { signalForms } from '../../contracts/signal-forms.js';

const longest = 120;

/**
 * Bezorgen: the working group passes a signal on to a competent body (R19); its sender is told. The name of a body may look
 * like a name, so only what is certainly personal is refused. Errors: `body-missing`, `body-long`, `body-personal`.
 */
export const deliverSignal = action({
  slug: 'deliver-signal',
  subject: ofSignal,
  fields: z.object({ body: requiredText('body', longest) }),
  load: (read, { signalId }) => loadStepping(read, signalId),
  may: (_facts, { actor }) => workgroupOnly(actor),
  form: ({ signal }, { actor: { language } }, { typed }) => ({
    signalId: signal.id,
    reference: texts(language)('signals.lines.reference', { reference: signal.reference }),
    text: plain(signalText(language, signal)),
    typed: { body: typed['body'] ?? signal.deliveredTo },
  }),
  decide({ signal, hearers }, { body }, context): Outcome | Refusal {
    if (signal.state === 'delivered' && signal.deliveredTo === body) return { reply: presentState(signal) };
    if (!mayKeep(body, true, context))
      return { reply: signalForms.deliver.again({ signalId: signal.id }, { body: 'body-personal' }) };
    const stepped = stepSignal(signal, 'deliver', { deliveredTo: body }, context.now);
    if (isRefusal(stepped)) return stepped;
    return {
      changes: [{ put: 'signal', row: stepped.signal }],
      entries: [entry('signal', signal.id, 'delivered', {})],
      notices: tellSender(signal, 'delivered', hearers),
      refresh: [signalPost(signal.id)],
      reply: presentState(signal),
    };
  },
});
