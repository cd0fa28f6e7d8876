import { claims, inWinter, type Claim } from './figures-claims.js';
import type { FigureWorld, Happening } from './figures-world.js';

const inquiry =
  (region: string, ...happened: readonly Happening[]) =>
  (world: FigureWorld): Promise<void> =>
    world.inquiry(region, ...happened);
const asked: Happening = [1, 'asked'];
const answered = (at: number | string, answer: string): Happening => [at, 'answered', { answer, reason: null }];

const asks = claims('inquiries');
const referred = claims('inquiries-referred');

/** What is said of questions before referring, sentence by sentence. */
export const definedOfInquiries: readonly Claim[] = [
  asks(
    'Vragen vooraf die in deze periode zijn gesteld, volgens het laatste antwoord en de regio.',
    [
      inquiry('VBO', asked, answered(2, 'fits')),
      inquiry('VBO', asked, answered(2, 'maybe'), answered(3, 'fits')),
      inquiry('AHV', asked, answered(inWinter, 'misfit')),
      inquiry('AHV', [inWinter, 'asked'], answered(inWinter, 'fits')),
    ],
    { 'fits VBO': 2, 'misfit AHV': 1 },
  ),
  asks(
    'Een vraag die het Meldpunt doorgaf aan een andere aanbieder, telt één keer.',
    [
      inquiry('VBO', asked, answered(2, 'misfit'), [3, 'forwarded'], answered(4, 'words')),
      inquiry('VBO', asked, answered(2, 'fits'), [3, 'missed']),
    ],
    { 'words VBO': 1, 'no-answer VBO': 1 },
  ),
  asks(
    'Geen antwoord: ook wat ingetrokken of vervallen is voor er een antwoord kwam.',
    [
      inquiry('VBO', asked),
      inquiry('VBO', asked, [2, 'withdrawn']),
      inquiry('VBO', asked, [30, 'lapsed']),
      inquiry('VBO', asked, answered(2, 'fits'), [30, 'lapsed']),
    ],
    { 'no-answer VBO': 3, 'fits VBO': 1 },
  ),
  referred(
    'Vragen vooraf die in deze periode zijn gesteld en waarvan een aanmelding is begonnen, ook later.',
    [
      inquiry('VBO', asked, answered(2, 'fits'), [3, 'referred']),
      inquiry('AHV', asked, [inWinter, 'referred']),
      inquiry('VBO', asked, answered(2, 'fits')),
      inquiry('VBO', [inWinter, 'asked'], [inWinter, 'referred']),
    ],
    { VBO: 1, AHV: 1 },
  ),
];
