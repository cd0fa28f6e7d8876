import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { view, type ViewContext } from '../../../contracts/action.js';
import type { CaseFacts, QuestionEntry } from '../../../contracts/case.js';
import type { CaseFile } from '../../../domain/draft.js';
import { textOf } from '../../../domain/intake/index.js';
import type { ReferralId } from '../../../domain/ids.js';
import { moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { aboutWhom } from '../../../texts/referral-words.js';
import { buttonsOf, type Button } from '../card/buttons.js';
import { chatWith } from '../card/chat.js';
import { caseViews } from '../case-views.js';
import { contactOf, type Contact } from '../card/people.js';
import type { Reader } from '../card/strip.js';
import { hintFor } from '../hint-for.js';
import { saidBy } from '../said-by.js';
import { actsOnCard } from '../viewer.js';
import { wayBack } from '../card/way-back.js';
import { amendedSection } from './amended-section.js';
import { fileSections, type OpenedFile } from './file-sections.js';

interface OpenedFacts extends OpenedFile {
  readonly whole: CaseFacts;
  /** The CLB's own hint, for a reader of that CLB. */
  readonly hint: string | null;
  readonly questions: readonly QuestionEntry[];
  /** Every version of the file, when an answer was put right after sending. */
  readonly files: readonly CaseFile[];
  /** It was opened before the desk. */
  readonly why: string | null;
}

/**
 * All personal data of a referral, for the one person who pressed: first whom to call, then the question, with the answers
 * at its foot. It has no `may`: nothing but the action `open-file`, which writes the read log, can show it.
 */
export const openedFile = view({
  slug: 'opened-file',
  audience: 'one-person',
  params: z.object({
    referralId: id<ReferralId>(),
    why: z.string().nullish(),
  }),
  async load(read, { referralId, why }, { actor }): Promise<OpenedFacts | null> {
    const whole = await read.caseOf(referralId);
    if (whole === null) return null;
    const typed = (await read.caseFile(referralId))?.typed ?? null;
    const { referral } = whole;
    const questions = await read.questionsOf(referralId);
    const isAmended = whole.history.some(({ name }) => name === 'amended');
    const files = isAmended ? await read.caseFiles(referralId) : [];
    return { referral, typed, whole, files, questions, hint: await hintFor(read, actor, referral), why: why ?? null };
  },
  fill(facts, context) {
    const { referral, why, whole } = facts;
    const t = texts(context.language);
    const way = wayBack(referral, context.actor, why);
    const buttons = choicesOf(facts, way.reader, context);
    const file = fileSections(facts, context);

    return {
      onlyYou: t('privacy.opened-file.only-you'),
      noted: t('privacy.opened-file.noted', { moment: moment(context.now, context.language, context.now) }),
      close: t('privacy.opened-file.close', { reference: referral.reference }),
      title: titleOf(facts, context),
      line: lineOf(facts, context),
      hint: hintLine(facts, way.reader, context),
      people: peopleOf(whole, way.reader, context),
      erased: facts.typed === null ? t('privacy.opened-file.erased') : null,
      ...file,
      sections: [
        ...amendedSection({ ...facts, history: whole.history }, context),
        ...file.sections,
        ...questionSection(facts, context),
      ],
      answering: buttons.some((one) => 'verb' in one && one.verb === 'offer-place')
        ? t('privacy.opened-file.answer')
        : null,
      buttons,
      referralId: referral.id,
      papers: way.reader !== 'provider' ? caseViews.papers.slug : null,
      backTo: way.backTo,
      why: way.why,
    };
  },
  summary: ({ referral }, { language }) =>
    texts(language)('privacy.opened-file.summary', { reference: referral.reference }),
});

/** What CLB and provider asked each other, oldest first; nothing of it once it was erased. */
function questionSection({ questions, whole }: OpenedFacts, context: ViewContext) {
  const said = questions.flatMap((one) =>
    one.text === null ? [] : [{ title: saidBy(one, whole, context).replaceAll('**', ''), value: plain(one.text) }],
  );
  const heading = texts(context.language)('privacy.opened-file.heading.questions');
  return said.length === 0 ? [] : [{ heading, lead: null, facts: [], texts: said }];
}

/** The pupil's name; of a group, or when it was erased, which referral it is. */
function titleOf({ referral, typed }: OpenedFacts, { language }: ViewContext): string {
  const name = typed === null ? '' : textOf(typed, 'pupilName').trim();
  return name === '' ? texts(language)('case.card.reference', { reference: referral.reference }) : plain(name);
}

/** `14–15 jaar · BSO · NAFT Vlaams-Brabant Oost · aanmelding 2026-0042` */
function lineOf({ referral, whole: { service } }: OpenedFacts, { language }: ViewContext): string {
  const about = aboutWhom(referral, language);
  return [
    ...(about === '' ? [] : [about]),
    service === null ? texts(language)('privacy.opened-file.unchosen') : plain(service.name),
    referral.reference,
  ].join(' · ');
}

/** Whom to call, likeliest first: for the CLB who has the case at the provider, for the others who referred. */
function peopleOf(whole: CaseFacts, reader: Reader, { language }: ViewContext): Contact[] {
  const { referral, referrer, clb, contactedBy, provider } = whole;
  const isThere = referral.deliveredAt !== null && referral.state !== 'withdrawn';
  const there = isThere ? contactOf(contactedBy, provider, language) : null;
  const own = contactOf(referrer, clb, language);
  const people = reader === 'provider' ? [own] : reader === 'clb' ? [there, own] : [own, there];
  return people.filter((one) => one !== null);
}

/** The buttons of the card from which it was opened, but for opening it: to open, to phone and to answer is one card. */
function choicesOf({ whole, typed }: OpenedFacts, reader: Reader, context: ViewContext): readonly Button[] {
  const { referral } = whole;
  const may = new Set(actsOnCard(context, referral, reader));
  may.delete('open-file');
  const chat = chatWith(reader === 'clb' ? whole.contactedBy : whole.referrer, whole, reader, context);
  return buttonsOf({
    referral,
    reader,
    may,
    language: context.language,
    chat,
    mayHint: typed !== null,
    showsAnswers: typed !== null,
  });
}

/** By which the CLB knows the pupil in its lists; nobody else has it. */
function hintLine({ hint, typed }: OpenedFacts, reader: Reader, { language }: ViewContext): string | null {
  if (reader !== 'clb' || typed === null) return null;
  const t = texts(language);
  return hint === null ? t('privacy.opened-file.no-hint') : t('privacy.opened-file.hint', { hint: plain(hint) });
}
