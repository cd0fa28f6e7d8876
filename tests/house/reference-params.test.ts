import { expect, test } from '@jest/globals';
import { signalCards } from '../../src/contracts/signal-notices.js';
import type { MeetingId, SignalId } from '../../src/domain/ids.js';
import { chooseOrganisation } from '../../src/contracts/for-whom.js';
import { chooseOrganisationCard } from '../../src/features/start/choose-organisation.js';
import { referenceTo } from '../../src/domain/reference-to.js';
import { deskFigures } from '../../src/features/figures/desk-figures.js';
import { figureCards } from '../../src/features/figures/figure-cards.js';
import { figuresFiles } from '../../src/features/figures/figures-files.js';
import { deskCards } from '../../src/features/desk/desk-cards.js';
import { organisationCard } from '../../src/features/desk/organisation-card.js';
import { undelivered } from '../../src/features/desk/undelivered.js';
import { stuckJob } from '../../src/features/desk/stuck-job.js';
import { teamsAway } from '../../src/features/desk/teams-away.js';
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
import { channelRestored } from '../../src/features/linking/channel-restored.js';
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
import { caseCards } from '../../src/domain/case/cards.js';
import { inquiryCards } from '../../src/domain/inquiry/cards.js';
import { inquiry } from '../../src/features/case/inquiry/inquiry.js';
import { inquiryMention } from '../../src/features/case/inquiry/inquiry-mention.js';
import { inquiryUpdate } from '../../src/features/case/inquiry/inquiry-update.js';
import { openedInquiry } from '../../src/features/case/inquiry/opened-inquiry.js';
import { referralPost } from '../../src/features/case/referral/referral-post.js';
import { referralOffer } from '../../src/features/case/dispatch/referral-offer.js';
import { deskReferral } from '../../src/features/case/dispatch/desk-referral.js';
import { referralUpdate } from '../../src/features/case/referral/referral-update.js';
import { offerUpdate } from '../../src/features/case/dispatch/offer-update.js';
import { questionPost } from '../../src/features/case/questions/question-post.js';
import { contactReminder } from '../../src/features/case/dispatch/contact-reminder.js';
import { serviceWaitlist } from '../../src/features/case/waitlist/service-waitlist.js';
import { digestCard } from '../../src/features/case/digest/digest-card.js';
import { digestReference } from '../../src/features/case/digest/send-digest.job.js';
import { matchFound } from '../../src/features/case/matching/match-found.js';
import { draftPost } from '../../src/features/case/intake/draft-post.js';
import { caseViews } from '../../src/features/case/case-views.js';
import { reviewReferral } from '../../src/features/case/intake/review-referral.js';
import { duplicateFound } from '../../src/features/case/intake/duplicate-found.js';
import { intakeStopped } from '../../src/features/case/intake/intake-stopped.js';
import { openDrafts } from '../../src/features/case/intake/open-drafts.js';
import { casePapers } from '../../src/features/case/papers/case-papers.js';
import { openedFile } from '../../src/features/case/privacy/opened-file.js';
import { caseHistory } from '../../src/features/case/referral/case-history.js';
import { openedQuestions } from '../../src/features/case/questions/opened-questions.js';
import { myReferrals } from '../../src/features/case/referral/my-referrals.js';
import { namedReferrals } from '../../src/features/case/referral/named-referrals.js';
import { referralMention } from '../../src/features/case/referral/referral-mention.js';
import { listCards } from '../../src/features/case/waitlist/list-cards.js';
import { listCheck } from '../../src/features/case/waitlist/list-check.js';
import { waitingLists } from '../../src/features/case/waitlist/waiting-lists.js';
import { waitlistChoice } from '../../src/features/case/waitlist/waitlist-choice.js';
import { waitlistStands } from '../../src/features/case/waitlist/waitlist-stands.js';
import { serviceAvailability } from '../../src/features/case/waitlist/service-availability.js';
import { openAgain } from '../../src/features/case/dispatch/open-again.js';
import { reconciled } from '../../src/features/case/reconcile/reconciled.js';
import { reconcileBegun } from '../../src/features/case/reconcile/reconcile-begun.js';
import { openedSchoolMessage } from '../../src/features/case/school/opened-school-message.js';
import { schoolMessage } from '../../src/features/case/school/school-message.js';
import { schoolCards, trajectoryCards } from '../../src/domain/trajectory/cards.js';
import { halfDaysCounted } from '../../src/features/case/trajectory/half-days-counted.js';
import { stillAtSchoolCard } from '../../src/features/case/trajectory/still-at-school.js';
import { weekToCountCard } from '../../src/features/case/trajectory/week-to-count.js';
import { trajectoryUpdate } from '../../src/features/case/trajectory/trajectory-update.js';
import { trajectory } from '../../src/features/case/trajectory/trajectory.js';
import { roundTableCards } from '../../src/domain/round-table/cards.js';
import { roundTable } from '../../src/features/case/round-table/round-table.js';
import { roundTableUpdate } from '../../src/features/case/round-table/round-table-update.js';
import { catchingCards } from '../../src/features/case/catching-up/catching-cards.js';
import { whatHappened } from '../../src/features/case/catching-up/what-happened.js';
import { handedCards } from '../../src/features/case/handing-over/handed-cards.js';
import { workerGone } from '../../src/features/case/handing-over/worker-gone.js';
import { workHandedOver } from '../../src/features/case/handing-over/work-handed-over.js';
import { startCards } from '../../src/contracts/start-cards.js';
import { welcome } from '../../src/features/start/welcome.js';
import { helpCard } from '../../src/features/start/help-card.js';
import { explanation } from '../../src/features/start/explanation.js';
import { suggestions } from '../../src/features/start/suggestions.js';
import { refusal } from '../../src/features/start/refusal.js';
import { storedForm } from '../../src/features/start/stored-form.js';
import { olderClient } from '../../src/features/start/older-client.js';
import { catalogueCards } from '../../src/features/catalogue/catalogue-cards.js';
import { serviceList } from '../../src/features/catalogue/service-list.js';
import { serviceCard } from '../../src/features/catalogue/service-card.js';
import { workerCards } from '../../src/contracts/worker-cards.js';
import { myDetails } from '../../src/features/worker/my-details.js';
import { phoneQuestion } from '../../src/features/worker/phone-question.js';
import { importCards } from '../../src/features/line-import/import-cards.js';
import { lineImportDone } from '../../src/features/line-import/line-import-done.js';
import { lineImportDoor } from '../../src/features/line-import/line-import-door.js';
import { interestedPerson } from '../../src/features/meetings/interested-person.js';
import { workgroupInvitation } from '../../src/features/meetings/workgroup-invitation.js';
import { mapCards } from '../../src/features/school-map/map-cards.js';
import { schoolMap } from '../../src/features/school-map/school-map.js';
import { schoolMapList } from '../../src/features/school-map/school-map-list.js';
import { schoolMapPost } from '../../src/features/school-map/school-map-post.js';
import { meetingUpdate } from '../../src/features/meetings/meeting-update.js';
import { meetingReminder } from '../../src/features/meetings/meeting-reminder.js';
import { surveyOverview } from '../../src/features/survey/survey-overview.js';
import { deskMenu } from '../../src/features/desk/desk-menu.js';
import { organisationList } from '../../src/features/desk/organisation-list.js';
import { clock } from '../../src/features/desk/clock.js';
import { signalList } from '../../src/features/signals/signal-list.js';
import { linePhases } from '../../src/features/helplines/line-phases.js';
import { linesList } from '../../src/contracts/lines-door.js';
import { lineList } from '../../src/features/helplines/line-list.js';
import { checkInCard } from '../../src/features/case/check-in/check-in.js';
import { answerCards } from '../../src/features/answers/answer-cards.js';
import { answerCard } from '../../src/features/answers/answer-card.js';
import { answerHistory } from '../../src/features/answers/answer-history.js';
import { deskQuestion } from '../../src/features/answers/desk-question.js';
import { questionSent } from '../../src/features/answers/question-sent.js';
import { questionAnswered } from '../../src/features/answers/question-answered.js';
import { answerList } from '../../src/features/answers/answer-list.js';
import { sourceFiles } from './read-house.js';
import { pair, pairOfTexts } from './reference-pair.js';

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
  pair(answerCard, answerCards.card),
  pair(answerHistory, answerCards.history),
  pair(deskQuestion, answerCards.asked),
  pair(questionSent, answerCards.sent),
  pair(questionAnswered, answerCards.answered),
  pair(answerList, answerCards.list),
  pair(interestedPerson, meetingCards.interest),
  pair(workgroupInvitation, meetingCards.joining),
  pair(schoolMap, mapCards.whole),
  pair(schoolMapList, mapCards.list),
  pair(schoolMapPost, mapCards.post),
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
  pair(channelRestored, linkingCards.restored),
  pair(linkCode, linkingCards.code),
  pair(organisationCard, deskCards.organisation),
  pair(undelivered, deskCards.undelivered),
  pair(referralPost, caseCards.post),
  pair(referralOffer, caseCards.offer),
  pair(deskReferral, caseCards.beforeDesk),
  pair(referralUpdate, caseCards.update),
  pair(offerUpdate, caseCards.offerUpdate),
  pair(questionPost, caseCards.question),
  pair(contactReminder, caseCards.coordinator),
  pair(serviceWaitlist, caseCards.waitlist),
  pair(checkInCard, caseCards.checkIn),
  pair(matchFound, caseCards.match),
  pair(digestCard, digestReference),
  pair(draftPost, caseCards.draft),
  pair(reviewReferral, caseViews.review),
  pair(duplicateFound, caseViews.duplicate),
  pair(intakeStopped, caseViews.stopped),
  pair(openDrafts, caseViews.drafts),
  pair(openedFile, caseViews.openedFile),
  pair(casePapers, caseViews.papers),
  pair(caseHistory, caseViews.history),
  pair(openedQuestions, caseViews.openedQuestions),
  pair(myReferrals, caseViews.worklist),
  pair(namedReferrals, caseViews.named),
  pair(referralMention, caseViews.mention),
  pair(listCheck, listCards.check),
  pair(waitingLists, listCards.sideBySide),
  pair(waitlistChoice, caseViews.waitlists),
  pair(waitlistStands, caseViews.waitlistStands),
  pair(serviceAvailability, caseViews.availability),
  pair(openAgain, caseViews.openAgain),
  pair(reconciled, caseViews.reconciled),
  pair(reconcileBegun, caseViews.reconcileBegun),
  pair(roundTable, roundTableCards.card),
  pair(roundTableUpdate, roundTableCards.update),
  pair(inquiry, inquiryCards.card),
  pair(inquiryUpdate, inquiryCards.update),
  pair(inquiryMention, inquiryCards.mention),
  pair(openedInquiry, inquiryCards.opened),
  pair(trajectory, trajectoryCards.card),
  pair(trajectoryUpdate, trajectoryCards.update),
  pair(halfDaysCounted, trajectoryCards.counted),
  pair(stillAtSchoolCard, trajectoryCards.still),
  pair(weekToCountCard, trajectoryCards.week),
  pair(schoolMessage, schoolCards.message),
  pair(openedSchoolMessage, schoolCards.opened),
  pair(workHandedOver, handedCards.told),
  pair(workerGone, handedCards.gone),
  pair(whatHappened, catchingCards.happened),
  pair(welcome, startCards.welcome),
  pair(helpCard, startCards.help),
  pair(explanation, startCards.explanation),
  pair(suggestions, startCards.suggestions),
  pair(chooseOrganisationCard, chooseOrganisation),
  pair(refusal, startCards.refusal),
  pair(storedForm, startCards.form),
  pair(olderClient, startCards.olderClient),
  pairOfTexts(serviceList, catalogueCards.list),
  pairOfTexts(serviceCard, catalogueCards.service),
  pair(myDetails, workerCards.details),
  pair(phoneQuestion, workerCards.phoneQuestion),
  pair(lineImportDone, importCards.done),
  pair(lineImportDoor, importCards.door),
  pair(meetingUpdate, meetingCards.update),
  pair(meetingReminder, meetingCards.reminder),
  pair(surveyOverview, surveyCards.overview),
  pair(deskMenu, deskCards.menu),
  pair(organisationList, deskCards.organisations),
  pair(clock, deskCards.clock),
  pair(teamsAway, deskCards.teamsAway),
  pair(stuckJob, deskCards.stuckJob),
  pair(deskFigures, figureCards.figures),
  pair(figuresFiles, figureCards.files),
  pairOfTexts(signalList, signalCards.list),
  pairOfTexts(linePhases, lineCards.phases),
  pairOfTexts(lineList, lineCards.list),
  pairOfTexts(lineList, linesList),
];

