import { view } from '../../../contracts/action.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { isUnanswered, loadOpenAgain, mayAnswerForService, openAgainSubject } from './open-again-facts.js';
import { dayLine } from './day-line.js';

/** Asks the provider, after the last full day, whether the service is open again (R12); shows the answer afterwards. */
export const openAgain = view({
  slug: 'open-again',
  audience: 'stored',
  params: openAgainSubject,
  load: loadOpenAgain,
  may: mayAnswerForService,
  fill(facts, context) {
    const { service, asked } = facts;
    const say = texts(context.language);
    const name = { service: plain(service.name) };
    const until = service.fullUntil;
    const sentence = isUnanswered(facts)
      ? say('dispatch.open-again.asked', { ...name, day: dayLine(asked, context) })
      : until === null
        ? say('dispatch.open-again.reopened', name)
        : say('dispatch.open-again.full', { ...name, day: dayLine(until, context) });
    return { ...name, serviceId: service.id, asked, sentence, open: isUnanswered(facts) };
  },
  summary: ({ service }, { language }) => texts(language)('dispatch.open-again.summary', { service: service.name }),
});
