import type { Side } from './referral.js';

/** One sentence of a policy: this side may do this act in these states. */
export interface PolicyRow<Act extends string, State extends string, Condition extends string> {
  readonly act: Act;
  readonly by: readonly Side[];
  readonly in: readonly State[];
  readonly when: readonly Condition[];
  /** The rule behind it (R…), or what it is for. */
  readonly rule: string;
}

/** Who acts: the sides that he or she speaks for, and whether it is his or her own. */
export interface CaseActor {
  readonly sides: readonly Side[];
  /** The referrer in person. */
  readonly isAuthor: boolean;
}

/** A condition besides side and state, and what is said when it does not hold. */
export interface ConditionOf<Subject, Denial extends string> {
  holds(subject: Subject, actor: CaseActor, side: Side, now: Date): boolean;
  readonly denied: Denial;
}

/** The rows, and what their conditions mean. */
export interface PolicyTable<
  Subject extends { readonly state: string },
  Act extends string,
  Condition extends string,
  Denial extends string,
> {
  readonly acts: readonly Act[];
  readonly rows: readonly PolicyRow<Act, Subject['state'], Condition>[];
  readonly conditions: Readonly<Record<Condition, ConditionOf<Subject, Denial>>>;
}

/** What a table says: may somebody do this now, and everything that he or she may do. */
export interface Policy<Subject, Act extends string, Denial extends string> {
  /** The side on which somebody may do an act now, or why nobody of his sides may. The first side that may counts. */
  readonly can: (
    actor: CaseActor,
    act: Act,
    subject: Subject,
    now: Date,
  ) => { side: Side } | { denied: Denial | 'side' | 'state' };
  /** Everything somebody may do now: what the buttons are drawn from. */
  readonly allowedActs: (actor: CaseActor, subject: Subject, now: Date) => ReadonlySet<Act>;
}

/** One evaluator for every table: what a card offers, what an act accepts and what the docs say cannot differ. */
export function policyOf<
  Subject extends { readonly state: string },
  Act extends string,
  Condition extends string,
  Denial extends string,
>({ acts, rows, conditions }: PolicyTable<Subject, Act, Condition, Denial>): Policy<Subject, Act, Denial> {
  const can: Policy<Subject, Act, Denial>['can'] = (actor, act, subject, now) => {
    let denied: Denial | 'side' | 'state' = 'side';
    for (const side of actor.sides)
      for (const row of rows.filter((one) => one.act === act && one.by.includes(side))) {
        const failed = row.when.find((condition) => !conditions[condition].holds(subject, actor, side, now));
        const isIn = row.in.includes(subject.state);
        if (isIn && failed === undefined) return { side };
        denied = isIn && failed !== undefined ? conditions[failed].denied : 'state';
      }
    return { denied };
  };
  return {
    can,
    allowedActs: (actor, subject, now) => new Set(acts.filter((act) => 'side' in can(actor, act, subject, now))),
  };
}
