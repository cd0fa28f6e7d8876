import { DeliveryError } from '../../contracts/connector.js';
import { policyFor } from '../outbox/delivery-policy.js';

/** What keeps one address of Teams that is away from holding up the others. */
export interface CircuitTuning {
  /** So many requests may be on their way to one address; above that a message goes back to the queue for a moment. */
  readonly most: number;
  /** When so many of them have had no answer for a second, no more are sent there until they have. */
  readonly mostSlow: number;
  /** After so many failures in a row nothing is sent there for a while, then one is tried. */
  readonly failuresInRow: number;
  readonly closedForMs: number;
}

export const circuitTuning: CircuitTuning = { most: 6, mostSlow: 2, failuresInRow: 3, closedForMs: 15_000 };

const slowMs = 1_000;
const shortWaitMs = 2_000;

interface Service {
  /** When the requests that are on their way began. */
  readonly since: Map<symbol, number>;
  failures: number;
  /** Nothing is sent before this moment; 0: it answers. */
  closedUntil: number;
}

/** Whether Teams itself was away, as the delivery policy has it. What it refuses, it has looked at. */
const isAway = (error: unknown): boolean =>
  error instanceof DeliveryError && policyFor({ call: 'post', error, mentions: false }).trouble === 'away';

/**
 * Counts how requests to each service url end. An address that does not answer gets few at a time, and none for a while after
 * several failed: its messages wait in the queue, and the workers go on with those of others. One process on its own.
 */
export class ServiceCircuit {
  private readonly services = new Map<string, Service>();

  constructor(
    private readonly clock: { now(): Date },
    private readonly tuning: CircuitTuning = circuitTuning,
    /** Told how many addresses do not answer, each time that may have changed. */
    private readonly tell: (addresses: number) => void = () => undefined,
  ) {}

  /**
   * Does the request, or throws DeliveryError `not-sent`. `forPress`: somebody waits for the answer, so it
   * takes no turn among the messages that are under way; only an address that is away is not asked.
   */
  async through<T>(serviceUrl: string, request: () => Promise<T>, forPress = false): Promise<T> {
    const service = this.of(serviceUrl);
    this.assertOpen(service);
    if (!forPress) this.assertRoom(service);
    const one = Symbol();
    if (!forPress) service.since.set(one, this.now());
    try {
      const answer = await request();
      this.ended(service, false);
      return answer;
    } catch (error) {
      this.ended(service, isAway(error));
      throw error;
    } finally {
      service.since.delete(one);
    }
  }

  private of(serviceUrl: string): Service {
    const known = this.services.get(serviceUrl);
    if (known !== undefined) return known;
    const made: Service = { since: new Map(), failures: 0, closedUntil: 0 };
    this.services.set(serviceUrl, made);
    return made;
  }

  private assertOpen({ closedUntil }: Service): void {
    // How long to wait is not Teams' word: the queue waits longer each time, as after any failure.
    if (closedUntil > this.now()) throw new DeliveryError({ ending: 'not-sent' });
  }

  private assertRoom({ since, failures }: Service): void {
    const { most, mostSlow, failuresInRow } = this.tuning;
    const now = this.now();
    // After a pause one request shows whether it answers again.
    const allowed = failures >= failuresInRow ? 1 : most;
    const slow = [...since.values()].filter((begun) => begun <= now - slowMs).length;
    if (since.size >= allowed || slow >= mostSlow)
      throw new DeliveryError({ ending: 'not-sent', retryAfterMs: shortWaitMs });
  }

  private ended(service: Service, away: boolean): void {
    service.failures = away ? service.failures + 1 : 0;
    service.closedUntil = service.failures >= this.tuning.failuresInRow ? this.now() + this.tuning.closedForMs : 0;
    this.tell([...this.services.values()].filter(({ failures }) => failures >= this.tuning.failuresInRow).length);
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}
