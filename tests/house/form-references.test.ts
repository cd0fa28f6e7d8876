import { expect, test } from '@jest/globals';
import type { z } from 'zod';
import { signalForms } from '../../src/contracts/signal-forms.js';
import type { MeetingId, SignalId } from '../../src/domain/ids.js';
import { intakeForms } from '../../src/domain/intake/index.js';
import { formTo, type FormTo } from '../../src/domain/reference-to.js';
import { roundTableForms } from '../../src/domain/round-table/cards.js';
import { schoolForms, trajectoryForms } from '../../src/domain/trajectory/cards.js';
import { caseForms } from '../../src/features/case/case-forms.js';
import { assignProvider } from '../../src/features/case/dispatch/assign-provider.js';
import { correctAnswer } from '../../src/features/case/dispatch/correct-answer.js';
import { extendFull } from '../../src/features/case/dispatch/extend-full.js';
import { markFull } from '../../src/features/case/dispatch/mark-full.js';
import { putOnWaitlist } from '../../src/features/case/dispatch/put-on-waitlist.js';
import { refuseMatch } from '../../src/features/case/dispatch/refuse-match.js';
import { describeGroup } from '../../src/features/case/intake/describe-group.js';
import { describePupil } from '../../src/features/case/intake/describe-pupil.js';
import { describeQuestion } from '../../src/features/case/intake/describe-question.js';
import { discardForm, intakeForm } from '../../src/features/case/intake/intake-form.js';
import { discardDraft } from '../../src/features/case/intake/discard-draft.js';
import { recordConsent } from '../../src/features/case/intake/record-consent.js';
import { changeHint } from '../../src/features/case/referral/change-hint.js';
import { chooseOtherProvider } from '../../src/features/case/referral/choose-other-provider.js';
import { handOverWork } from '../../src/features/case/handing-over/hand-over-work.js';
import { handingForms } from '../../src/features/case/handing-over/handing-forms.js';
import { askQuestion } from '../../src/features/case/questions/ask-question.js';
import { amendAnswer } from '../../src/features/case/referral/amend-answer.js';
import { leaveNote } from '../../src/features/case/questions/leave-note.js';
import { releaseSchoolMessage } from '../../src/features/case/school/release-school-message.js';
import { returnSchoolMessage } from '../../src/features/case/school/return-school-message.js';
import { writeSchoolMessage } from '../../src/features/case/school/write-school-message.js';
import { withdrawReferral } from '../../src/features/case/referral/withdraw-referral.js';
import { cancelRoundTable } from '../../src/features/case/round-table/cancel-round-table.js';
import { moveRoundTable } from '../../src/features/case/round-table/move-round-table.js';
import { planRoundTable } from '../../src/features/case/round-table/plan-round-table.js';
import { answerCheckIn } from '../../src/features/case/check-in/answer-check-in.js';
import { checkInForms } from '../../src/features/case/check-in/check-in-forms.js';
import { agreeSchool } from '../../src/features/case/trajectory/agree-school.js';
import { countHalfDays } from '../../src/features/case/trajectory/count-half-days.js';
import { correctAbsence } from '../../src/features/case/trajectory/correct-absence.js';
import { closeTrajectory } from '../../src/features/case/trajectory/close-trajectory.js';
import { pauseTrajectory } from '../../src/features/case/trajectory/pause-trajectory.js';
import { startTrajectory } from '../../src/features/case/trajectory/start-trajectory.js';
import { chooseFromWaitlist } from '../../src/features/case/waitlist/choose-from-waitlist.js';
import { confirmPlace } from '../../src/features/case/waitlist/confirm-place.js';
import { freePlace } from '../../src/features/case/waitlist/free-place.js';
import { listForms } from '../../src/features/case/waitlist/list-cards.js';
import { moveStarts } from '../../src/features/case/waitlist/move-starts.js';
import { moveStart } from '../../src/features/case/waitlist/move-start.js';
import { setAvailability } from '../../src/features/case/waitlist/set-availability.js';
import { addOrganisation } from '../../src/features/desk/add-organisation.js';
import { choosePeriod } from '../../src/features/figures/choose-period.js';
import { figureForms } from '../../src/features/figures/figure-cards.js';
import { deskForms } from '../../src/features/desk/desk-forms.js';
import { editOrganisation } from '../../src/features/desk/edit-organisation.js';
import { answerReport } from '../../src/features/helplines/answer-report.js';
import { completeLine } from '../../src/features/helplines/complete-line.js';
import { editLine } from '../../src/features/helplines/edit-line.js';
import { findLines } from '../../src/features/helplines/find-lines.js';
import { answerForms } from '../../src/features/answers/answer-cards.js';
import { answerAsked } from '../../src/features/answers/answer-asked.js';
import { askDesk } from '../../src/features/answers/ask-desk.js';
import { editAnswer } from '../../src/features/answers/edit-answer.js';
import { mapForms } from '../../src/features/school-map/map-cards.js';
import { editMapLine } from '../../src/features/school-map/edit-map-line.js';
import { editMapNotes } from '../../src/features/school-map/edit-map-notes.js';
import { startMap } from '../../src/features/school-map/start-map.js';
import { lineForms } from '../../src/features/helplines/line-forms.js';
import { reportLine } from '../../src/features/helplines/report-line.js';
import { shareLine } from '../../src/features/helplines/share-line.js';
import { createLinkCode } from '../../src/features/linking/create-link-code.js';
import { linkChannel } from '../../src/features/linking/link-channel.js';
import { linkingForms } from '../../src/features/linking/linking-forms.js';
import { unlinkChannel } from '../../src/features/linking/unlink-channel.js';
import { addAgendaItem } from '../../src/features/meetings/add-agenda-item.js';
import { dropAgendaItem } from '../../src/features/meetings/drop-agenda-item.js';
import { inquiryForms } from '../../src/domain/inquiry/cards.js';
import { askAnother } from '../../src/features/case/inquiry/ask-another.js';
import { askInquiry } from '../../src/features/case/inquiry/ask-inquiry.js';
import { forwardInquiry } from '../../src/features/case/inquiry/forward-inquiry.js';
import { refuseInquiry } from '../../src/features/case/inquiry/refuse-inquiry.js';
import { writeAnswer } from '../../src/features/case/inquiry/write-answer.js';
import { inviteGuest } from '../../src/features/meetings/invite-guest.js';
import { meetingForms } from '../../src/features/meetings/meeting-forms.js';
import { moveMeeting } from '../../src/features/meetings/move-meeting.js';
import { planMeetings } from '../../src/features/meetings/plan-meetings.js';
import { recordDecision } from '../../src/features/meetings/record-decision.js';
import { recordNotes } from '../../src/features/meetings/record-notes.js';
import { settleDecision } from '../../src/features/meetings/settle-decision.js';
import { answerSignal } from '../../src/features/signals/answer-signal.js';
import { deliverSignal } from '../../src/features/signals/deliver-signal.js';
import { mergeSignals } from '../../src/features/signals/merge-signals.js';
import { raiseSignal } from '../../src/features/signals/raise-signal.js';
import { editMyDetails } from '../../src/features/worker/edit-my-details.js';
import { workerForms } from '../../src/features/worker/worker-forms.js';
import { answerSurvey } from '../../src/features/survey/answer-survey.js';
import { surveyForms } from '../../src/features/survey/survey-forms.js';
import { sourceFiles } from './read-house.js';

