import { readdirSync } from 'node:fs';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

const folders = (path) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

/** Which room may look into which (docs/decisions/0001-the-house.md). Feature rooms never look into each other. */
const mayImport = {
  lib: [],
  domain: ['lib'],
  contracts: ['domain', 'lib'],
  texts: ['domain', 'contracts', 'lib'],
  features: ['contracts', 'domain', 'lib', 'texts'],
  platform: ['contracts', 'domain', 'lib', 'texts'],
};

const roomZones = Object.entries(mayImport).map(([room, allowed]) => ({
  target: `./src/${room}`,
  from: './src',
  except: [room, ...allowed].map((name) => `./${name}`),
  message: `${room} may import only: ${allowed.join(', ') || 'nothing'}.`,
}));

const featureZones = folders('./src/features').map((feature) => ({
  target: `./src/features/${feature}`,
  from: './src/features',
  except: [`./${feature}`],
  message: 'No feature imports another: talk through the domain or a job named in contracts.',
}));

const outsidePackages = {
  group: [
    'botbuilder',
    'botbuilder-*',
    'botframework-*',
    '@microsoft/teams-ai',
    'restify',
    'adaptivecards-templating',
    'adaptive-expressions',
  ],
  message: 'Teams SDKs live in src/platform/teams only (docs/decisions/0002-end-of-life-sdks.md).',
};

const bare = '^[^./]';

/** The small pure packages on which `src/lib` may build; each has its reason in docs/dependencies.md. */
const libPackages = ['any-ascii', 'double-metaphone', 'zod'];

const doubleCast = {
  selector: "TSAsExpression > TSAsExpression.expression[typeAnnotation.type='TSUnknownKeyword']",
  message: 'No double cast: give the value the type it has.',
};

const worldGlobals = ['error', 'process', 'setTimeout', 'setInterval', 'fetch'];
const clockCalls = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The clock is an argument: now.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The clock is an argument: now.',
  },
];

/**
 * Files that may say `!`: sums over lists whose length the loop itself holds, where a check would stand for nothing. What
 * is read, typed or stored is parsed, and has its type from there.
 */
const mayInsist = ['src/lib/hsds/name-uuid.ts', 'src/features/start/understanding/same-word.ts'];

/** A Read made by hand answers what nobody stored (docs/testing.md). */
const ownStorage = {
  selector: "TSAsExpression[typeAnnotation.typeName.name='Read']",
  message: 'No fakes of our own storage: tests/support/read-over.ts reads the real database.',
};

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'artifacts', 'data'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/ignore': ['node_modules'],
      'import-x/resolver-next': [
        importX.createNodeResolver({ extensions: ['.ts', '.js', '.json'], extensionAlias: { '.js': ['.ts', '.js'] } }),
      ],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: [...roomZones, ...featureZones] }],
      'import-x/no-default-export': 'error',
      'import-x/no-cycle': 'error',
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_$' }],
    },
  },
  {
    // A promise that nobody awaits fails where nobody looks. These two rules need the types.
    files: ['src/**/*.ts', 'scripts/**/*.ts', 'tests/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-syntax': ['error', doubleCast],
      // What runs on a server may need nothing that is only there to build and test.
      'import-x/no-extraneous-dependencies': ['error', { devDependencies: false }],
      'no-restricted-imports': ['error', { patterns: [outsidePackages] }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only src/config.ts reads process.env.' },
      ],
    },
  },
  { files: mayInsist, rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['src/platform/teams/**/*.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['src/config.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['src/domain/**/*.ts', 'src/features/**/*.ts', 'src/contracts/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            outsidePackages,
            { regex: `${bare}(?!od$)`, message: 'Domain, contracts and features import no package but zod.' },
          ],
        },
      ],
      'no-restricted-globals': worldGlobals,
      'no-restricted-syntax': ['error', doubleCast, ...clockCalls],
    },
  },
  {
    files: ['src/lib/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(?!(?:${libPackages.join('|')})$)[^.]`,
              message: 'lib imports only the small pure packages named in libPackages.',
            },
          ],
        },
      ],
      'no-restricted-globals': worldGlobals,
      'no-restricted-syntax': ['error', doubleCast, ...clockCalls],
    },
  },
  { files: ['tests/**/*.ts', 'scripts/**/*.ts'], rules: { 'max-lines-per-function': 'off', 'no-console': 'off' } },
  { files: ['tests/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ownStorage] } },
  {
    // What a feature is given and gives has a type: a test that casts it away does not notice when it changes.
    files: ['tests/features/**/*.ts', 'tests/journeys/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ownStorage, doubleCast] },
  },
  // The one place where a Read is made: over the real database.
  { files: ['tests/support/read-over.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['*.config.ts'], rules: { 'import-x/no-default-export': 'off' } },
);
