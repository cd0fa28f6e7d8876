import { expect, test } from '@jest/globals';
import { folderCircles } from './folder-circles.js';

const file = (path: string, ...imports: string[]) => ({
  path,
  content: imports.map((one) => `import { x } from '${one}';`).join('\n'),
});

test('folders that only look down make no circle', () => {
  expect(folderCircles([file('src/a/one.ts', './two.js', '../b/c/x.js'), file('src/b/c/x.ts', '../y.js')])).toEqual([]);
});

test('a subfolder that looks up into its own folder, which looks into it, is a circle', () => {
  const files = [file('src/a/index.ts', './pages/page.js'), file('src/a/pages/page.ts', '../params.js')];
  expect(folderCircles(files)).toEqual(['src/a ↔ src/a/pages']);
});

test('so is a longer way round, told once', () => {
  const files = [file('src/a/x.ts', '../b/x.js'), file('src/b/x.ts', '../c/x.js'), file('src/c/x.ts', '../a/x.js')];
  expect(folderCircles(files)).toEqual(['src/a ↔ src/b ↔ src/c']);
});
