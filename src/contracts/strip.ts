/** How something stands, as a strip on top of its card shows it. */
export interface Look {
  /** The box tells the reader: late or failed, decide, new or on its way, settled, nothing to do now. */
  readonly style: 'attention' | 'warning' | 'accent' | 'good' | 'emphasis';
  /** From Fluent's catalogue; where it is not drawn, the sign stands there. */
  readonly icon: string;
  readonly sign: string;
}

/** The strip itself: the state in a word, and the next step for this reader. */
export interface Strip extends Look {
  readonly state: string;
  readonly next: string | null;
}

/** How each thing that can be said by a strip, a badge or the head of a group looks: the same everywhere. */
export const looks = {
  late: { style: 'attention', icon: 'Warning', sign: '▲' },
  failed: { style: 'attention', icon: 'ErrorCircle', sign: '!' },
  decide: { style: 'warning', icon: 'QuestionCircle', sign: '?' },
  toCall: { style: 'warning', icon: 'Call', sign: '◆' },
  toFillIn: { style: 'warning', icon: 'Edit', sign: '✎' },
  left: { style: 'warning', icon: 'Clock', sign: '◔' },
  sent: { style: 'accent', icon: 'Send', sign: '➤' },
  new: { style: 'accent', icon: 'MailInbox', sign: '●' },
  called: { style: 'accent', icon: 'Call', sign: '◐' },
  atDesk: { style: 'accent', icon: 'PersonSupport', sign: '◆' },
  settled: { style: 'good', icon: 'CheckmarkCircle', sign: '✓' },
  over: { style: 'emphasis', icon: 'CheckmarkCircle', sign: '✓' },
  waits: { style: 'emphasis', icon: 'Clock', sign: '◔' },
  closed: { style: 'emphasis', icon: 'DismissCircle', sign: '✕' },
  draft: { style: 'emphasis', icon: 'Edit', sign: '✎' },
  unknown: { style: 'emphasis', icon: 'QuestionCircle', sign: '?' },
} as const satisfies Readonly<Record<string, Look>>;
