import type { Actor } from '../../../../src/contracts/actor.js';
import type { Typed } from '../../../../src/domain/draft.js';
import type { Language } from '../../../../src/domain/language.js';
import type { Referral } from '../../../../src/domain/case/referral.js';
import { openedFile } from '../../../../src/features/case/privacy/opened-file.js';
import { viewContext } from '../../../support/given.js';
import { atClb, atDesk, atProvider, clb, desk, els, naft, provider, readOf, sent } from '../dispatch/world.js';
import { caseFile, groupTyped, pupilTyped } from './files.js';

/** The opened file as each side sees it. */
export interface Drawing {
  readonly name: string;
  data(language: Language): Promise<object>;
}

interface Opened {
  readonly typed: Typed | null;
  readonly actor: Actor;
  readonly over?: Partial<Referral>;
  readonly why?: 'overdue';
}

const phone = { ...clb, phone: '016 00 00 00', email: 'leuven@example.org' };

const opened = (name: string, { typed, actor, over = {}, why }: Opened): Drawing => ({
  name,
  async data(language) {
    const referral = sent({ referrerId: els.id, ...over });
    const read = readOf({
      referrals: [referral],
      services: [naft],
      organisations: [phone, provider, desk],
      caseFile: typed === null ? null : caseFile(typed),
    });
    const context = viewContext({ language, actor: { ...actor, language } });
    const facts = await openedFile.load(read, { referralId: referral.id, why }, context);
    if (facts === null) throw new Error('nothing to show');
    return openedFile.fill(facts, context);
  },
});

const group = { target: 'group', ageBand: null, schoolForm: null, groupSize: 18, presence: null } as const;

export const drawings: readonly Drawing[] = [
  opened('pupil, for the provider', { typed: pupilTyped, actor: atProvider(), over: { state: 'contacted' } }),
  opened('group, for the CLB', { typed: groupTyped, actor: atClb(), over: group }),
  opened('with a note, for the desk', {
    typed: { ...pupilTyped, noMatchNote: 'Zoekt iets met dieren: bel de zorgboerderij.' },
    actor: atDesk(),
    over: { state: 'no-match', noMatchReason: 'other' },
    why: 'overdue',
  }),
  opened('erased', { typed: null, actor: atClb(), over: { state: 'withdrawn' } }),
  opened('nobody chosen yet', {
    typed: pupilTyped,
    actor: atDesk(),
    over: { state: 'held', serviceId: null, providerId: null },
  }),
];
