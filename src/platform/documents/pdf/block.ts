import type { Canvas } from './canvas.js';

/** A block that knows how to draw itself. */
export interface Drawn {
  /** The space above it. */
  readonly above: number;
  /** The height that must be left on a page for it to begin there: what is not split. */
  first(canvas: Canvas): number;
  /** Draws from the cursor on, over as many pages as it takes, and leaves the cursor under it. */
  draw(canvas: Canvas): void;
  /** A heading: never the last thing on a page. */
  readonly leads?: boolean;
}
