import type { Feature } from '../../contracts/action.js';
import { addLine } from './add-line.js';
import { answerReport } from './answer-report.js';
import { askKeepers, keepersRound } from './ask-keepers.job.js';
import { completeLine } from './complete-line.js';
import { confirmLine } from './confirm-line.js';
import { confirmLines } from './confirm-lines.js';
import { editLine } from './edit-line.js';
import { findLine } from './find-line.js';
import { findLines } from './find-lines.js';
import { leaveLine } from './leave-line.js';
import { lineCard } from './line-card.js';
import { lineChanged } from './line-changed.js';
import { lineHistory } from './line-history.js';
import { lineList } from './line-list.js';
import { linePhases } from './line-phases.js';
import { lineReport } from './line-report.js';
import { linesToConfirm } from './lines-to-confirm.js';
import { listLines } from './list-lines.js';
import { helpLinePages } from './pages/help-line-pages.js';
import { remindKeepers } from './remind-keepers.job.js';
import { reportAnswer } from './report-answer.js';
import { reportLine } from './report-line.js';
import { shareLine } from './share-line.js';
import { sharedLine } from './shared-line.js';
import { takeOverLine } from './take-over-line.js';
import { undoLineChange } from './undo-line-change.js';

export const helplines: Feature = {
  name: 'helplines',
  actions: [
    listLines,
    findLines,
    addLine,
    editLine,
    completeLine,
    confirmLine,
    confirmLines,
    takeOverLine,
    leaveLine,
    reportLine,
    answerReport,
    shareLine,
    undoLineChange,
  ],
  views: [
    linePhases,
    lineList,
    lineCard,
    lineHistory,
    lineChanged,
    lineReport,
    reportAnswer,
    sharedLine,
    linesToConfirm,
  ],
  jobs: [askKeepers, remindKeepers],
  schedules: [keepersRound],
  searches: [findLine],
  pages: helpLinePages,
};
