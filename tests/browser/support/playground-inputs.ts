import type { Locator, Page } from 'playwright-core';

/** By label, or for a toggle by its title. */
export type Inputs = Readonly<Record<string, string | boolean | readonly string[]>>;

/** Fills in the inputs of a card as the Agents Playground draws them. */
export async function fillIn(page: Page, card: Locator, inputs: Inputs): Promise<void> {
  for (const [label, value] of Object.entries(inputs)) await fillOne(page, card, label, value);
}

async function fillOne(page: Page, card: Locator, label: string, value: Inputs[string]): Promise<void> {
  const called = await inputsCalled(card, label);
  const input = called.first();
  const role = await input.evaluate((element) => {
    const { type } = element as unknown as { type?: string };
    return element.getAttribute('role') ?? type ?? element.tagName.toLowerCase();
  });
  const picked = (Array.isArray(value) ? value : [value]) as readonly (string | boolean)[];
  if (role === 'checkbox' && typeof value === 'boolean') return input.setChecked(value, { force: true });
  if (role === 'checkbox') return checkAll(page, called, picked);
  if (role === 'radiogroup')
    return input.getByRole('radio', { name: String(value), exact: true }).check({ force: true });
  if (role !== 'combobox') return input.fill(String(value));
  const isDate = (await input.getAttribute('aria-haspopup')) === 'dialog';
  return isDate ? pickDate(page, input, String(value)) : pick(page, input, picked);
}

/** One input, or the boxes of a list in which several can be ticked: each box carries the label of the list. */
async function inputsCalled(card: Locator, label: string): Promise<Locator> {
  const exact = card.getByLabel(label, { exact: true });
  // A required input has an asterisk behind its label.
  const found = (await exact.count()) > 0 ? exact : card.getByLabel(label);
  if ((await found.count()) > 0) return found;
  throw new Error(`the card has no input "${label}":\n${await card.ariaSnapshot()}`);
}

async function checkAll(page: Page, boxes: Locator, titles: readonly (string | boolean)[]): Promise<void> {
  for (const title of titles) await boxes.and(page.locator(`[aria-label="${String(title)}"]`)).check({ force: true });
}

/** Its calendar makes the rest of the page unreachable until it is closed. */
async function pickDate(page: Page, input: Locator, date: string): Promise<void> {
  await input.fill(date);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function pick(page: Page, input: Locator, titles: readonly (string | boolean)[]): Promise<void> {
  await input.click();
  for (const title of titles) {
    const name = { name: String(title), exact: true } as const;
    await page.getByRole('option', name).or(page.getByRole('menuitemcheckbox', name)).first().click();
  }
  // A list of several stays open.
  if ((await input.getAttribute('aria-expanded')) === 'true') await page.keyboard.press('Escape');
}
