import type { Application } from '@microsoft/teams-ai/lib/Application.js';
import type { Activity, ConfigurationBotFrameworkAuthentication, InvokeResponse } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import type { Request, Response } from 'restify';
import { readActivity, readEnvelope, tenantsOf } from './activity-shape.js';
import type { TeamsActivity } from './activity-shape.js';
import type { Log } from './carry-out.js';
import type { InboundRateLimit } from './inbound-rate-limit.js';
import { readJsonObject } from './read-body.js';
import { Seldom } from '../seldom.js';
import { Refused } from './refused.js';
import type { ServiceTrust } from './service-trust.js';
import type { TeamsAdapter } from './teams-adapter.js';

export interface EndpointParts {
  readonly authentication: ConfigurationBotFrameworkAuthentication;
  readonly adapter: TeamsAdapter;
  readonly application: Application;
  readonly admitsTenant: (tenantId: string) => boolean;
  readonly trustService: ServiceTrust;
  readonly flood: InboundRateLimit;
  readonly log: Log;
}

/** The handler of /api/messages. Whatever happens, the answer is JSON that says in a word why, and nothing of ours. */
export function messagesEndpoint(parts: EndpointParts): (request: Request, response: Response) => Promise<void> {
  // Anybody on the internet can be refused, and as often as he likes.
  const seldom = new Seldom();
  return async (request, response) => {
    try {
      const answer = await receive(parts, request);
      response.send(answer?.status ?? 200, answer?.body ?? {});
    } catch (error) {
      refuse(response, toRefused(error, parts.log, seldom));
    }
  };
}

/** In this order: size, JSON, envelope, token, shape, service, tenant, flood. Only then does anything run. */
async function receive(parts: EndpointParts, request: Request): Promise<InvokeResponse | undefined> {
  const body = await readJsonObject(request);
  const sender = readEnvelope(body) as Activity;
  const caller = await parts.authentication.authenticateRequest(sender, request.headers.authorization ?? '');
  const activity = readActivity(body);
  requireKnown(parts, activity);
  await parts.flood.admit(activity);
  return parts.adapter.run(caller, activity, async (context) => {
    await parts.application.run(context);
  });
}

function requireKnown(parts: EndpointParts, activity: TeamsActivity): void {
  if (!parts.trustService(activity.serviceUrl)) {
    throw new Refused(403, 'UnknownService', 'The service url is not one of Teams.');
  }
  if (!tenantsOf(activity).every(parts.admitsTenant)) {
    throw new Refused(403, 'UnknownTenant', 'This organisation is not on the list.');
  }
}

function toRefused(error: unknown, log: Log, seldom: Seldom): Refused {
  if (error instanceof Refused) {
    const { status, code } = error;
    seldom.tell(code, (leftOut) => log.info({ status, code, ...leftOut }, 'request refused'));
    return error;
  }
  if (error instanceof AuthenticationError) {
    const { statusCode: status, cause } = error;
    seldom.tell('caller', (leftOut) => log.warn({ status, error: cause, ...leftOut }, 'caller refused'));
    return error.statusCode === 503
      ? new Refused(503, 'KeysUnreachable', error.message, 30)
      : new Refused(401, 'Unauthorized', error.message);
  }
  log.error({ error }, 'request failed');
  return new Refused(500, 'Failure', 'Something went wrong on our side.');
}

function refuse(response: Response, refused: Refused): void {
  if (refused.retryAfterSeconds !== null) response.setHeader('Retry-After', String(refused.retryAfterSeconds));
  if (refused.status === 413) response.setHeader('Connection', 'close');
  response.send(refused.status, { code: refused.code, message: refused.message });
}
