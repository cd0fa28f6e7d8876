import type { ViewContext } from '../../contracts/action.js';
import { day } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { automaticLine, signalFacts, signalState, signalText } from '../../texts/signal-words.js';
import type { SignalFacts } from './signal-facts.js';
import { signalStrip } from './signal-strip.js';

/** `Knelpunt`: the kind as a title. */
const titleOf = (kind: string): string => kind.charAt(0).toUpperCase() + kind.slice(1);

/** What every card of a signal tells: its words, where it stands, who supports it. Nothing about its sender but the organisation. */
export function signalLines(facts: SignalFacts, context: ViewContext) {
  const { signal, organisation, supporters, merged, into } = facts;
  const { language } = context;
  const say = texts(language);
  const from = organisation === null ? [] : [say('signals.lines.from', { organisation: plain(organisation.name) })];
  const [kind = '', ...about] = signalFacts(language, signal).split(' · ');
  return {
    signalId: signal.id,
    reference: say('signals.lines.reference', { reference: signal.reference }),
    title: titleOf(kind),
    state: signalState(language, signal.state),
    strip: signalStrip(signal.state, language),
    about: [...about, ...from].join(' · '),
    text: plain(signalText(language, signal)),
    automatic: automaticLine(language, signal),
    agenda: agendaLine(facts, context),
    body: signal.deliveredTo === null ? null : plain(signal.deliveredTo),
    answer: signal.answer === null ? null : plain(signal.answer),
    because: signal.closedBecause === null ? null : say(`signals.close-reasons.${signal.closedBecause}`),
    support: supporters.length === 0 ? null : say('signals.lines.support', { count: supporters.length }),
    merged: merged === 0 ? null : say('signals.lines.merged', { count: merged }),
    into: into === null ? null : say('signals.lines.into', { reference: into.reference }),
  };
}

/** The meeting on whose agenda it stands or stood. */
function agendaLine({ signal, meeting }: SignalFacts, { language, calendar, now }: ViewContext): string | null {
  if (meeting !== null) return day(calendar.dayOf(meeting.startsAt), language, calendar.dayOf(now));
  return signal.state === 'on-agenda' ? texts(language)('signals.lines.next-meeting') : null;
}
