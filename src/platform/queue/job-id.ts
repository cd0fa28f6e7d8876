import { randomBytes } from 'node:crypto';

let lastMs = 0;
let counter = 0;

/**
 * A uuid (version 7) that sorts after every one made before in this process.
 * Why: jobs of one transaction can share their creation time, and then pg-boss orders by id; random ids would shuffle
 * the messages of one conversation. `nowMs` is the wall clock; a clock set back does not break the order.
 */
export function nextJobId(nowMs: number = Date.now()): string {
  if (nowMs > lastMs) {
    lastMs = nowMs;
    counter = 0;
  } else {
    counter += 1;
    if (counter > 0xfff) {
      lastMs += 1;
      counter = 0;
    }
  }
  return format(lastMs, counter, randomBytes(8));
}

function format(ms: number, sequence: number, random: Buffer): string {
  const time = ms.toString(16).padStart(12, '0');
  random[0] = (random.readUInt8(0) & 0x3f) | 0x80;
  const tail = random.toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}
