import './typescript.mjs';

const { endRun } = await import('../run.ts');
export default endRun;
