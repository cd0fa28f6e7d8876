import { containerStyles, inks, type ContainerStyle, type Ink } from '../../../scripts/preview/teams-colours.js';
import { isObject, type Json, type JsonObject } from '../../../src/platform/teams/cards/json-tree.js';

/** Something that is seen on a card: in which colour, on which ground, and as what. */
export interface Seen {
  readonly ink: Ink;
  readonly subtle: boolean;
  readonly ground: ContainerStyle;
  readonly as: keyof typeof asked;
}

/** What WCAG 2.2 AA asks. Large is 24 px (18 points): Teams’ `ExtraLarge`; its bold `Large` of 18 px is not yet large. */
export const asked = { text: 4.5, 'large text': 3, icon: 3 } as const;

const member = <T extends string>(all: readonly T[], value: unknown): T | undefined =>
  all.find((one) => one === String(value).toLowerCase());

function seenOf(node: JsonObject, ground: ContainerStyle): Seen[] {
  const ink = member(inks, node['color']) ?? 'default';
  const subtle = node['isSubtle'] === true;
  const type = String(node['type']);
  if (type === 'Icon') return [{ ink, subtle: false, ground, as: 'icon' }];
  if (type === 'FactSet' || type.startsWith('Input.')) return [{ ink: 'default', subtle: false, ground, as: 'text' }];
  if (type !== 'TextBlock' && type !== 'TextRun') return [];
  const as = node['size'] === 'ExtraLarge' ? 'large text' : 'text';
  const link = /\]\((https?|tel|mailto):/.test(String(node['text']));
  return [{ ink, subtle, ground, as }, ...(link ? [{ ink: 'accent', subtle: false, ground, as } as const] : [])];
}

/** All that is seen on a card, with the container style that it stands on. */
export function seenOn(card: Json): Seen[] {
  const go = (node: Json, ground: ContainerStyle): Seen[] => {
    if (Array.isArray(node)) return node.flatMap((one) => go(one, ground));
    if (!isObject(node)) return [];
    const own =
      node['type'] === 'Icon' || node['type'] === 'Badge' ? undefined : member(containerStyles, node['style']);
    const inside = own ?? ground;
    const children = Object.entries(node).filter(([key]) => !['data', 'choices'].includes(key));
    return [...seenOf(node, inside), ...children.flatMap(([, child]) => go(child, inside))];
  };
  return go(card, 'default');
}
