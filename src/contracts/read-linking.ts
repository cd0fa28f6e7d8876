import type { PersonId } from '../domain/ids.js';
import type { LinkCode } from '../domain/organisation.js';

/** Somebody whose codes were refused, and how often. */
export interface RefusedPerson {
  readonly name: string;
  readonly tenantId: string;
  readonly times: number;
  /** How often of these the code was right, but used in another tenant than it is for. */
  readonly elsewhere: number;
}

/** The codes that were refused in a time: how many, of how many people, and who entered most. */
export interface RefusedCodes {
  readonly times: number;
  readonly people: number;
  readonly most: readonly RefusedPerson[];
}

/** What is read of linking codes and of where the bot has been introduced. */
export interface ReadLinking {
  linkCodes(digest: string): Promise<LinkCode[]>;
  linkCode(id: string): Promise<LinkCode | null>;
  /** How many codes of a person were refused since a moment. */
  linkAttempts(person: PersonId, since: Date): Promise<number>;
  /** How many codes were refused since a moment, whoever entered them. */
  allLinkAttempts(since: Date): Promise<number>;
  /** The codes that were refused from one moment until another; of the people at most `most`, who entered most first. */
  refusedCodes(from: Date, until: Date, most: number): Promise<RefusedCodes>;
  /** Whether the bot has introduced itself in a conversation, since it was last added to it. */
  wasWelcomed(conversationId: string): Promise<boolean>;
}
