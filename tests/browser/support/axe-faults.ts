import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** WCAG 2.2 up to AA, and what axe holds for good practice. */
export const allRules: RunOptions = {};

const colours = ['color-contrast', 'link-in-text-block'];

/** What a theme can change. */
export const colourRules: RunOptions = { runOnly: colours };

/** What no theme changes. */
export const exceptColours: RunOptions = { rules: Object.fromEntries(colours.map((id) => [id, { enabled: false }])) };

/** What axe finds on a page, a line for each place; none is right. */
export async function axeFaults(page: Page, options: RunOptions = allRules): Promise<string[]> {
  if (!(await page.evaluate('"axe" in globalThis'))) await page.addScriptTag({ path: source });
  // What is right needs no description: on a page of all cards that costs most of the time.
  const asked = { resultTypes: ['violations'], ...options } satisfies RunOptions;
  const { violations } = (await page.evaluate(`axe.run(document, ${JSON.stringify(asked)})`)) as AxeResults;
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id} (${help}): ${target.join(' ').slice(0, 160)} ${html.slice(0, 160)}`),
  );
}
