import { describe, expect, test } from '@jest/globals';
import { askAnother } from '../../../../src/features/case/inquiry/ask-another.js';
import { inquiry } from '../../../../src/features/case/inquiry/inquiry.js';
import type { CaseCard } from '../../../../src/features/case/card/case-card.js';
import type { Actor } from '../../../../src/contracts/actor.js';
import { onStage } from '../referral/on-stage.js';
import { alone, atProvider, farm, naft, type CaseWorld } from '../referral/world.js';
import { asks, asksBarely, inWords, lapsed, misfit, noted, of, referred, withdrawn } from './world.js';

const on = onStage();

/** The card as this reader sees it. */
async function seen(
  given: (world: CaseWorld) => Promise<void>,
  side: 'clb' | 'provider',
  by: Actor,
): Promise<CaseCard> {
  await given(on.world);
  return card(side, by);
}
const card = async (side: 'clb' | 'provider', by: Actor): Promise<CaseCard> =>
  (await on.stage.see(inquiry, { ...of, side }, by)) as CaseCard;
const inSight = ({ buttons }: CaseCard): string[] =>
  buttons.filter(({ mode }) => mode === null).map(({ title }) => title);

describe('the card of a question before referring', () => {
  test('words that were asked are in sight before one answers; without words nothing leads to them', async () => {
    const worded = await seen(asks, 'provider', atProvider());
    expect(worded.strip.next).toBe('Er is een vraag bij. Lees ze en druk op uw antwoord.');
    expect(inSight(worded)[0]).toBe('Vraag lezen');
  });

  test('in codes only one press is enough', async () => {
    const bare = await seen(asksBarely, 'provider', atProvider());
    expect(bare.strip.next).toBe('Zonder gegevens van de leerling. Eén druk is genoeg.');
    expect(bare.buttons.map(({ title }) => title)).not.toContain('Vraag lezen');
  });

  test.each([
    ['that it does not fit', misfit],
    ['in words', inWords],
  ] as const)('after an answer %s the CLB reads until when it decides', async (_how, given) => {
    const { strip } = await seen(given, 'clb', alone());
    expect(strip).toMatchObject({ style: 'warning' });
    expect(strip.next).toMatch(/ma 30 nov\./);
  });

  test('what the desk wrote down was said by the provider: nobody of the desk stands there as its worker', async () => {
    const { people } = await seen(noted, 'clb', alone());
    expect(people.map(({ name }) => name)).toEqual(['**NAFT-Leerrecht Oost**']);
  });

  test('once referred a referral was begun, not sent: its button leads there', async () => {
    const { strip, buttons } = await seen(referred, 'clb', alone());
    expect(strip.state).toBe('Aanmelding begonnen');
    expect(buttons[0]).toMatchObject({ title: 'Naar de aanmelding', style: null });
  });

  test('when another is asked the one that does not fit asks nothing any more, of nobody', async () => {
    await misfit(on.world);
    await on.stage.press(askAnother, { ...of, to: farm.id }, { by: alone() });
    expect((await card('clb', alone())).strip).toMatchObject({ state: 'Afgerond: past niet', style: 'emphasis' });
    expect((await card('provider', atProvider())).strip.state).toBe('Beantwoord: past niet');
  });

  test.each([
    ['does not fit', misfit],
    ['was withdrawn', withdrawn],
    ['lapsed', lapsed],
    ['became a referral', referred],
  ] as const)('once it %s the provider reads what came of it, and nothing of the pupil', async (_how, given) => {
    const closed = await seen(given, 'provider', atProvider());
    const read = JSON.stringify(closed);
    for (const told of ['14', 'BSO', 'Vlaams-Brabant', 'emotioneel', 'individueel']) expect(read).not.toContain(told);
    expect(closed.line).toMatch(/^gevraagd op/);
    expect(closed.buttons.map(({ title }) => title)).not.toContain('Vraag lezen');
    expect((await card('clb', alone())).facts.length).toBeGreaterThan(0);
  });

  test('who presses for the side of another reads as the side that is his or her own', async () => {
    await misfit(on.world);
    expect((await card('clb', atProvider())).facts).toEqual([]);
  });

  test('passed on to another, the first provider reads only that', async () => {
    await asks(on.world);
    const shown = (service: string) => on.stage.see(inquiry, { ...of, side: 'provider', of: service }, atProvider());
    const elsewhere = (await shown(farm.id)) as CaseCard;
    expect(elsewhere).toMatchObject({ strip: { state: 'Doorgegeven' }, facts: [], buttons: [] });
    expect(((await shown(naft.id)) as CaseCard).facts.length).toBeGreaterThan(0);
  });
});
