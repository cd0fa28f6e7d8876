import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Copy, DockerfileParser, type Instruction } from 'dockerfile-ast';

/** What a container begins as: its folder on this machine, what it starts, and how it is seen to be well. */
export interface Carried {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly command: readonly string[];
  readonly health: readonly string[];
}

interface Stage {
  readonly folder: string;
  workdir: string;
}

/**
 * Does the steps of a Dockerfile by hand, each stage in a folder of its own below `root`, with this machine in the place of the image: what is
 * copied, run and started is exactly what the file says. Throws for an instruction that it does not know.
 */
export function carryOut(dockerfile: string, root: string): Carried {
  const stages = new Map<string, Stage>();
  let stage: Stage | null = null;
  let environment: Record<string, string> = {};
  let command: string[] = [];
  let health: string[] = [];
  const current = (): Stage => stage ?? fail('a step before FROM');
  for (const step of DockerfileParser.parse(readFileSync(dockerfile, 'utf8')).getInstructions()) {
    const words = wordsOf(step);
    switch (step.getKeyword()) {
      case 'FROM':
        stage = { folder: mkdtempSync(join(root, 'stage-')), workdir: '/' };
        environment = {};
        if (words[1]?.toUpperCase() === 'AS' && words[2] !== undefined) stages.set(words[2], stage);
        break;
      case 'WORKDIR':
        current().workdir = words[0] ?? '/';
        mkdirSync(inStage(current(), '.'), { recursive: true });
        break;
      case 'COPY':
        copy(current(), step instanceof Copy ? fromOf(step, stages) : null, words);
        break;
      case 'RUN':
        run(current(), step.getArgumentsContent() ?? '');
        break;
      case 'ENV':
        Object.assign(environment, Object.fromEntries(words.map((word) => word.split('=', 2) as [string, string])));
        break;
      case 'CMD':
        command = listIn(step);
        break;
      case 'HEALTHCHECK':
        health = listIn(step);
        break;
      case 'USER':
      case 'VOLUME':
      case 'EXPOSE':
        break;
      default:
        fail(`nobody knows how to do ${step.getKeyword()} by hand`);
    }
  }
  return { folder: inStage(current(), '.'), environment, command, health };
}

function fail(why: string): never {
  throw new Error(`the Dockerfile: ${why}`);
}

const wordsOf = (step: Instruction): string[] => step.getArguments().map((word) => word.getValue());

/** The list in brackets, as JSON: `["node", "scripts/start.js"]`. */
const listIn = (step: Instruction): string[] => {
  const text = step.getArgumentsContent() ?? '';
  return JSON.parse(text.slice(text.indexOf('['))) as string[];
};

/** A path of the image, in the folder of its stage. */
const inStage = ({ folder, workdir }: Stage, path: string): string =>
  path.startsWith('/') ? join(folder, path) : join(folder, workdir, path);

/** The stage out of which is copied; null: what stands beside the Dockerfile. */
function fromOf(step: Copy, stages: ReadonlyMap<string, Stage>): Stage | null {
  const flag = step.getFlags().find((one) => one.getName() === 'from');
  const name = flag?.getValue() ?? null;
  return name === null ? null : (stages.get(name) ?? fail(`there is no stage ${name}`));
}

function copy(to: Stage, from: Stage | null, paths: readonly string[]): void {
  const target = paths.at(-1) ?? fail('COPY without a target');
  for (const path of paths.slice(0, -1)) {
    const source = from === null ? path : inStage(from, path);
    const into = inStage(to, target);
    const end = target.endsWith('/') ? join(into, path.split('/').at(-1) ?? path) : into;
    mkdirSync(dirname(end), { recursive: true });
    cpSync(source, end, { recursive: true, verbatimSymlinks: true });
  }
}

function run(stage: Stage, line: string): void {
  const { status } = spawnSync('sh', ['-c', line], { cwd: inStage(stage, '.'), stdio: 'inherit' });
  if (status !== 0) fail(`a step failed: ${line}`);
}
