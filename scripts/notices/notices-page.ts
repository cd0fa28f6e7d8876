import { readFileSync } from 'node:fs';

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

/** What somebody else made and a server gets. */
export interface Foreign {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/** Packages that do not say their licence where npm looks for it; what their own files say. */
const saidElsewhere: Readonly<Record<string, string>> = {
  cldrjs: 'MIT',
  'escape-regexp-component': 'MIT',
  jspath: 'MIT',
  'png-js': 'MIT',
};

/** Everything that `npm ci --omit=dev` brings, by name; several versions of one stand beside each other. */
export function foreignPackages(): Foreign[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
  const found = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, { version, license }]): Foreign => {
      const name = path.replace(/^.*node_modules\//, '');
      return { name, version, license: license ?? saidElsewhere[name] ?? 'unknown' };
    });
  const once = new Map(found.map((one) => [`${one.name}@${one.version}`, one]));
  return [...once.values()].sort((one, other) =>
    `${one.name} ${one.version}` < `${other.name} ${other.version}` ? -1 : 1,
  );
}

/** The page with all of them, and how many stand under each licence. */
export function noticesPage(): string {
  const all = foreignPackages();
  const licences = [...new Set(all.map(({ license }) => license))].sort();
  const count = (license: string): number => all.filter((one) => one.license === license).length;
  return [
    '# What others made',
    '',
    'What a server gets beside our own code, as `package-lock.json` fixes it (`npm run notices` writes this page). The text of each licence, with who holds',
    'the rights, comes with the package itself: `node_modules/<name>`. All of them may be used, changed and passed on.',
    '',
    ...licences.map((license) => `- ${license}: ${count(license)}`),
    '',
    ...all.map(({ name, version, license }) => `- \`${name}\` ${version}: ${license}`),
    '',
    '## Data',
    '',
    ...dataSources(),
    '',
  ].join('\n');
}

/** Data of others that stands in our own sources; each source says where it is from. */
const dataSources = (): string[] => [
  '- Municipalities, their parts and postal codes (`src/lib/region/municipality-table.ts`): Statbel, REFNIS 2025, CC BY 4.0, compacted.',
  '- Municipalities outside the province (`src/lib/region/elsewhere-table.ts`): Statbel, REFNIS 2025, CC BY 4.0, compacted, with names of before the mergers.',
  '- Names of people (`src/lib/personal-data/names/`): @zxcvbn-ts/language-nl-be 3.0.2 (MIT, © Dan Wheeler, Dropbox, Inc. and contributors) and @faker-js/faker (MIT, © Faker contributors), without accents, without words of every day, with names added by hand.',
  '- Letters in documents (`src/platform/documents/fonts/noto-sans.json`): Noto Sans 2.015, Regular and Bold, © 2022 The Noto Project Authors (https://github.com/notofonts/latin-greek-cyrillic), SIL Open Font License 1.1 (https://openfontlicense.org), the Latin, Greek, Cyrillic and Vietnamese signs of it.',
];
