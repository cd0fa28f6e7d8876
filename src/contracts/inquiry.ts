import type { StoredCase } from '../domain/case/reconcile.js';
import type { OrganisationId, PersonId } from '../domain/ids.js';
import type { Inquiry } from '../domain/inquiry/inquiry.js';
import type { Organisation, Service } from '../domain/organisation.js';
import type { Worker } from '../domain/worker.js';

/** A question before referring with everybody in it. */
export interface InquiryCase {
  readonly inquiry: Inquiry;
  readonly clb: Organisation | null;
  readonly asker: Worker | null;
  /** Null: of the desk. */
  readonly provider: Organisation | null;
  readonly service: Service | null;
  readonly answeredBy: Worker | null;
}

/** What was typed with a question, by the ids of the intake's questions, and the last answer in words. */
export interface InquiryWords {
  readonly typed: Readonly<Record<string, string>>;
  readonly answer: string | null;
}

/** Whose questions: of these organisations, on this side; `personId`: only those that one worker asked. */
export interface InquiryFilter {
  readonly side: 'clb' | 'provider' | 'desk';
  readonly organisationIds: readonly OrganisationId[];
  readonly personId: PersonId | null;
  readonly now: Date;
  readonly offset: number;
  readonly limit: number;
}

/** One part of what waits, the most pressing first, with how many there are in all. */
export interface InquiryList {
  readonly rows: readonly InquiryLine[];
  readonly count: number;
  /** Of those: something is asked of who reads the list; `late`: and its day has passed. */
  readonly asking: number;
  readonly late: number;
}

/** A question as a list shows it. */
export interface InquiryLine {
  readonly inquiry: Inquiry;
  readonly service: string | null;
}

/** A question with which of its clocks run and which of its living posts are there. */
export interface StoredInquiry extends Omit<StoredCase, 'referral'> {
  readonly inquiry: Inquiry;
}
