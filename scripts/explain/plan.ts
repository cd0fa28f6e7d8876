/** A node of a plan, as PostgreSQL tells it in JSON. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Plan Rows'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** The answer to `explain (format json)`. */
export type Explained = readonly { readonly Plan: PlanNode }[];

/** Tables that grow with every referral, or with every press. The others hold as many rows as there are organisations, lines or meetings. */
export const growing: ReadonlySet<string> = new Set([
  'trail',
  'draft',
  'referral',
  'case_file',
  'pupil_mark',
  'round_table',
  'trajectory',
  'timeline',
  'message',
  'due',
  'audit',
  'processed_activity',
  'figure_trail',
]);

/** How a statement walks through a whole table that grows. */
export interface WholeWalk {
  readonly table: string;
  /** `Seq Scan`, or the index that is read from end to end. */
  readonly by: string;
}

const isWhole = (node: PlanNode): boolean =>
  node['Node Type'] === 'Seq Scan' ||
  node['Node Type'] === 'Parallel Seq Scan' ||
  (/^Index (Only )?Scan/.test(node['Node Type']) && node['Index Cond'] === undefined);

/** Every walk through a whole growing table in a plan; an index that holds only a part (`partial`) is no whole table. */
export function wholeWalks([top]: Explained, partial: ReadonlySet<string>): WholeWalk[] {
  const found: WholeWalk[] = [];
  const walk = (node: PlanNode): void => {
    const table = node['Relation Name'];
    const index = node['Index Name'];
    if (table !== undefined && growing.has(table) && isWhole(node) && !(index !== undefined && partial.has(index)))
      found.push({ table, by: index ?? node['Node Type'] });
    node.Plans?.forEach(walk);
  };
  if (top !== undefined) walk(top.Plan);
  return found;
}
