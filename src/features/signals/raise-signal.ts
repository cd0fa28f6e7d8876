import { z } from 'zod';
import { id } from '../../contracts/id.js';
import { action, type ActionContext, type Filled } from '../../contracts/action.js';
import { isOf, type Actor } from '../../contracts/actor.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import { signalCards, postSignal } from '../../contracts/signal-notices.js';
import { workgroupHome } from '../../contracts/workgroup-home.js';
import type { OrganisationId, ReferralId, SignalId } from '../../domain/ids.js';
import type { Organisation } from '../../domain/organisation.js';
import type { Referral } from '../../domain/case/referral.js';
import { onlyOne } from '../../lib/only-one.js';
import { entry } from '../../domain/timeline/entries.js';
import {
  signalAges,
  signalKinds,
  signalRegions,
  unhandled,
  type Signal,
  type SignalAge,
} from '../../domain/workgroup/signal.js';
import { texts } from '../../texts/index.js';
import { isParty, knownNames } from './known-names.js';
import { signalId } from './signal-facts.js';
import { insists, mayKeep, personalFault, requiredText, type Compared } from './typed-signal.js';
import { signalForms } from '../../contracts/signal-forms.js';
import { caseCards } from '../../domain/case/cards.js';

interface RaiseFacts extends Compared {
  readonly referral: Referral | null;
  /** The id the form was given; pressing twice makes one signal. */
  readonly id: SignalId | null;
  readonly present: Signal | null;
  /** When it is sent only. */
  readonly reference: string | null;
  readonly home: OrganisationId | null;
  readonly said: string | null;
  /** Why not all that was typed stands in the form. */
  readonly warned: 'personal' | 'cut' | null;
}

const longest = 600;

/**
 * Signaal: a bottleneck, a good practice or a policy signal, from a case or not, without personal data (R19). Gives the
 * receipt and its post before the working group. Errors: `kind-missing`, `region-missing`, `age-missing`, `text-missing`,
 * `text-long`, `text-personal`.
 */
export const raiseSignal = action({
  slug: 'raise-signal',
  storable: true,
  subject: z.object({
    signalId: signalId.nullish().catch(null),
    referralId: id<ReferralId>().nullish(),
    /** What was typed behind the word, when it was found to be harmless. */
    said: z.string().nullish(),
    warned: z
      .enum(['personal', 'cut'])
      .nullish()
      .catch((given) => (given.value === 'true' ? 'personal' : null)),
  }),
  fields: z.object({
    kind: z.enum(signalKinds, { error: 'kind-missing' }),
    region: z.enum(signalRegions, { error: 'region-missing' }),
    ageGroup: z.enum(signalAges, { error: 'age-missing' }),
    text: requiredText('text', longest),
    /** For whom the sender speaks, where he or she works for several. */
    organisationId: id<OrganisationId>().nullish().catch(null),
    notPersonal: insists,
  }),
  async load(read, subject, { actor, now, calendar }): Promise<RaiseFacts | Refusal> {
    const referral = subject.referralId ? await read.referral(subject.referralId) : null;
    if (subject.referralId && referral === null) return { refused: 'not-found' };
    const id = subject.signalId ?? null;
    const present = id === null ? null : await read.signal(id);
    if (present !== null && present.personId !== actor.person.id) return { refused: 'not-found' };
    const isNew = id !== null && present === null && mayRaise(referral, actor, now) === null;
    const year = Number(calendar.dayOf(now).slice(0, 4));
    return {
      referral,
      id,
      present,
      // Nothing is typed yet when the form opens: then there is nothing to compare, and the file stays shut.
      known: id === null ? {} : await knownNames(read, referral, actor, now),
      ofCase: referral !== null,
      reference: isNew ? ((await read.nextSignalReferences(year, 1))[0] ?? null) : null,
      home: await workgroupHome(read),
      said: subject.said ?? null,
      warned: subject.warned ?? null,
    };
  },
  may: ({ referral }, { actor, now }) => mayRaise(referral, actor, now),
  form: formOf,
  decide(facts, { notPersonal, organisationId: chosen, ...fields }, context): Outcome {
    const { present, referral, id, reference } = facts;
    if (present !== null) return { reply: signalCards.receipt.shown({ signalId: present.id }) };
    const subject = {
      ...(id === null ? {} : { signalId: id }),
      ...(referral === null ? {} : { referralId: referral.id }),
    };
    if (!mayKeep(fields.text, notPersonal, context, facts))
      return { reply: signalForms.raise.again(subject, { text: 'text-personal' }) };
    const organisationId = organisationOf(referral, context.actor, chosen ?? null);
    if (organisationId === null)
      return { reply: signalForms.raise.again(subject, { organisationId: 'organisation-missing' }) };
    if (id === null || reference === null) return { reply: signalForms.raise.opened(subject) };
    const row = newSignal({ id, reference, referral, organisationId }, fields, context);
    return {
      changes: [{ put: 'signal', row }],
      entries: [entry('signal', row.id, 'received', { by: 'person', kind: row.kind })],
      notices: postSignal(row, facts.home),
      reply: signalCards.receipt.shown({ signalId: row.id }),
    };
  },
});

