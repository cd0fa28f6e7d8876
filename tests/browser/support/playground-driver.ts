import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { LOCAL_BOT, LOCAL_PEOPLE, LOCAL_CONVERSATIONS, LOCAL_TENANT } from '../../../scripts/local-client.js';
import { borrowChromium } from '../../support/chromium.js';
import { fillIn, type Inputs } from './playground-inputs.js';

export type Who = keyof typeof LOCAL_PEOPLE;
export type Where = keyof typeof LOCAL_CONVERSATIONS;

const SHOTS = resolve('artifacts/browser');
const PRESS = /\/_conversation\/v1\/(invoke|submit)$/;

/** Opens the local client in a browser, in the personal chat, with `an` at the screen. Close it at the end. */
export async function openClient(url: string): Promise<PlaygroundDriver> {
  const browser = await borrowChromium();
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'nl-BE' });
    // It asks a CDN for fonts and icons; on a machine without internet that would only take time.
    await context.route(
      ({ hostname }) => !['localhost', '127.0.0.1'].includes(hostname),
      (route) => route.abort(),
    );
    const page = await context.newPage();
    // Only a hang takes so long: a machine that is busy with other things is no failure.
    page.setDefaultTimeout(60_000);
    const driver = new PlaygroundDriver(url, browser, page);
    await driver.start();
    return driver;
  } catch (error) {
    await browser.close();
    throw error;
  }
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 12;

/** What holds all of these, with a margin. */
function around(boxes: readonly Box[]): Box {
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  return {
    x: left - MARGIN,
    y: top - MARGIN,
    width: right - left + 2 * MARGIN,
    height: bottom - top + 2 * MARGIN,
  };
}

export class PlaygroundDriver {
  private who: Who = 'an';
  private where: Where = 'personal';

  constructor(
    readonly url: string,
    private readonly browser: Browser,
    /** For what this driver has no word for. */
    readonly page: Page,
  ) {}

  async start(): Promise<void> {
    // Everybody at the screen is `an`; the sender of a press is changed on its way out.
    await this.page.route(PRESS, async (route) => {
      const body = route.request().postDataJSON() as object;
      await route.continue({ postData: JSON.stringify({ ...body, from: { id: LOCAL_PEOPLE[this.who].id } }) });
    });
    await this.page.goto(this.url);
    await this.page.getByRole('treeitem', { name: LOCAL_CONVERSATIONS.personal.label }).waitFor();
    await this.page.getByRole('button', { name: 'Hide log panel' }).click();
    await this.goTo('personal');
  }

  /** From now on this person presses and speaks. Everybody shares one screen: an answer to one shows to the next. */
  as(who: Who): this {
    this.who = who;
    return this;
  }

  /** The first visit to a chat or team makes the client tell the bot that it was installed there. */
  async goTo(where: Where): Promise<this> {
    this.where = where;
    await this.page.getByRole('treeitem', { name: LOCAL_CONVERSATIONS[where].label }).click();
    await this.send.waitFor();
    return this;
  }

  /** Types to the bot, in the group chat and channels with a mention. What others than `an` say is not shown. */
  async says(words: string): Promise<void> {
    if (this.who !== 'an') return this.saysUnseen(words);
    const box = this.page.getByRole('textbox');
    await (this.isChannel ? box.first() : box.last()).click();
    if (this.where !== 'personal') {
      await this.page.keyboard.type('@', { delay: 20 });
      await this.page.getByRole('menuitem', { name: `${LOCAL_BOT.name} ${LOCAL_BOT.name}` }).click();
    }
    await this.page.keyboard.insertText(this.where === 'personal' ? words : ` ${words}`);
    const sent = this.page.waitForResponse((response) => response.url().endsWith('/messages'));
    await this.send.click();
    await sent;
  }