test('a reference gives what its view reads (the compiler says so), and names that view', () => {
  expect(pairs.filter(([view, reference]) => view !== reference)).toEqual([]);
});

test('no reference to a view is left out here', () => {
  const declared = sourceFiles()
    .filter(({ path }) => path.startsWith('src/'))
    .flatMap(({ content }) =>
      [...content.matchAll(/referenceTo<(?:(?!referenceTo<)[\s\S])*?>\(\s*'([\w-]+)'/g)].map((found) => found[1]),
    );
  expect(pairs.map(([, named]) => named).toSorted()).toEqual(declared.toSorted());
});

test('no view is shown, sent or opened by a loose text', () => {
  const loose = sourceFiles()
    .filter(({ path }) => /^src\/(features|contracts|domain|platform)\//.test(path) && path !== 'src/contracts/jobs.ts')
    .filter(({ content }) => /^[^*\n]*\b(?:view|show|caseView|backTo): ['"`]/m.test(content));
  expect(loose.map(({ path }) => path)).toEqual([]);
});

test('and says so when it gives something else', () => {
  // @ts-expect-error a view of meetings does not read `meeting`
  pair(meetingPost, referenceTo<{ readonly meeting: MeetingId }>('meeting-post'));
  // @ts-expect-error nor the id of a signal
  pair(meetingPost, referenceTo<{ readonly meetingId: SignalId }>('meeting-post'));
  expect(meetingPost.slug).toBe(meetingCards.post.slug);
});
