import { Application } from '@microsoft/teams-ai/lib/Application.js';
import type { TurnContext } from 'botbuilder';
import { readActivity, type TeamsActivity } from './activity-shape.js';
import { carryOut } from './carry-out.js';
import type { TurnKeeper } from './carry-out.js';
import { toInvokeAnswer, unknownInvoke, unreadablePress } from './invoke-answer.js';
import type { InvokeAnswer } from './invoke-answer.js';
import { toTurn } from './to-turn.js';

/**
 * The teams-ai application, used for its routing alone, by its own selectors where they hold. It keeps no state (its own
 * loses parallel updates), sends no typing signs, and formats no answer: each handler has answered before the SDK would,
 * because its own answer to a press shows one person's card to everybody (decision 2, `routes.test.ts`).
 */
export function createApplication(keeper: TurnKeeper): Application {
  const app = new Application({ startTypingTimer: false, removeRecipientMention: false });
  const takes = (context: TurnContext) => take(keeper, context);
  app.adaptiveCards.actionExecute(anyWord, async (context) => {
    await answerInvoke(keeper, context);
    return answeredAlready;
  });
  app.messageExtensions.query(anyWord, async (context) => {
    await answerInvoke(keeper, context);
    return {};
  });
  app.addRoute(isInvoke, (context) => answerInvoke(keeper, context), true);
  app.adaptiveCards.actionSubmit(isSubmit, takes);
  app.message(anyWord, takes);
  for (const event of heard) app.conversationUpdate(event, takes);
  app.activity('installationUpdate', takes);
  app.addRoute(isAnythingElse, takes);
  return app;
}

/** Which command it is our own registry says: it knows old names, and more than one word for a thing. */
const anyWord = /[^]/;
/** Not looked at: the answer was given. */
const answeredAlready = '';
const heard = [
  'membersAdded',
  'membersRemoved',
  'teamDeleted',
  'teamHardDeleted',
  'teamRestored',
  'channelDeleted',
  'channelRestored',
] as const;

/** What their selectors do not know: an invoke that is not spelled as they expect is answered too, or Teams says “Unable to reach app”. */
const isInvoke = async (context: TurnContext) => context.activity.type === 'invoke';
/** An older client’s press. Their own selector throws when the value is null. */
const isSubmit = async ({ activity }: TurnContext) =>
  activity.type === 'message' && !activity.text && typeof activity.value === 'object' && activity.value !== null;
/** Words without text (a picture), and events that they have no name for (`channelShared`). */
const isAnythingElse = async (context: TurnContext) => context.activity.type !== 'invoke';

async function answerInvoke(keeper: TurnKeeper, context: TurnContext): Promise<void> {
  const value = await answerFor(keeper, activityOf(context));
  await context.sendActivity({ type: 'invokeResponse', value });
}

const known = new Set(['adaptiveCard/action', 'composeExtension/query']);

async function answerFor(keeper: TurnKeeper, activity: TeamsActivity): Promise<InvokeAnswer> {
  if (!known.has(activity.name ?? '')) return unknownInvoke;
  const turn = toTurn(activity);
  return turn ? toInvokeAnswer(await carryOut(keeper, turn)) : unreadablePress;
}

/** What is not an invoke cannot be answered here: what it causes goes through the outbox. */
async function take(keeper: TurnKeeper, context: TurnContext): Promise<void> {
  const turn = toTurn(activityOf(context));
  if (turn) await carryOut(keeper, turn);
}

/** The SDK hands on what the door gave it, as a type of its own: it is read with our shape again. */
const activityOf = (context: TurnContext): TeamsActivity => readActivity(context.activity);
