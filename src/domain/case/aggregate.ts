import type { z } from 'zod';
import type { OrganisationId, PersonId } from '../ids.js';
import type { Side } from './referral.js';

/** Who did it and when; the program by itself has no person. */
export interface EventBy {
  readonly at: Date;
  readonly side: Side;
  readonly personId: PersonId | null;
  readonly organisationId: OrganisationId | null;
  /** Free text that goes with it: kept only sealed under the trail's key, and never looked at by the fold. */
  readonly sealed?: Readonly<Record<string, string>> | undefined;
}

/** Everything that can happen to one kind of aggregate, with the shape of its data. */
export type EventSchemas = Readonly<Record<string, z.ZodType>>;

export type EventData<S extends EventSchemas, N extends keyof S> = Readonly<z.infer<S[N]>>;

/** One thing that happened to an aggregate of that kind. */
export type EventOf<S extends EventSchemas, N extends keyof S & string = keyof S & string> = N extends keyof S & string
  ? { readonly name: N; readonly data: EventData<S, N> } & EventBy
  : never;

/** The compiler cannot see that a name and its own data are one of the kind's events; the signatures around this can. */
const asEvent = <E>(event: object): E => event as E;

/** Makes events of one kind: their data is checked by the compiler here and by its schema when it is stored. */
export const eventMaker =
  <S extends EventSchemas>() =>
  <N extends keyof S & string>(name: N, data: EventData<S, N>, by: EventBy): EventOf<S, N> =>
    asEvent<EventOf<S, N>>({ name, data, ...by });

/** Reads the data of stored events of one kind; throws when it is not what such an event holds. */
export const eventParser =
  <S extends EventSchemas>(schemas: S) =>
  (name: string, data: unknown, by: EventBy): EventOf<S> => {
    const schema = schemas[name];
    if (schema === undefined) throw new Error(`nothing that happens is called ${name}`);
    return asEvent<EventOf<S>>({ name, data: schema.parse(data), ...by });
  };

/** What happens to one aggregate: its events, in order; `before` is null for a new one. */
export interface Change<State extends { readonly id: string }, Event> {
  readonly id: State['id'];
  readonly before: State | null;
  readonly events: readonly Event[];
}

/** The state after several events, oldest first, by the step of one kind; `id` is that of a new one. */
export const folding =
  <State extends { readonly id: string }, Event>(
    evolve: (before: State | null, event: Event, id?: State['id']) => State,
  ) =>
  (before: State | null, events: readonly Event[], id?: State['id']): State => {
    const after = events.reduce<State | null>((state, event) => evolve(state, event, id), before);
    if (after === null) throw new Error('nothing has happened');
    return after;
  };
