import type { ViewContext } from '../../../contracts/action.js';
import type { HistoryEvent } from '../../../contracts/case.js';
import type { CaseFile } from '../../../domain/draft.js';
import { questionIds, type QuestionId } from '../../../domain/intake/index.js';
import { answerInWords, factOf } from '../../../texts/answer-words.js';
import { moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';

/** What the CLB put right after sending: each answer as it stood and as it stands, oldest first. `files`: every version of the file. */
export function amendedSection(
  { history, files }: { readonly history: readonly HistoryEvent[]; readonly files: readonly CaseFile[] },
  { language, calendar, now }: ViewContext,
) {
  const today = calendar.dayOf(now);
  const amended = history.filter(({ name }) => name === 'amended');
  const left = new Map<QuestionId, string[]>();
  const words = (id: QuestionId, file: CaseFile | undefined): string =>
    (file === undefined ? null : answerInWords(id, file.typed, language, today)) ??
    texts(language)('privacy.opened-file.left-open');
  const stepsOf = (id: QuestionId): string[] =>
    files.slice(1).flatMap((file, index) => {
      const [was, is] = [words(id, files[index]), words(id, file)];
      return was === is ? [] : [`${was} → ${is}`];
    });
  const lines = amended.flatMap(({ data, at }) => {
    const id = questionIds.find((one) => one === data['field']);
    if (id === undefined) return [];
    // Only the last so many changes of it were made after sending.
    const steps = left.get(id) ?? stepsOf(id).slice(-amended.filter((one) => one.data['field'] === id).length);
    left.set(id, steps.slice(1));
    const title = `${factOf(id, files.at(-1)?.typed ?? {}, language, today).title}, ${moment(at, language, now)}`;
    return steps[0] === undefined ? [] : [{ title, value: steps[0] }];
  });
  const heading = texts(language)('privacy.opened-file.heading.amended');
  return lines.length === 0 ? [] : [{ heading, lead: null, facts: [], texts: lines }];
}
