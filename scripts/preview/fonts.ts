import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

interface Face {
  readonly family: string;
  readonly weight: number;
  readonly file: string;
}

const face = (family: string, name: string, subset: string, weight: number): Face => ({
  family,
  weight,
  file: `@fontsource/${name}/files/${name}-${subset}-${weight}-normal.woff2`,
});

/** The letters, and the signs that these letters lack (▲ ◔ ✓ ●). The first that has a character draws it. */
const faces: readonly Face[] = [
  ...[400, 600].map((weight) => face('Open Sans', 'open-sans', 'latin', weight)),
  face('Noto Sans Symbols 2', 'noto-sans-symbols-2', 'symbols', 400),
];

const nameOf = ({ file }: Face): string => file.slice(file.lastIndexOf('/') + 1);

/** The files that are to stand beside the page: where they are, and how they are called there. */
export const fontFiles = faces.map((one) => ({ from: require.resolve(one.file), name: nameOf(one) }));

export const fontFaces = faces
  .map(
    (one) =>
      `@font-face{font-family:'${one.family}';font-weight:${one.weight};src:url('${nameOf(one)}') format('woff2')}`,
  )
  .join('\n');
