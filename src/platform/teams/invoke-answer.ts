import type { Answer } from '../../contracts/turn.js';

/** What an invoke is answered with over HTTP. */
export interface InvokeAnswer {
  readonly status: number;
  readonly body:
    | { readonly statusCode: number; readonly type: string; readonly value: unknown }
    | { readonly composeExtension: object };
}

/**
 * The answer to a pressed button. HTTP says 200 in any case, with the outcome in the body: at any other status, or
 * without a body, Teams tells the person that the app cannot be reached. Never sent through the connector, so that one
 * person's card does not reach the message that all see.
 */
export function toInvokeAnswer(answer: Answer): InvokeAnswer {
  switch (answer.kind) {
    case 'card':
      return {
        status: 200,
        body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: answer.card },
      };
    case 'error':
      return { status: 200, body: errorBody(answer.code, answer.message, answer.code === ourFault ? 500 : 400) };
    case 'found':
      return { status: 200, body: { composeExtension: listOf(answer) } };
    case 'nothing':
      return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' } };
  }
}

/** What the message extension shows: per result a line to choose, and the card that is then put in the message. */
function listOf({ results, nothing }: Extract<Answer, { kind: 'found' }>): object {
  if (results.length === 0) return { type: 'message', text: nothing };
  const attachments = results.map(({ title, line, card }) => ({
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: card,
    preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title, text: line } },
  }));
  return { type: 'result', attachmentLayout: 'list', attachments };
}

/** For invokes the bot does not know. */
export const unknownInvoke: InvokeAnswer = {
  status: 400,
  body: errorBody('UnknownInvoke', 'Deze actie bestaat niet.', 400),
};

/** For a button whose data cannot be read. */
export const unreadablePress: InvokeAnswer = {
  status: 200,
  body: errorBody('UnreadableAction', 'Deze knop kan niet gelezen worden. Vraag de kaart opnieuw op.', 400),
};

/** The code of an answer that says the bot itself failed. */
export const ourFault = 'Failure';

function errorBody(code: string, message: string, statusCode: number) {
  return { statusCode, type: 'application/vnd.microsoft.error', value: { code, message } };
}
