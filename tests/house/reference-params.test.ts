import { expect, test } from '@jest/globals';
import type { z } from 'zod';
import { signalCards } from '../../src/contracts/signal-notices.js';
import type { MeetingId, SignalId } from '../../src/domain/ids.js';
import { referenceTo, type ReferenceTo } from '../../src/domain/reference-to.js';
import { deskCards } from '../../src/features/desk/desk-cards.js';
import { organisationCard } from '../../src/features/desk/organisation-card.js';
import { undelivered } from '../../src/features/desk/undelivered.js';
import { lineCard } from '../../src/features/helplines/line-card.js';
import { lineCards } from '../../src/features/helplines/line-cards.js';
import { lineChanged } from '../../src/features/helplines/line-changed.js';
import { lineHistory } from '../../src/features/helplines/line-history.js';
import { lineReport } from '../../src/features/helplines/line-report.js';
import { linesToConfirm } from '../../src/features/helplines/lines-to-confirm.js';
import { reportAnswer } from '../../src/features/helplines/report-answer.js';
import { sharedLine } from '../../src/features/helplines/shared-line.js';
import { codeUsed } from '../../src/features/linking/code-used.js';
import { codesRefused } from '../../src/features/linking/codes-refused.js';
import { linkCode } from '../../src/features/linking/link-code.js';
import { linkedChannel } from '../../src/features/linking/linked-channel.js';
import { linkingCards } from '../../src/features/linking/linking-cards.js';
import { channelSuspended } from '../../src/features/linking/channel-suspended.js';
import { decisionList } from '../../src/features/meetings/decision-list.js';
import { decisionReminder } from '../../src/features/meetings/decision-reminder.js';
import { meetingCard } from '../../src/features/meetings/meeting-card.js';
import { meetingCards } from '../../src/features/meetings/meeting-cards.js';
import { meetingList } from '../../src/features/meetings/meeting-list.js';
import { meetingPost } from '../../src/features/meetings/meeting-post.js';
import { packSummary } from '../../src/features/meetings/pack-summary.js';
import { signalCard } from '../../src/features/signals/signal-card.js';
import { signalPost } from '../../src/features/signals/signal-post.js';
import { signalReceipt } from '../../src/features/signals/signal-receipt.js';
import { signalUpdate } from '../../src/features/signals/signal-update.js';
import { surveyCards } from '../../src/features/survey/survey-cards.js';
import { surveyClosed } from '../../src/features/survey/survey-closed.js';
import { surveyInvitation } from '../../src/features/survey/survey-invitation.js';
import { surveyResults } from '../../src/features/survey/survey-results.js';

/** What a view reads, as far as it is given: nothing that it does not know, nothing of another kind. */
type Known<Given, Reads> = { readonly [K in keyof Given]: K extends keyof Reads ? Reads[K] | undefined : never };

interface Seen<Reads> {
  readonly slug: string;
  readonly params: z.ZodType<Reads>;
}

/** Compiles only when the reference gives what the view reads. */
const pair = <Reads, Given extends Known<Given, Reads>>(
  view: Seen<Reads>,
  reference: ReferenceTo<Given>,
): readonly [string, string] => [view.slug, reference.slug];

test('a reference gives what its view reads (the compiler says so), and names that view', () => {
  const pairs = [
    pair(signalPost, signalCards.post),
    pair(signalCard, signalCards.card),
    pair(signalReceipt, signalCards.receipt),
    pair(signalUpdate, signalCards.update),
    pair(meetingPost, meetingCards.post),
    pair(meetingCard, meetingCards.card),
    pair(meetingList, meetingCards.list),
    pair(packSummary, meetingCards.pack),
    pair(decisionReminder, meetingCards.decisionReminder),
    pair(decisionList, meetingCards.decisions),
    pair(surveyInvitation, surveyCards.invitation),
    pair(surveyResults, surveyCards.results),
    pair(surveyClosed, surveyCards.closed),
    pair(lineCard, lineCards.card),
    pair(sharedLine, lineCards.shared),
    pair(lineHistory, lineCards.history),
    pair(lineChanged, lineCards.changed),
    pair(linesToConfirm, lineCards.toConfirm),
    pair(lineReport, lineCards.report),
    pair(reportAnswer, lineCards.reportAnswer),
    pair(linkedChannel, linkingCards.linked),
    pair(codeUsed, linkingCards.codeUsed),
    pair(codesRefused, linkingCards.codesRefused),
    pair(channelSuspended, linkingCards.suspended),
    pair(linkCode, linkingCards.code),
    pair(organisationCard, deskCards.organisation),
    pair(undelivered, deskCards.undelivered),
  ];
  expect(pairs.filter(([view, reference]) => view !== reference)).toEqual([]);
});

test('and says so when it gives something else', () => {
  // @ts-expect-error a view of meetings does not read `meeting`
  pair(meetingPost, referenceTo<{ readonly meeting: MeetingId }>('meeting-post'));
  // @ts-expect-error nor the id of a signal
  pair(meetingPost, referenceTo<{ readonly meetingId: SignalId }>('meeting-post'));
  expect(meetingPost.slug).toBe(meetingCards.post.slug);
});
