import { appendFileSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import jestCircus from 'jest-circus/runner';
import { handOut } from './jest-globals.mjs';
import './typescript.mjs';

const { endFile, endProcess } = await import('../at-end-of-file.ts');
const require = createRequire(import.meta.url);
const asyncHooks = require('node:async_hooks');
const runWithCircus = jestCircus.default ?? jestCircus;

// Jest tells a worker that there is nothing left to do by listening no longer to what comes from it.
process.on('removeListener', (event) => event === 'message' && void endProcess());

/**
 * Runs a test file with jest's own circus, but in Node as it is: no sandbox per file. What a sandbox costs is most of a
 * run (every package loaded and compiled anew for every file, none of it ever freed), and what it gives is not used
 * here: no module is replaced, no global is changed. Modules are shared by the files that one worker runs.
 */
export default async function runNatively(globalConfig, config, _environment, _runtime, testPath, sendMessageToJest) {
  if (globalConfig.watch || globalConfig.watchAll) throw new Error('Not with --watch: a change would not be seen.');
  const contexts = asyncContexts();
  const runtime = {
    // Fresh for each file: it holds the tests of that file.
    requireInternalModule(path) {
      delete require.cache[path];
      return contexts.madeDuring(() => require(path));
    },
    requireModule: require,
    setGlobalsForRuntime: handOut,
    unstable_shouldLoadAsEsm: () => true,
    unstable_importModule: (path) => import(pathToFileURL(path).href),
    enterTestCode() {},
    leaveTestCode() {},
  };
  // Jest's own reading of stack traces knows what it transformed itself; Node's knows ours.
  Error.prepareStackTrace = undefined;
  const spent = whatItCosts();
  try {
    return await runWithCircus(
      globalConfig,
      { ...config, injectGlobals: false },
      { global: globalThis },
      runtime,
      testPath,
      sendMessageToJest,
    );
  } finally {
    await endFile();
    contexts.disable();
    spent.note(testPath);
  }
}

/**
 * With FILE_TIMES=<file> a line for each test file: seconds by the clock, and of the processor by this process and by those it started
 * that have ended. On a machine that does other things too only the processor tells what a file costs.
 */
function whatItCosts() {
  const into = process.env.FILE_TIMES;
  if (!into) return { note() {} };
  const children = () => {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ');
    return (Number(fields[13]) + Number(fields[14])) / 100;
  };
  const [began, cpu, others] = [performance.now(), process.cpuUsage(), children()];
  return {
    note(testPath) {
      const { user, system } = process.cpuUsage(cpu);
      const file = relative(process.cwd(), testPath);
      const line = {
        file,
        clock: (performance.now() - began) / 1000,
        own: (user + system) / 1e6,
        started: children() - others,
      };
      appendFileSync(into, `${JSON.stringify(line)}\n`);
    },
  };
}

/**
 * Circus makes an AsyncLocalStorage for each file and never lets go of it; on Node 20 and 22 every promise of the process then walks
 * along all of them, which after a hundred files is a fifth of a run.
 */
function asyncContexts() {
  const made = [];
  return {
    madeDuring(work) {
      const own = Object.getOwnPropertyDescriptor(asyncHooks, 'AsyncLocalStorage');
      const { AsyncLocalStorage } = asyncHooks;
      const value = class extends AsyncLocalStorage {
        constructor(...given) {
          super(...given);
          made.push(this);
        }
      };
      Object.defineProperty(asyncHooks, 'AsyncLocalStorage', { value, configurable: true, enumerable: true });
      try {
        return work();
      } finally {
        Object.defineProperty(asyncHooks, 'AsyncLocalStorage', own);
      }
    },
    disable: () => made.forEach((one) => one.disable()),
  };
}
