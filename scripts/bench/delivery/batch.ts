/** Messages that are to be sent: so many in each of these threads, which are spread over so many tenants. */
export interface Batch {
  readonly name: string;
  readonly serviceUrl: string;
  readonly tenants: number;
  readonly threads: readonly number[];
  readonly each: number;
}

/** So many threads, from a number on. */
export const threadsFrom = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => first + index);
