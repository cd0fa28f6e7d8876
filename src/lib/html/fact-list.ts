import { html, type Html } from './html.js';

/** A list of facts: what it is, and what is known of it. */
export const factList = (facts: readonly (readonly [label: string, value: Html | string])[]): Html =>
  html`<dl>
    ${facts.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
