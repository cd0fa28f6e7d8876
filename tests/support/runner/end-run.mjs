import './typescript.mjs';

const { endProcess } = await import('../at-end-of-file.ts');
const { endRun } = await import('../run.ts');

export default async function end() {
  await endProcess();
  endRun();
}
