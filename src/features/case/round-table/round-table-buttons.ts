import type { ViewContext } from '../../../contracts/action.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import type { RoundTableFacts } from '../../../contracts/round-table.js';
import type { FormTo } from '../../../domain/reference-to.js';
import { roundTableForms, type OnCard } from '../../../domain/round-table/cards.js';
import { roundTableRights, type RoundTableAct } from '../../../domain/round-table/policy.js';
import { texts, type TextKey } from '../../../texts/index.js';
import type { Button } from '../card/buttons.js';
import type { Reader } from '../card/strip.js';
import { caseActor } from '../case-actor.js';
import { isStillOpen } from './act-on-round-table.js';

interface Choice {
  readonly act: RoundTableAct;
  readonly press: { readonly verb: string } | FormTo<OnCard>;
  readonly inMenu?: true;
  readonly likeliest?: true;
}

/** What can stand on the card of a round table, the likeliest first; which of it does, the policy says. */
const choices: readonly Choice[] = [
  { act: 'plan', press: roundTableForms.plan, likeliest: true },
  { act: 'note-held', press: { verb: 'confirm-round-table' } },
  { act: 'move', press: roundTableForms.move },
  { act: 'plan-next', press: roundTableForms.plan },
  { act: 'note-not-held', press: { verb: 'miss-round-table' } },
  { act: 'hand-over', press: { verb: 'hand-over-round-table' }, inMenu: true },
  { act: 'cancel', press: roundTableForms.cancel, inMenu: true },
];

/** The buttons of a round table for one reader; on a stored card everybody sees those of the side where it stands. */
export function roundTableButtons(facts: RoundTableFacts, reader: Reader, context: ViewContext): Button[] {
  if (!isStillOpen(facts)) return [];
  const { table, referral } = facts;
  const { actor, now, language } = context;
  const who = actor === null ? { sides: [reader], isAuthor: false } : caseActor(actor, referral);
  const may = roundTableRights.allowedActs(who, table, now);
  const subject = { roundTableId: table.id, side: reader };
  const possible = choices.filter(({ act }) => may.has(act));
  const hides = ({ act, inMenu }: Choice): boolean =>
    inMenu === true || (act === 'note-not-held' && table.state === 'held');
  // A menu alone would hide all that can be done.
  const isMenuAlone = possible.every(hides);
  return possible.map((choice) => {
    const { act, press, likeliest } = choice;
    return {
      title: titleOf(act, facts, language),
      style: likeliest === true ? 'positive' : null,
      mode: hides(choice) && !isMenuAlone ? 'secondary' : null,
      ...('verb' in press
        ? { verb: press.verb, data: subject }
        : { verb: builtInVerbs.openForm, data: press.onButton(subject) }),
    };
  });
}

function titleOf(act: RoundTableAct, { table, provider }: RoundTableFacts, language: ViewContext['language']): string {
  const say = texts(language);
  if (act === 'note-not-held' && table.state === 'held') return say('round-table.buttons.not-held-after-all');
  if (act !== 'hand-over') return say(`round-table.buttons.${act}` as TextKey);
  return table.organiser === 'clb'
    ? say('round-table.buttons.hand-over-provider', { provider: provider?.name ?? '' })
    : say('round-table.buttons.hand-over-clb');
}
