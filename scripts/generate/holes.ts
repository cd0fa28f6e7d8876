const id = (number: number): string => `ffffffff-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** What differs between two lives that went the same way; filled in when a copy is stored. */
export const hole = {
  trail: id(1),
  referrals: [id(2), id(3)],
  drafts: [id(4), id(5)],
  references: ['9999-0001', '9999-0002'],
  table: id(6),
  trajectory: id(7),
  clb: id(8),
  referrer: id(9),
  provider: id(10),
  service: id(11),
  worker: id(12),
  desk: id(13),
  deskWorker: id(14),
  sealed: 'hole:sealed',
  marks: ['hole:mark-0', 'hole:mark-1', 'hole:mark-2'],
  clbConversation: 'hole:clb-conversation',
  providerConversation: 'hole:provider-conversation',
  deskConversation: 'hole:desk-conversation',
} as const;

/** By what the holes are filled in one copy. */
export type Filling = ReadonlyMap<string, string>;

/** A text with holes, cut once: a copy is a join. */
export interface Cut {
  readonly parts: readonly string[];
  readonly holes: readonly string[];
}

const all = Object.values(hole).flat();
const anyHole = new RegExp(`(${all.join('|')})`);

export function cut(text: string): Cut {
  const pieces = text.split(anyHole);
  return {
    parts: pieces.filter((_, index) => index % 2 === 0),
    holes: pieces.filter((_, index) => index % 2 === 1),
  };
}

/** The text with its holes filled. Throws when one has no filling. */
export function fill({ parts, holes }: Cut, by: Filling): string {
  let text = parts[0] ?? '';
  holes.forEach((one, index) => {
    const value = by.get(one);
    if (value === undefined) throw new Error(`nothing fills ${one}`);
    text += value + (parts[index + 1] ?? '');
  });
  return text;
}