  /**
   * Presses the button on the newest card that has it (and in which `reading` can be read), with inputs filled in by
   * label: choices by title, several as a list, dates as yyyy-mm-dd. Gives the bot's answer when it has come.
   */
  async presses(title: string, inputs: Inputs = {}, reading?: string): Promise<unknown> {
    const button = this.page.getByRole('button', { name: title, exact: true });
    const card = this.newest(this.cards(reading).filter({ has: button }));
    await card.waitFor();
    await fillIn(this.page, card, inputs);
    const answered = this.page.waitForResponse(PRESS);
    await card.getByRole('button', { name: title, exact: true }).first().click();
    const response = await answered;
    return response.json().catch(() => null);
  }

  /** The text of the newest card here, once there is one in which `reading` can be read. */
  async sees(reading?: string): Promise<string> {
    const card = this.newest(this.cards(reading));
    await card.waitFor();
    return card.innerText();
  }

  /** Waits until this can be read somewhere in the conversation. */
  async waitsFor(text: string): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** Keeps a picture as artifacts/browser/<name>.png and gives its path. */
  async screenshot(name: string): Promise<string> {
    mkdirSync(SHOTS, { recursive: true });
    const path = join(SHOTS, `${name}.png`);
    await this.page.screenshot({ path, animations: 'disabled' });
    return path;
  }

  /** Keeps a picture of the newest card without the client around it; `thread`: of every card here, as a post with its replies. */
  async picture(name: string, thread: 'thread' | null = null): Promise<string> {
    mkdirSync(SHOTS, { recursive: true });
    const path = join(SHOTS, `${name}.png`);
    const usual = this.page.viewportSize();
    await this.page.setViewportSize({ width: 1280, height: 1700 });
    const shown = thread === null ? [this.newest(this.cards())] : await this.cards().all();
    await shown[0]?.scrollIntoViewIfNeeded();
    const boxes = (await Promise.all(shown.map((card) => card.boundingBox()))).filter((box) => box !== null);
    await this.page.screenshot({ path, animations: 'disabled', clip: around(boxes) });
    if (usual !== null) await this.page.setViewportSize(usual);
    return path;
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  private get isChannel(): boolean {
    return LOCAL_CONVERSATIONS[this.where].scope === 'channel';
  }

  /** The main send button; in a channel every post has one of its own as well. */
  private get send(): Locator {
    return this.page.getByRole('button', { name: this.isChannel ? 'Post' : 'Send Message', exact: true });
  }

  private cards(reading?: string): Locator {
    const all = this.page.locator('.ac-adaptiveCard');
    return reading === undefined ? all : all.filter({ hasText: reading });
  }

  /** In a channel the newest post is on top, in a chat the newest message is at the bottom. */
  private newest(cards: Locator): Locator {
    return this.isChannel ? cards.first() : cards.last();
  }

  private async saysUnseen(words: string): Promise<void> {
    const { id, name, aadObjectId } = LOCAL_PEOPLE[this.who];
    const conversation = LOCAL_CONVERSATIONS[this.where];
    const mention = `<at>${LOCAL_BOT.name}</at>`;
    const personal = conversation.scope === 'personal';
    const inTeam = this.isChannel ? { team: { id: LOCAL_CONVERSATIONS.clb.id }, channel: { id: conversation.id } } : {};
    const type = { personal: 'personal', group: 'groupChat', channel: 'channel' }[conversation.scope];
    const data = {
      type: 'message',
      id: randomUUID(),
      timestamp: new Date().toISOString(),
      channelId: 'msteams',
      serviceUrl: `${this.url}/_connector`,
      from: { id, name, aadObjectId },
      recipient: LOCAL_BOT,
      conversation: { id: conversation.id, conversationType: type, isGroup: !personal, tenantId: LOCAL_TENANT },
      channelData: { tenant: { id: LOCAL_TENANT }, ...inTeam },
      locale: 'nl-BE',
      text: personal ? words : `${mention} ${words}`,
      entities: personal ? [] : [{ type: 'mention', mentioned: LOCAL_BOT, text: mention }],
    };
    const sent = await this.page.request.post(`${this.url}/_internal/v1/customActivities`, { data });
    if (!sent.ok()) throw new Error(`the local client did not pass the words on: ${sent.status()}`);
  }
}
