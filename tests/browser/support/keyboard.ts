import type { Locator, Page } from 'playwright-core';

/** More presses of Tab than any card needs: what is not reached by then is not reached. */
const MOST = 40;

/** Presses Tab until this has the focus. Throws with what it is called when it is never reached. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let press = 0; press < MOST; press++) {
    if (await wanted.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached with Tab: ${String(wanted)}`);
}

/** Opens the menu “…” of a card with the keyboard, and presses what stands in it under this name. */
export async function pressBehind(page: Page, card: Locator, title: string): Promise<void> {
  await tabTo(page, card.getByRole('button', { name: 'More options' }));
  await page.keyboard.press('Enter');
  const item = page.getByRole('menuitem', { name: title, exact: true });
  await item.waitFor();
  for (let press = 0; press < MOST; press++) {
    if (await item.evaluate((element) => element === element.ownerDocument.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}
