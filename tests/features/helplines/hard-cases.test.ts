import type { View } from '../../../src/contracts/action.js';
import type { HelpLineId } from '../../../src/domain/ids.js';
import type { Language } from '../../../src/domain/language.js';
import { lineCard } from '../../../src/features/helplines/line-card.js';
import { lineList } from '../../../src/features/helplines/line-list.js';
import { checkDrawings, type Drawing } from '../../support/drawings.js';
import { viewContext } from '../../support/given.js';
import { helpLine } from '../../support/given-directory.js';
import { longest } from '../../support/longest.js';
import { byAn, fillOf, jac, uuid, type World } from './world.js';

const view = (
  one: unknown,
  name: string,
  params: object,
  lines: World['lines'],
  language: Language = 'nl',
): Drawing => ({
  feature: 'helplines',
  slug: (one as View).slug,
  name,
  language,
  data: async (asked) => (await fillOf(one, params, { lines }, viewContext({ language: asked, actor: byAn().actor })))!,
});

/** All that may be typed about a line, as long as it may be. */
const whole = {
  ...jac,
  name: longest('Jongerenadviescentrum Voorbeeldstad', 120),
  description: longest('Luistert naar jongeren en zoekt mee.', 400),
  howToRefer: longest('Bellen of langskomen, liefst samen met de jongere.', 400),
  alert: longest('Gesloten tot 1 maart wegens verhuizing.', 200),
};
const thirty = Array.from({ length: 30 }, (_none, index) =>
  helpLine({
    id: uuid<HelpLineId>(`7${10 + index}`),
    name: index % 3 === 0 ? longest(`Lijn ${index + 1} Voorbeeld`, 120) : `Voorbeeldlijn ${index + 1}`,
    kind: index % 2 === 0 ? 'tejo' : 'cgg',
  }),
);
const phase = { phase: 'through-clb', region: 'VBO' };

checkDrawings(
  [
    view(lineList, 'thirty lines', phase, thirty),
    view(lineList, 'thirty lines, the last', { ...phase, page: '3' }, thirty),
    view(lineList, 'thirty lines, in English', phase, thirty, 'en'),
    view(lineCard, 'all that may be typed', { lineId: jac.id }, [whole]),
    view(lineCard, 'all that may be typed, in English', { lineId: jac.id }, [whole], 'en'),
  ],
  'hard.sample',
);
