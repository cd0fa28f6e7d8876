import type { Locator, Page } from 'playwright-core';

/** More presses of Tab than the whole client with its cards needs: what is not reached by then is not reached. */
const most = 250;

/** Somebody who uses the local client with nothing but keys: what cannot be reached with Tab is an error. */
export class KeyboardUser {
  constructor(private readonly page: Page) {}

  private get newest(): Locator {
    return this.page.locator('.ac-adaptiveCard').last();
  }

  waitsFor(text: string): Promise<void> {
    return this.page.getByText(text).first().waitFor();
  }

  /** Types to the bot and sends it with Enter. */
  async says(words: string): Promise<void> {
    await this.reaches(this.page.getByRole('textbox').last());
    await this.page.keyboard.insertText(words);
    await this.page.keyboard.press('Enter');
  }

  /** Types in the input with this label; what stood there already is replaced. */
  async types(label: string, text: string): Promise<void> {
    await this.reaches(this.newest.getByLabel(label, { exact: true }));
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.insertText(text);
  }

  async ticks(name: RegExp): Promise<void> {
    await this.reaches(this.newest.getByRole('checkbox', { name }));
    await this.page.keyboard.press('Space');
  }

  /** Chooses in a list that opens. */
  async chooses(label: string, title: string): Promise<void> {
    await this.opens(label);
    await this.walksTo(this.page.getByRole('option', { name: title, exact: true }));
    await this.page.keyboard.press('Enter');
  }

  /** Chooses several in a list that opens, and closes it. */
  async choosesSome(label: string, titles: readonly string[]): Promise<void> {
    await this.opens(label);
    for (const name of titles) {
      await this.walksTo(
        this.page
          .getByRole('option', { name, exact: true })
          .or(this.page.getByRole('menuitemcheckbox', { name, exact: true })),
      );
      await this.page.keyboard.press('Enter');
    }
    await this.page.keyboard.press('Escape');
  }

  /** Marks one of the choices that stand there. */
  async marks(label: string, title: string): Promise<void> {
    const group = this.newest.getByRole('radiogroup', { name: label });
    const wanted = group.getByRole('radio', { name: title, exact: true });
    await this.reaches(wanted, group.getByRole('radio').first());
    for (let press = 0; press < 10 && !(await this.has(wanted)); press++) await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Space');
    if (!(await wanted.isChecked())) throw new Error(`${label}: "${title}" was not marked`);
  }

  /** Presses the button with this name on the newest card that has it. */
  async presses(name: string): Promise<void> {
    const card = this.page
      .locator('.ac-adaptiveCard')
      .filter({ has: this.page.getByRole('button', { name, exact: true }) });
    await this.reaches(card.last().getByRole('button', { name, exact: true }).first());
    await this.page.keyboard.press('Enter');
  }

  private async opens(label: string): Promise<void> {
    await this.reaches(this.newest.getByLabel(label, { exact: true }).first());
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('listbox').or(this.page.getByRole('menu')).last().waitFor();
  }

  /** In an open list: goes down until this is the one that a key would choose. */
  private async walksTo(option: Locator): Promise<void> {
    await option.first().waitFor();
    for (let press = 0; press < 40; press++) {
      const isNext = await option.first().evaluate((one) => {
        const { activeElement } = one.ownerDocument;
        return activeElement === one || activeElement?.getAttribute('aria-activedescendant') === one.id;
      });
      if (isNext) return;
      await this.page.keyboard.press('ArrowDown');
    }
    throw new Error(`not reached in the list: ${String(option)}`);
  }

  private has(wanted: Locator): Promise<boolean> {
    return wanted.first().evaluate((element) => element === element.ownerDocument.activeElement);
  }

  /** Tab until one of these has the focus. */
  private async reaches(...wanted: readonly Locator[]): Promise<void> {
    await wanted[0]!.first().waitFor();
    for (let press = 0; press < most; press++) {
      for (const one of wanted) if (await this.has(one)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`not reached with Tab: ${String(wanted[0])}`);
  }
}
