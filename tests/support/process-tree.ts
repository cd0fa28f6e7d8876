import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Where the kernel of Linux tells of processes; elsewhere there is nothing to read. */
export const canSeeProcesses = process.platform === 'linux';

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // gone since we looked
  }
};

/** The parent of a process; its name stands between brackets and may hold anything. */
const parentOf = (pid: number): number => Number(/\) \S (\d+)/.exec(read(`/proc/${pid}/stat`))?.[1]);

const allPids = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

/** A process and all that came from it. */
export function treeOf(pid: number): number[] {
  const parents = allPids().map((each) => [each, parentOf(each)] as const);
  const tree = [pid];
  for (const grown of tree) tree.push(...parents.filter(([, parent]) => parent === grown).map(([each]) => each));
  return tree;
}

/** Does it still run? One that ended and was not yet fetched by its parent does not. */
export const runs = (pid: number): boolean => /\) [^ZX] /.test(read(`/proc/${pid}/stat`));

/** `127.0.0.1:3978`, for each TCP port on which one of these processes listens, IPv6 included. */
export function listenersOf(pids: readonly number[]): string[] {
  const sockets = new Set(pids.flatMap(socketsOf));
  const listening = '0A';
  return ['tcp', 'tcp6']
    .flatMap((table) => read(`/proc/net/${table}`).trim().split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter((row) => row[3] === listening && sockets.has(row[9] ?? ''))
    .map((row) => addressIn(row[1] ?? ''));
}

function socketsOf(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  try {
    return readdirSync(folder).flatMap((fd) => /^socket:\[(\d+)\]$/.exec(linkOf(`${folder}/${fd}`))?.[1] ?? []);
  } catch {
    return [];
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

/** The kernel writes an address in hexadecimal, an IPv4 one with its bytes turned round. */
function addressIn(told: string): string {
  const [address = '', port = ''] = told.split(':');
  const bytes = Buffer.from(address, 'hex').reverse();
  return `${bytes.length === 4 ? bytes.join('.') : `[${address}]`}:${Number.parseInt(port, 16)}`;
}
