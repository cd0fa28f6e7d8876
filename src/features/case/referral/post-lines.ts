import type { ViewContext } from '../../../contracts/action.js';
import type { CaseFacts } from '../../../contracts/case.js';
import type { Referral } from '../../../domain/case/referral.js';
import type { Language } from '../../../domain/language.js';
import { currentOf, type RoundTable } from '../../../domain/round-table/round-table.js';
import { moment } from '../../../texts/format.js';
import { currentTrajectory, type Trajectory } from '../../../domain/trajectory/trajectory.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { stateInLine } from '../../../texts/referral-words.js';
import { waitedSince } from '../card/earlier-line.js';
import { wordsFor } from './event-sentences.js';
import type { PostFacts } from './post-facts.js';

/** `Laatste: op wachtlijst geplaatst · vr 15 jan., 10.12 u.`, of the referral, its round table or its trajectory; null when nothing is known. */
export function lastLine(
  { history, roundTables, trajectories }: Pick<CaseFacts, 'history' | 'roundTables' | 'trajectories'>,
  { language, now }: ViewContext,
): string | null {
  const say = texts(language);
  const told =
    history
      .flatMap(({ name, at }) => {
        const words = wordsFor(name);
        return words === null ? [] : [{ what: say(words), at }];
      })
      .at(-1) ?? null;
  const all = [told, lastOfTable(roundTables, language), lastOfTrajectory(trajectories, language)].filter(
    (one) => one !== null,
  );
  const last = all.sort((one, other) => other.at.getTime() - one.at.getTime())[0];
  if (last === undefined) return null;
  return say('referral.referral-post.last', { what: last.what, moment: moment(last.at, language, now) });
}

/** What happened last to the trajectory; that its start is awaited, the place itself says. */
function lastOfTrajectory(all: readonly Trajectory[], language: Language): { what: string; at: Date } | null {
  const one = currentTrajectory(all);
  if (one === null || one.state === 'awaited' || one.state === 'dropped') return null;
  const goesOn = one.state === 'started' && one.since > one.startedAt;
  return { what: texts(language)(`trajectory.events.${goesOn ? 'goes-on' : one.state}`), at: one.since };
}

/** What happened last to the round table; that a first one is to be planned, the place itself says. */
function lastOfTable(tables: readonly RoundTable[], language: Language): { what: string; at: Date } | null {
  const table = currentOf(tables);
  if (table === null || table.appointment === null) return null;
  // Called off before it began, or left after it.
  const off = table.appointment.startsAt <= table.appointment.setAt ? 'not-held' : 'again';
  const said = { 'to-plan': off, planned: 'planned', held: 'held', dropped: off } as const;
  // Moved, or planned anew after it was called off or not held: the appointment itself does not say which.
  const isAnew = table.state === 'planned' && table.appointment.sequence > 0;
  return {
    what: texts(language)(`round-table.events.${isAnew ? 'planned-anew' : said[table.state]}`),
    at: table.since,
  };
}

/** `Eerder: 2026-0031 geen match · eerste aanmelding 12 jan. · Ook: 2026-0051`; null without other referrals (R12). */
export function trailLine({ referral, earlier, later, running }: PostFacts, context: ViewContext): string | null {
  const { language } = context;
  const say = texts(language);
  const runs = running.map((one) => one.referral.id);
  const { since: first, waited } = waitedSince(referral, context);
  const before = earlier
    .filter(({ id }) => !runs.includes(id))
    .map((one) => `${one.reference} ${outcomeOf(one, context)}`);
  const after = later.filter(({ id }) => !runs.includes(id)).map(({ reference }) => reference);
  const parts = [
    ...(before.length === 0
      ? []
      : [say('referral.referral-post.earlier', { before: before.join(', '), first, waited })]),
    ...(after.length === 0 ? [] : [say('referral.referral-post.later', { references: after.join(', ') })]),
  ];
  return parts.length === 0 ? null : parts.join(' · ');
}

/** `Loopt nog: 2026-0050 bij Zorgboerderij Voorbeeld (op wachtlijst)`; null when nothing else runs beside a place. */
export function runningLine({ running }: PostFacts, { language }: ViewContext): string | null {
  if (running.length === 0) return null;
  const say = texts(language);
  const others = running.map(({ referral, service }) =>
    say('referral.referral-post.running-one', {
      reference: referral.reference,
      service: plain(service ?? say('referral.my-referrals.unchosen')),
      state: stateInLine(language, referral.state),
    }),
  );
  return say('referral.referral-post.running', { others: others.join(', ') });
}

/** What became of it; 'no match' also when it was withdrawn afterwards. */
const outcomeOf = ({ state, noMatchReason }: Referral, { language }: ViewContext): string =>
  stateInLine(language, state === 'withdrawn' && noMatchReason !== null ? 'no-match' : state);
