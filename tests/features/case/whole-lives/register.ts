import { z } from 'zod';
import { action } from '../../../../src/contracts/action.js';
import { event } from '../../../../src/domain/case/events.js';
import { heldBecause, type ReferralFacts } from '../../../../src/domain/case/referral.js';
import type { DraftId, ReferralId, TrailId } from '../../../../src/domain/ids.js';
import type { Service } from '../../../../src/domain/organisation.js';
import { draft } from '../../../support/given.js';
import { an, clb, typed } from '../referral/world.js';

/** What is sent: for whom, and where to; null: the desk chooses. */
export interface Sent {
  readonly service: Service | null;
  readonly over: Partial<ReferralFacts>;
}

/** Sends a referral as the last press of an intake does, without the intake. */
export const registerAs = ({ service, over }: Sent) =>
  action({
    slug: 'register-in-test',
    subject: z.object({ reference: z.string() }),
    fields: z.object({}),
    load: async (_read, subject) => subject,
    may: () => null,
    decide({ reference }, _fields, { now, calendar, newId }) {
      const [id, trailId, draftId] = [newId<ReferralId>(), newId<TrailId>(), newId<DraftId>()];
      const facts: ReferralFacts = {
        ...ordinary,
        ...over,
        reference,
        trailId,
        draftId,
        providerId: service?.organisationId ?? null,
        serviceId: service?.id ?? null,
        firstRegisteredAt: now,
        registeredAt: now,
      };
      const held = heldBecause(facts.region, facts.serviceId, false);
      const by = { at: now, side: 'clb' as const, personId: an.id, organisationId: clb.id };
      const deliverAt = held === null ? calendar.nextOpening(now) : null;
      const of = { id: draftId, trailId, personId: an.id, clbId: clb.id, referralId: id, typed };
      return {
        changes: [
          { put: 'trail', row: { id: trailId, firstRegisteredAt: now, createdAt: now, version: 0 } },
          { put: 'draft', row: draft({ ...of, state: 'sent', version: 0 }) },
          { put: 'caseFile', row: { referralId: id, trailId, typed }, clbId: clb.id, identity: null },
        ],
        cases: [{ id, before: null, events: [event('registered', { again: false, held, deliverAt, facts }, by)] }],
      };
    },
  });

const ordinary = {
  clbId: clb.id,
  referrerId: an.id,
  target: 'pupil',
  ageBand: '14-15',
  schoolForm: 'bso',
  region: 'VBO',
  regionBecause: ['domicile'],
  alsoRegions: ['AHV'],
  source: 'clb',
  enrolment: 'enrolled',
  problemDomains: ['emotional'],
  efforts: [],
  presence: 'problematic-absence',
  wantedForms: [],
  urgency: 'normal',
  groupSize: null,
} as const;
