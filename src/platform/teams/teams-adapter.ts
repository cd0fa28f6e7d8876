import { CloudAdapter } from 'botbuilder';
import type { Activity, ConfigurationBotFrameworkAuthentication, InvokeResponse, TurnContext } from 'botbuilder';
import type { AuthenticateRequestResult } from 'botframework-connector';
import type { TeamsActivity } from './activity-shape.js';

/**
 * The SDK's adapter without its HTTP half. That half checks the shape after the token, answers 500 where 401 is meant,
 * sends error messages to the caller and prints them; the door does all of that itself.
 */
export class TeamsAdapter extends CloudAdapter {
  constructor(authentication: ConfigurationBotFrameworkAuthentication) {
    super(authentication);
  }

  /** Runs an activity whose sender is already known; gives the answer to an invoke. */
  async run(
    caller: AuthenticateRequestResult,
    activity: TeamsActivity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    // eslint-disable-next-line no-restricted-syntax -- the SDK asks for its whole Activity, also what Teams never sends; it reads the few fields that we read
    return this.processActivity(caller, activity as unknown as Activity, logic);
  }
}
