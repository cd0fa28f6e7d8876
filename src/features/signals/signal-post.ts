import { view } from '../../contracts/action.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import { texts } from '../../texts/index.js';
import { isOpenForSupport } from './support-signal.js';
import { loadSignal, ofSignal } from './signal-facts.js';
import { signalLines } from './signal-lines.js';

/** The living message in the working group's channel: what the signal says and how it stands. */
export const signalPost = view({
  slug: 'signal-post',
  audience: 'stored',
  params: ofSignal,
  load: (read, { signalId }) => loadSignal(read, signalId),
  may: (_facts, actor) => workgroupOnly(actor),
  fill: (facts, context) => ({ ...signalLines(facts, context), maySupport: isOpenForSupport(facts.signal) }),
  summary: ({ signal }, { language }) =>
    texts(language)('signals.signal-post.summary', {
      reference: signal.reference,
      kind: texts(language)(`signals.kinds.${signal.kind}`),
    }),
});
