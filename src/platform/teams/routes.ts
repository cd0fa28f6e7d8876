import { Application } from '@microsoft/teams-ai/lib/Application.js';
import type { TurnContext } from 'botbuilder';
import { readActivity, type TeamsActivity } from './activity-shape.js';
import { carryOut } from './carry-out.js';
import type { TurnKeeper } from './carry-out.js';
import { toInvokeAnswer, unknownInvoke, unreadablePress } from './invoke-answer.js';
import type { InvokeAnswer } from './invoke-answer.js';
import { toTurn } from './to-turn.js';

/**
 * The teams-ai application, used for its routing alone. It keeps no state (its own loses parallel updates), sends no
 * typing signs, and answers invokes itself: `adaptiveCards.actionExecute` shows one person's card to everybody.
 */
export function createApplication(keeper: TurnKeeper): Application {
  const app = new Application({ startTypingTimer: false, removeRecipientMention: false });
  app.addRoute(isInvoke, (context) => answerInvoke(keeper, context), true);
  app.addRoute(isAnythingElse, (context) => take(keeper, context));
  return app;
}

const isInvoke = async (context: TurnContext) => context.activity.type === 'invoke';
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
