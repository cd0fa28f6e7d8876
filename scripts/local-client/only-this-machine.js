import { Server } from 'node:net';

/*
 * Loaded into the local client before its own code (`--import`). The client has no sign-in and no setting for the
 * address it listens on: it takes every address of the machine, so that everybody on the network could read the
 * conversations and write in them. Here every server of its process is put on 127.0.0.1, whatever it asks for.
 */
const host = '127.0.0.1';
const { listen } = Server.prototype;

/** All forms of `listen` that end at a port; a socket on disk (a path) is of this machine already. */
Server.prototype.listen = function (...given) {
  const [first] = given;
  const callback = given.find((each) => typeof each === 'function');
  if (typeof first === 'object' && first !== null)
    return listen.call(this, 'port' in first ? { ...first, host } : first, callback);
  const isPath = typeof first === 'string' && !/^\d+$/.test(first);
  if (isPath) return listen.apply(this, given);
  const port = typeof first === 'function' ? 0 : Number(first ?? 0);
  return listen.call(this, { port, host }, callback);
};

// The demo holds the other end: when that is gone, however it ended, so is the client.
process.once('disconnect', () => process.exit());
