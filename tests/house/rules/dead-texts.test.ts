import { expect, test } from '@jest/globals';
import { boundBy, deadTexts, saidIn } from './dead-texts.js';

const program = {
  path: 'src/x.ts',
  content: `
    const states = ['open', 'closed'];
    const list = 'choices.agreed';
    say('room.card.title');
    say(\`room.states.\${state}.word\`);
    say(\`room.\${list}.\${state}\`);
    const code = \`\${field}-missing\`; const fields = { name: 1 };
    say(\`\${of}.errors.\${code}\`); const of = 'room.form';
    join(\`\${one}.\${other}\`);
  `,
};
const bound = boundBy([
  { feature: 'room', slug: 'form', source: { text: '${$host.label}', title: "${$host['other-label']}" } },
]);

test.each([
  ['room.card.title', 'by its key'],
  ['room.states.open.word', 'by a path with a code in it'],
  ['room.choices.agreed.open', 'by a path with a path in it'],
  ['room.form.errors.name-missing', 'by a code that is made'],
  ['room.form.label', 'by a card'],
  ['room.form.other-label', 'by a card, in brackets'],
])('%s is said: %s', (key) => {
  expect(deadTexts([key], saidIn([program]), bound)).toEqual([]);
});

test.each(['room.card.old', 'room.states.gone.word', 'room.form.errors.age-missing', 'room.form.hint', 'open.closed'])(
  '%s is said nowhere',
  (key) => {
    expect(deadTexts([key], saidIn([program]), bound)).toEqual([key]);
  },
);
