import type { Migration } from 'kysely/migration';
import { firstTables } from './0001-first-tables.js';
import { heardWords } from './0002-heard-words.js';
import { helpLines } from './0003-help-lines.js';
import { workingGroup } from './0004-working-group.js';
import { linkingCodes } from './0005-linking-codes.js';
import { samePupil } from './0006-same-pupil.js';
import { numbersOfSignals } from './0007-workgroup.js';
import { caseCore } from './0008-case-core.js';
import { names } from './0009-names.js';
import { workers } from './0010-workers.js';
import { offer } from './0012-offer.js';
import { threeParts } from './0013-three-parts.js';
import { roundTables } from './0014-round-tables.js';
import { schools } from './0015-schools.js';
import { rostered } from './0016-rostered.js';
import { questions } from './0017-questions.js';
import { besidePlace } from './0018-beside-place.js';
import { naft } from './0019-naft.js';
import { trajectories } from './0020-trajectories.js';
import { listCheck } from './0021-list-check.js';
import { caughtUp } from './0022-caught-up.js';
import { serviceList } from './0023-service-list.js';
import { reach } from './0024-reach.js';
import { presence } from './0025-presence.js';
import { match } from './0026-match.js';
import { fitsMore } from './0027-fits-more.js';
import { schoolMessages } from './0034-school-messages.js';
import { schoolPlan } from './0028-school-plan.js';
import { growth } from './0029-growth.js';
import { sendWindow } from './0030-send-window.js';
import { digest } from './0031-digest.js';
import { stillAtSchool } from './0032-still-at-school.js';
import { inquiries } from './0033-inquiries.js';
import { liveReferrals } from './0035-live-referrals.js';
import { trajectoryTrail } from './0036-trajectory-trail.js';
import { inquiryWords } from './0037-inquiry-words.js';
import { figureCounts } from './0038-figure-counts.js';
import { keyCheck } from './0039-key-check.js';
import { dutchSearch } from './0045-dutch-search.js';
import { unaddressed } from './0046-unaddressed.js';
import { inquiryTrail } from './0047-inquiry-trail.js';
import { keyFile } from './0070-key-file.js';
import { lostAlone } from './0071-lost-alone.js';
import { runningTrajectories } from './0076-running-trajectories.js';
import { lastPlaces } from './0074-last-places.js';
import { answeredReplies } from './0072-answered-replies.js';
import { erasedRows } from './0073-erased-rows.js';
import { ownKeyOfDraft } from './0075-own-key-of-draft.js';
import { guests } from './0043-guests.js';
import { delivery } from './0041-delivery.js';
import { teamsAway } from './0044-teams-away.js';
import { indexesOfTerms } from './0040-terms.js';
import { packs } from './0042-packs.js';
import { answers } from './0056-answers.js';
import { schoolMaps } from './0058-school-maps.js';
import { interests } from './0057-interests.js';

/** All migrations in order, run at start. A migration that has shipped is never changed. */
export const migrations: Record<string, Migration> = {
  '0001-first-tables': firstTables,
  '0002-heard-words': heardWords,
  '0003-help-lines': helpLines,
  '0004-working-group': workingGroup,
  '0005-linking-codes': linkingCodes,
  '0006-same-pupil': samePupil,
  '0007-workgroup': numbersOfSignals,
  '0008-case-core': caseCore,
  '0009-names': names,
  '0010-workers': workers,
  '0012-offer': offer,
  '0013-three-parts': threeParts,
  '0014-round-tables': roundTables,
  '0015-schools': schools,
  '0016-rostered': rostered,
  '0017-questions': questions,
  '0018-beside-place': besidePlace,
  '0019-naft': naft,
  '0020-trajectories': trajectories,
  '0021-list-check': listCheck,
  '0022-caught-up': caughtUp,
  '0023-service-list': serviceList,
  '0024-reach': reach,
  '0025-presence': presence,
  '0026-match': match,
  '0027-fits-more': fitsMore,
  '0028-school-plan': schoolPlan,
  '0029-growth': growth,
  '0030-send-window': sendWindow,
  '0031-digest': digest,
  '0032-still-at-school': stillAtSchool,
  '0033-inquiries': inquiries,
  '0034-school-messages': schoolMessages,
  '0035-live-referrals': liveReferrals,
  '0036-trajectory-trail': trajectoryTrail,
  '0037-inquiry-words': inquiryWords,
  '0038-figure-counts': figureCounts,
  '0039-key-check': keyCheck,
  '0040-terms': indexesOfTerms,
  '0041-delivery': delivery,
  '0042-packs': packs,
  '0043-guests': guests,
  '0044-teams-away': teamsAway,
  '0045-dutch-search': dutchSearch,
  '0046-unaddressed': unaddressed,
  '0047-inquiry-trail': inquiryTrail,
  '0056-answers': answers,
  '0057-interests': interests,
  '0058-school-maps': schoolMaps,
  '0070-key-file': keyFile,
  '0071-lost-alone': lostAlone,
  '0072-answered-replies': answeredReplies,
  '0073-erased-rows': erasedRows,
  '0074-last-places': lastPlaces,
  '0075-own-key-of-draft': ownKeyOfDraft,
  '0076-running-trajectories': runningTrajectories,
};
