import { expect, test } from '@jest/globals';
import { Application } from '@microsoft/teams-ai/lib/Application.js';
import { CardFactory, TestAdapter, type Activity } from 'botbuilder';

/** What of teams-ai 1.7 does not hold, and is therefore not used: when one of these fails, it may be (decision 2). */
const pressed = {
  type: 'invoke',
  name: 'adaptiveCard/action',
  channelId: 'msteams',
  replyToId: 'the-shared-message',
  from: { id: '29:an', name: 'An' },
  conversation: { id: '19:clb@thread.tacv2' },
  value: { action: { type: 'Action.Execute', verb: 'show', data: {} }, trigger: 'manual' },
};

/** Runs one activity through an application, and tells which messages it changed. */
async function changedBy(app: Application, activity: object): Promise<string[]> {
  const changed: string[] = [];
  const adapter = new TestAdapter((context) => app.run(context).then(() => undefined));
  adapter.updateActivity = async (_context, { id }) => void changed.push(id ?? '');
  await adapter.processActivity(activity as Partial<Activity>);
  return changed;
}

const bare = () => new Application({ startTypingTimer: false });

test('its own answer to a press puts a card with refresh into the message that everybody sees, and so does every press after it', async () => {
  const own = CardFactory.adaptiveCard({ type: 'AdaptiveCard', version: '1.5' }).content as object;
  const cards = [own, { ...own, refresh: { action: { type: 'Action.Execute', verb: 'show' } } }, own];
  const app = bare();
  app.adaptiveCards.actionExecute('show', async () => cards.shift() as never);
  expect(await changedBy(app, pressed)).toEqual([]);
  expect(await changedBy(app, pressed)).toEqual(['the-shared-message']);
  expect(await changedBy(app, pressed)).toEqual(['the-shared-message']);
});

test('once a handler has answered, it changes nothing: so its selector can be used with our own answer', async () => {
  const app = bare();
  app.adaptiveCards.actionExecute(/[^]/, async (context) => {
    context.turnState.set(Symbol.for('invokeResponse'), {});
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200 } });
    return '';
  });
  expect(await changedBy(app, pressed)).toEqual([]);
});

test('its words are looked for anywhere in a sentence', async () => {
  const heard: string[] = [];
  const app = bare();
  app.message('hulp', async ({ activity }) => void heard.push(activity.text));
  await changedBy(app, { type: 'message', channelId: 'msteams', text: 'ik kan niet behulpzaam zijn' });
  expect(heard).toEqual(['ik kan niet behulpzaam zijn']);
});

test('its selector of a submitted card falls over a value that is null', async () => {
  const app = bare();
  app.adaptiveCards.actionSubmit(/[^]/, async () => undefined);
  await expect(changedBy(app, { type: 'message', channelId: 'msteams', text: '', value: null })).rejects.toThrow();
});
