/** Prints how well the personal-data check does: npx tsx tests/lib/personal-data/report.ts [held-out] [hard] */
import { hard } from './hard.js';
import { heldOut, heldOutLater } from './held-out.js';
import { scoreOf } from './score.js';
import { sentences, type Sentence } from './sentences.js';

const print = (name: string, list: readonly Sentence[]): void => {
  const { total, perKind, silent, alarmed, faults } = scoreOf(list);
  const withData = list.filter(({ expected }) => expected.length > 0).length;
  console.log(`${name}: ${list.length} sentences, ${withData} with personal data`);
  console.table({ ...perKind, total });
  console.log(
    `nothing found in ${silent.length} of ${withData}; alarm in ${alarmed.length} of ${list.length - withData} without`,
  );
  for (const fault of faults) console.log(`  ${fault}`);
};

print('The list', sentences);
if (process.argv.includes('held-out')) {
  print('Held out', heldOut);
  print('Held out, later', heldOutLater);
}
if (process.argv.includes('hard')) print('Hard', hard);
