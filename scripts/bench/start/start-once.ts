import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** What one start took. Processor time and memory are read from Linux; elsewhere they are not a number. */
export interface Started {
  readonly readyMs: number;
  readonly cpuMs: number;
  readonly readyMb: number;
  readonly laterCpuMs: number;
  readonly laterMb: number;
}

/** When everything that goes on after the start has been done. */
const laterMs = 5_000;

/** Starts a program, waits until it says that it is ready (in its log, or to its parent), looks, and ends it. */
export async function startOnce(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Started> {
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    child.on('message', () => resolve());
    child.stdout!.setEncoding('utf8').on('data', (said: string) => void (said.includes('"started"') && resolve()));
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}`)));
  });
  const readyMs = performance.now() - begun;
  const ready = usedBy(child.pid!);
  await pause(laterMs);
  const later = usedBy(child.pid!);
  if (child.connected) child.disconnect();
  child.kill('SIGINT');
  await gone;
  return { readyMs, cpuMs: ready.cpuMs, readyMb: ready.mb, laterCpuMs: later.cpuMs, laterMb: later.mb };
}

function usedBy(pid: number): { cpuMs: number; mb: number } {
  try {
    const [, , ...fields] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/\(.*\)/, '')
      .split(' ');
    const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
    // Counted in hundredths of a second.
    return { cpuMs: (Number(fields[11]) + Number(fields[12])) * 10, mb: kilobytes / 1024 };
  } catch {
    return { cpuMs: Number.NaN, mb: Number.NaN };
  }
}
