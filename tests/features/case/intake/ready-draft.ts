import type { Draft } from '../../../../src/domain/draft.js';
import type { OrganisationId } from '../../../../src/domain/ids.js';
import { sendReferral } from '../../../../src/features/case/intake/send-referral.js';
import * as given from '../../../support/given.js';
import { IntakeWorld, ordinaryTyped } from './world.js';

/** Outside the desk’s hours, and when it opens again. */
export const sunday = new Date('2026-11-15T14:00:00Z');
export const monday9 = new Date('2026-11-16T08:00:00Z');

/** A complete draft at the review, with one service that fits. */
export function ready(typed: Record<string, string> = {}, over: Partial<Draft> = {}) {
  const world = new IntakeWorld();
  const service = world.addService({ organisationId: given.id<OrganisationId>() });
  const draft = world.addDraft({
    step: 'review-referral',
    typed: { ...ordinaryTyped, service: service.id, ...typed },
    ...over,
  });
  return { world, service, draft, draftId: draft.id, send: () => world.press(sendReferral, { draftId: draft.id }) };
}