function mayRaise(referral: Referral | null, actor: Actor, now: Date): Refusal | null {
  if (actor.organisations.length === 0) return { refused: 'not-a-member' };
  return referral === null || isParty(referral, actor, now) ? null : { refused: 'not-yours' };
}

function newSignal(
  {
    id,
    reference,
    referral,
    organisationId,
  }: Pick<Signal, 'id' | 'reference' | 'organisationId'> & Pick<RaiseFacts, 'referral'>,
  fields: Pick<Signal, 'kind' | 'region' | 'ageGroup' | 'text'>,
  { now, actor }: ActionContext,
): Signal {
  return {
    id,
    reference,
    ...unhandled,
    ...fields,
    referralId: referral?.id ?? null,
    personId: actor.person.id,
    organisationId,
    rule: null,
    counts: null,
    createdAt: now,
    updatedAt: now,
  };
}

/** Who sits in the working group comes from somewhere: it counts itself only where there is nothing else. */
function speakersOf({ organisations }: Actor): readonly Organisation[] {
  const others = organisations.filter(({ kind }) => kind !== 'workgroup');
  return others.length > 0 ? others : organisations;
}

/** For whom the sender speaks: of the case's parties the one he or she is of, otherwise the only one or the one that was chosen; null: not chosen yet. */
function organisationOf(referral: Referral | null, actor: Actor, chosen: OrganisationId | null): OrganisationId | null {
  const organisations = speakersOf(actor);
  const party = organisations.find(({ id }) => id === referral?.clbId || id === referral?.providerId);
  return (party ?? onlyOne(organisations) ?? organisations.find(({ id }) => id === chosen))?.id ?? null;
}

/** Of several organisations without a case the sender chooses. */
const toChoose = (referral: Referral | null, actor: Actor): readonly Organisation[] =>
  organisationOf(referral, actor, null) === null ? speakersOf(actor) : [];

/** The age group of a case; a class, a group or a school has all ages. */
const ageOf = ({ ageBand }: Referral): SignalAge =>
  ageBand === null ? 'all' : (signalAges.find((age) => age === ageBand) ?? '16-plus');

function formOf(facts: RaiseFacts, context: ActionContext, filled: Filled) {
  const { referral, said, warned, id } = facts;
  const { typed } = filled;
  const { actor } = context;
  const say = texts(actor.language);
  const { mayInsist, errors } = personalFault('text', filled, context, facts);
  return {
    signalId: id ?? context.newId<SignalId>(),
    referralId: referral?.id ?? null,
    reference: referral === null ? null : say('signals.raise-signal.of-case', { reference: referral.reference }),
    warned: warned !== null && typed['text'] === undefined ? say(`signals.raise-signal.warned.${warned}`) : null,
    kinds: signalKinds.map((kind) => ({ title: say(`signals.raise-signal.kinds.${kind}`), value: kind as string })),
    regions: signalRegions.map((region) => ({ title: say(`signals.regions.${region}`), value: region as string })),
    ages: signalAges.map((age) => ({ title: say(`signals.ages.${age}`), value: age as string })),
    speaksFor: toChoose(referral, actor).map(({ id: value, name }) => ({ title: name, value })),
    mayInsist,
    caseView: referral === null ? null : (isOf(actor, referral.providerId) ? caseCards.offer : caseCards.post).slug,
    personId: actor.person.id,
    typed: {
      kind: typed['kind'] ?? null,
      region: typed['region'] ?? referral?.region ?? null,
      ageGroup: typed['ageGroup'] ?? (referral === null ? null : ageOf(referral)),
      text: typed['text'] ?? said,
      organisationId: typed['organisationId'] ?? null,
      notPersonal: typed['notPersonal'] ?? 'false',
    },
    errors,
  };
}
