import type { AddressInfo } from 'node:net';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TeamsActivityHandler,
  type AdaptiveCardInvokeResponse,
  type AdaptiveCardInvokeValue,
  type TurnContext,
} from 'botbuilder';
import restify from 'restify';
import { settingsOf } from '../../src/platform/teams/bot-credentials.js';
import type { BotCredentials, DoorOverrides } from '../../src/platform/teams/door.js';

/** Answers a press with a card that says what was pressed. */
class Echo extends TeamsActivityHandler {
  constructor(private readonly before: (verb: string) => Promise<void>) {
    super();
  }

  protected override async onAdaptiveCardInvoke(
    _context: TurnContext,
    { action }: AdaptiveCardInvokeValue,
  ): Promise<AdaptiveCardInvokeResponse> {
    await this.before(action.verb);
    const body = [{ type: 'TextBlock', text: action.verb }];
    const value = { type: 'AdaptiveCard', version: '1.5', body };
    return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value };
  }
}

/**
 * The least that a bot of this SDK can be, as its samples make one: restify, CloudAdapter with its token check, no storage.
 * `before`: what it does with a press before it answers; nothing.
 */
export async function startEchoBot(
  bot: BotCredentials,
  { identity, credentialsFactory }: DoorOverrides,
  before: (verb: string) => Promise<void> = () => Promise.resolve(),
): Promise<{ url: string; stop(): Promise<void> }> {
  const settings = { ...settingsOf(bot), ...identity };
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(settings, credentialsFactory));
  const echo = new Echo(before);
  const server = restify.createServer({ name: 'echo' });
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async (request, response) => {
    await adapter.process(request, response, (context) => echo.run(context));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}/api/messages`, stop };
}
