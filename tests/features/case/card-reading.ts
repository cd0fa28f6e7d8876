/** A case card as a view fills it. */
export type Filled = Readonly<Record<string, unknown>>;

interface Pressed {
  readonly verb: string;
  readonly title: string;
  readonly mode: string | null;
  readonly style: string | null;
  readonly data: { readonly form?: string; readonly view?: string };
}

/** The buttons that do something. */
export const buttonsOn = (card: Filled): readonly Pressed[] =>
  (card['buttons'] as readonly Pressed[]).filter((one) => 'verb' in one);

/** The address behind the chat button; null without one. */
export const chatOn = (card: Filled): string | null =>
  (card['buttons'] as readonly { readonly url?: string }[]).find(({ url }) => url !== undefined)?.url ?? null;

/** What the buttons of a case card do, in their order: the form or view that they open, else their action. */
export const pressesOn = (card: Filled): string[] =>
  buttonsOn(card).map(({ verb, data }) => data.form ?? data.view ?? verb);

/** The strip on top. */
export const stripOn = (card: Filled) =>
  card['strip'] as { readonly style: string; readonly state: string; readonly next: string | null };
