import { z } from 'zod';
import { view, type ViewContext } from '../../../contracts/action.js';
import { looks } from '../../../contracts/strip.js';
import type { Read } from '../../../contracts/read.js';
import type { DraftId } from '../../../domain/ids.js';
import { caseTyped, identityIn } from '../../../domain/intake/index.js';
import type { Person, Service } from '../../../domain/organisation.js';
import type { SamePupil } from '../../../domain/case/same-pupil.js';
import { day } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { stateWord } from '../../../texts/referral-words.js';
import { draftId } from './draft-subject.js';
import { joinedIds, liveBeside } from './duplicate.js';
import { loadDraft, mayOpen, type LoadedDraft } from './load-draft.js';

/** A live referral with what tells it apart from the others. */
interface Found extends SamePupil {
  readonly service: Service | null;
  readonly referrer: Person | null;
}

interface Facts extends LoadedDraft {
  /** Never empty. */
  readonly found: readonly Found[];
}

const withNames = async (read: Read, one: SamePupil): Promise<Found> => ({
  ...one,
  service: one.referral.serviceId === null ? null : await read.service(one.referral.serviceId),
  referrer: await read.person(one.referral.referrerId),
});

/**
 * The same pupil, or one who looks like it, is referred already by this CLB: follow one of these, or make a new one all the
 * same. Shows all live ones, the furthest first; never another CLB's.
 */
export const duplicateFound = view({
  slug: 'duplicate-found',
  audience: 'one-person',
  params: z.object({ draftId }),
  async load(read, params: { draftId: DraftId }, { calendar, now }): Promise<Facts | null> {
    const loaded = await loadDraft(read, params);
    if ('refused' in loaded) return null;
    const identity = identityIn(caseTyped(loaded.draft.typed), calendar.dayOf(now));
    const live = await liveBeside(read, loaded.draft, identity);
    const found = await Promise.all(live.map((one) => withNames(read, one)));
    return found.length === 0 ? null : { ...loaded, found };
  },
  may: (facts, actor) => mayOpen(facts, { actor }),
  fill(facts, context) {
    const { draft, found } = facts;
    const t = texts(context.language);
    const [first] = found;
    const kind = isSure(found) ? 'same' : 'likely';
    const values = { count: found.length, reference: first?.referral.reference ?? '' };
    return {
      draftId: draft.id,
      referralIds: joinedIds(found.map(({ referral }) => referral.id)),
      strip: looks.decide,
      pupil: plain(draft.typed['pupilName'] ?? '') || null,
      heading: t(`intake.duplicate-found.${kind}.heading`, values),
      text: t(`intake.duplicate-found.${kind}.text`, values),
      anyway: t(`intake.duplicate-found.${kind}.anyway`),
      onlyId: found.length === 1 ? (first?.referral.id ?? null) : null,
      rows: found.map((one) => rowOf(one, isSure(found), context)),
    };
  },
  summary: ({ found }, { language }) =>
    texts(language)(`intake.duplicate-found.${isSure(found) ? 'same' : 'likely'}.summary`),
});

/** Whether one of them is written the same: then there is no doubt that the pupil is referred already. */
const isSure = (found: readonly SamePupil[]): boolean => found.some(({ likeness }) => likeness === 'same');

function rowOf({ referral, likeness, service, referrer }: Found, sure: boolean, context: ViewContext) {
  const { language, now, calendar } = context;
  const t = texts(language);
  const { word } = stateWord(language, referral.state);
  const registeredOn = day(calendar.dayOf(referral.registeredAt), language, calendar.dayOf(now));
  return {
    referralId: referral.id,
    title: [referral.reference, plain(service?.name ?? t('intake.draft-post.desk'))].join(' · '),
    line: [
      word,
      t('intake.duplicate-found.since', { day: registeredOn, who: plain(referrer?.name ?? 'none') }),
      ...(sure && likeness === 'likely' ? [t('intake.duplicate-found.other-spelling')] : []),
    ].join(' · '),
    badge: null,
  };
}
