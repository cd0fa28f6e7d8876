import type { Conversation } from './world.js';

export type Call = 'post' | 'edit' | 'delete' | 'members' | 'team';

/**
 * What goes wrong. `hang`: not carried out, no answer; the connection breaks when released. `slow`: carried out and
 * answered when released. `accept-then-drop`: carried out, but the connection breaks before the answer.
 */
export type Trouble =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown }
  | 'hang'
  | 'slow'
  | 'accept-then-drop';

export interface Where {
  /** Only in this conversation; without it everywhere. */
  readonly in?: Conversation;
  /** Only this kind of call; without it every kind. */
  readonly on?: Call;
  /** How many calls it hits; 1 unless told. */
  readonly times?: number;
}

/** A fault that waits for its calls. */
export class Fault {
  /** How many calls it has hit. */
  hits = 0;
  private readonly waiting: (() => void)[] = [];
  private released = false;
  private announce: () => void = () => undefined;
  /** Resolves when the first call has hit it. */
  readonly arrived = new Promise<void>((resolve) => (this.announce = resolve));

  constructor(
    readonly trouble: Trouble,
    private readonly where: Where,
  ) {}

  takes(conversation: Conversation | null, call: Call): boolean {
    if (this.hits >= (this.where.times ?? 1)) return false;
    if (this.where.in && this.where.in !== conversation) return false;
    if (this.where.on && this.where.on !== call) return false;
    this.hits += 1;
    this.announce();
    return true;
  }

  /** Lets every call go that hangs or waits, now and later. */
  release(): void {
    this.released = true;
    for (const go of this.waiting.splice(0)) go();
  }

  untilReleased(): Promise<void> {
    return this.released ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));
  }
}

/** Faults in the order in which they were asked for. */
export class Faults {
  private queue: Fault[] = [];

  next(trouble: Trouble, where: Where = {}): Fault {
    const fault = new Fault(trouble, where);
    this.queue.push(fault);
    return fault;
  }

  take(conversation: Conversation | null, call: Call): Fault | undefined {
    return this.queue.find((fault) => fault.takes(conversation, call));
  }

  /** Teams is well again: what hangs is let go, what is still queued is forgotten. */
  clear(): void {
    for (const fault of this.queue) fault.release();
    this.queue = [];
  }
}