/** What a form is opened with: ids of its action's subject, each of its own kind, and texts for its fields; nothing else. */
type Known<Given, Subject, Fields> = {
  readonly [K in keyof Given]: K extends keyof Subject
    ? Subject[K] | undefined
    : K extends keyof Fields
      ? string | null | undefined
      : never;
};

interface Opened<Subject, Fields> {
  readonly slug: string;
  readonly subject: z.ZodType<Subject>;
  readonly fields: z.ZodType<Fields>;
  readonly form?: unknown;
}

interface Pair {
  readonly slug: string;
  readonly hasForm: boolean;
  readonly named: string;
}

type GivenTo<Reference> = Reference extends FormTo<infer Given> ? Given : never;
type Fits<Given, Subject, Fields> = Given extends Known<Given, Subject, Fields> ? unknown : never;

/** Compiles only when the reference opens the form with what its action reads. */
const pair = <Subject, Fields, Reference extends { readonly slug: string }>(
  action: Opened<Subject, Fields>,
  reference: Reference & Fits<GivenTo<Reference>, Subject, Fields>,
): Pair => ({ slug: action.slug, hasForm: action.form !== undefined, named: reference.slug });

const pairs = [
  pair(raiseSignal, signalForms.raise),
  pair(choosePeriod, figureForms.period),
  pair(askInquiry, inquiryForms.ask),
  pair(refuseInquiry, inquiryForms.refuse),
  pair(writeAnswer, inquiryForms.write),
  pair(askAnother, inquiryForms.another),
  pair(forwardInquiry, inquiryForms.forward),
  pair(answerSignal, signalForms.answer),
  pair(deliverSignal, signalForms.deliver),
  pair(mergeSignals, signalForms.merge),
  pair(planRoundTable, roundTableForms.plan),
  pair(moveRoundTable, roundTableForms.move),
  pair(cancelRoundTable, roundTableForms.cancel),
  pair(startTrajectory, trajectoryForms.start),
  pair(pauseTrajectory, trajectoryForms.pause),
  pair(closeTrajectory, trajectoryForms.close),
  pair(correctAbsence, trajectoryForms.correctAbsence),
  pair(countHalfDays, trajectoryForms.count),
  pair(agreeSchool, trajectoryForms.agreeSchool),
  pair(writeSchoolMessage, schoolForms.write),
  pair(releaseSchoolMessage, schoolForms.release),
  pair(returnSchoolMessage, schoolForms.return),
  pair(putOnWaitlist, caseForms.putOnWaitlist),
  pair(refuseMatch, caseForms.refuseMatch),
  pair(markFull, caseForms.markFull),
  pair(extendFull, caseForms.extendFull),
  pair(moveStart, caseForms.moveStart),
  pair(correctAnswer, caseForms.correct),
  pair(freePlace, caseForms.freePlace),
  pair(confirmPlace, caseForms.confirmPlace),
  pair(chooseOtherProvider, caseForms.chooseOther),
  pair(askQuestion, caseForms.ask),
  pair(leaveNote, caseForms.leaveNote),
  pair(amendAnswer, caseForms.amend),
  pair(handOverWork, handingForms.work),
  pair(answerCheckIn, checkInForms.answer),
  pair(moveStarts, listForms.starts),
  pair(withdrawReferral, caseForms.withdraw),
  pair(assignProvider, caseForms.assign),
  pair(changeHint, caseForms.hint),
  pair(chooseFromWaitlist, caseForms.chooseFromWaitlist),
  pair(setAvailability, caseForms.setAvailability),
  pair(describePupil, intakeForm('describe-pupil')),
  pair(describeGroup, intakeForm('describe-group')),
  pair(describeQuestion, intakeForm('describe-question')),
  pair(recordConsent, intakeForm('record-consent')),
  pair(discardDraft, discardForm),
  pair(addOrganisation, deskForms.addOrganisation),
  pair(editOrganisation, deskForms.editOrganisation),
  pair(editAnswer, answerForms.edit),
  pair(askDesk, answerForms.ask),
  pair(answerAsked, answerForms.answer),
  pair(startMap, mapForms.start),
  pair(editMapLine, mapForms.line),
  pair(editMapNotes, mapForms.notes),
  pair(findLines, lineForms.find),
  pair(editLine, lineForms.edit),
  pair(completeLine, lineForms.complete),
  pair(shareLine, lineForms.share),
  pair(reportLine, lineForms.report),
  pair(answerReport, lineForms.answerReport),
  pair(linkChannel, linkingForms.link),
  pair(unlinkChannel, linkingForms.unlink),
  pair(createLinkCode, linkingForms.newCode),
  pair(planMeetings, meetingForms.plan),
  pair(moveMeeting, meetingForms.move),
  pair(inviteGuest, meetingForms.invite),
  pair(addAgendaItem, meetingForms.addItem),
  pair(dropAgendaItem, meetingForms.dropItem),
  pair(recordNotes, meetingForms.notes),
  pair(recordDecision, meetingForms.decision),
  pair(settleDecision, meetingForms.settle),
  pair(answerSurvey, surveyForms.answer),
  pair(editMyDetails, workerForms.details),
];

