import './typescript.mjs';

const { beginRun } = await import('../run.ts');
export default beginRun;
