import { closeSync, fsyncSync, openSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** The parts of Emscripten's file system we touch; PGlite's own types stop before them. */
interface Stream {
  nfd?: number;
  node: unknown;
}
interface NodeFileSystem {
  stream_ops: { fsync?: (stream: Stream) => number };
  realPath(node: unknown): string;
}
interface Module {
  NODEFS: NodeFileSystem;
}

type Init = NodeFS['init'];
type Options = Parameters<Init>[1];

/**
 * PGlite's folder on disk, with flushes that reach the disk.
 * As it comes, PGlite drops every fsync that PostgreSQL asks for, so that a power cut loses acknowledged rows;
 * here each one calls the operating system. `flushes` counts them, for the self-check at start.
 */
export class DurableFileSystem extends NodeFS {
  flushes = 0;

  override async init(pg: Parameters<Init>[0], options: Options): ReturnType<Init> {
    const hook = (module: unknown) => this.#install((module as Module).NODEFS);
    const preRun = [...((options.preRun as unknown[] | undefined) ?? []), hook] as Options['preRun'];
    return super.init(pg, { ...options, preRun });
  }

  #install(nodeFs: NodeFileSystem): void {
    nodeFs.stream_ops.fsync = (stream) => {
      this.flushes += 1;
      flush(stream, nodeFs);
      return 0;
    };
  }
}

/** Directories have no descriptor of their own in Emscripten: open them to flush them. */
function flush(stream: Stream, nodeFs: NodeFileSystem): void {
  if (stream.nfd !== undefined && stream.nfd !== null) return fsyncSync(stream.nfd);
  const fd = openSync(nodeFs.realPath(stream.node), 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