test('a reference opens a form with what its action reads (the compiler says so), and names that action', () => {
  expect(pairs.filter(({ slug, named, hasForm }) => slug !== named || !hasForm)).toEqual([]);
});

test('no reference to a form is left out here', () => {
  const groups = [
    signalForms,
    roundTableForms,
    trajectoryForms,
    inquiryForms,
    schoolForms,
    caseForms,
    deskForms,
    answerForms,
    mapForms,
    lineForms,
    linkingForms,
    meetingForms,
    surveyForms,
    workerForms,
    handingForms,
    checkInForms,
    listForms,
    { discardForm },
    figureForms,
  ].flatMap((forms) => Object.values(forms).map((form) => String(form.slug)));
  expect(pairs.map(({ named }) => named).toSorted()).toEqual([...groups, ...intakeForms].toSorted());
  const declared = sourceFiles()
    .filter(({ path }) => path.startsWith('src/'))
    .flatMap(({ content }) =>
      [...content.matchAll(/formTo<(?:(?!formTo<)[\s\S])*?>\(\s*'([\w-]+)'/g)].map((found) => found[1]),
    );
  expect(declared.toSorted()).toEqual(groups.toSorted());
});

test('and the compiler says so when one gives something else', () => {
  // @ts-expect-error the form does not read `meeting`
  pair(moveMeeting, formTo<{ readonly meeting: MeetingId }>('move-meeting'));
  // @ts-expect-error nor the id of a signal
  pair(moveMeeting, formTo<{ readonly meetingId: SignalId }>('move-meeting'));
  expect(moveMeeting.slug).toBe(meetingForms.move.slug);
});

test('no form is named by a loose text', () => {
  const loose = sourceFiles()
    .filter(({ path }) => /^src\/(features|contracts)\//.test(path))
    .filter(({ content }) => /\bform: ['"`]/.test(content));
  expect(loose.map(({ path }) => path)).toEqual([]);
});
