const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/** One block of 64 bytes into the running five words (RFC 3174). */
function digestBlock(state: readonly number[], block: DataView): number[] {
  const words = Array.from({ length: 80 }, () => 0);
  for (let i = 0; i < 16; i++) words[i] = block.getInt32(i * 4);
  for (let i = 16; i < 80; i++) words[i] = rotate(words[i - 3]! ^ words[i - 8]! ^ words[i - 14]! ^ words[i - 16]!, 1);
  let [a, b, c, d, e] = state as [number, number, number, number, number];
  for (let i = 0; i < 80; i++) {
    const [mixed, constant] = roundOf(i, b, c, d);
    const next = (rotate(a, 5) + mixed + e + constant + words[i]!) | 0;
    [a, b, c, d, e] = [next, a, rotate(b, 30), c, d];
  }
  return [a, b, c, d, e].map((word, i) => (word + state[i]!) | 0);
}

function roundOf(i: number, b: number, c: number, d: number): [number, number] {
  if (i < 20) return [(b & c) | (~b & d), 0x5a827999];
  if (i < 40) return [b ^ c ^ d, 0x6ed9eba1];
  if (i < 60) return [(b & c) | (b & d) | (c & d), 0x8f1bbcdc];
  return [b ^ c ^ d, 0xca62c1d6];
}

function sha1(message: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  padded.set(message);
  padded[message.length] = 0x80;
  new DataView(padded.buffer).setUint32(padded.length - 4, message.length * 8);
  let state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0].map((word) => word | 0);
  for (let at = 0; at < padded.length; at += 64) state = digestBlock(state, new DataView(padded.buffer, at, 64));
  const digest = new DataView(new ArrayBuffer(20));
  state.forEach((word, i) => digest.setInt32(i * 4, word));
  return new Uint8Array(digest.buffer);
}

const bytesOfUuid = (uuid: string): number[] =>
  (uuid.replaceAll('-', '').match(/../g) ?? []).map((pair) => parseInt(pair, 16));

/** ASCII is enough for the names we give to parts; other signs are spelled out first. */
const bytesOfName = (name: string): number[] => [...encodeURIComponent(name)].map((sign) => sign.charCodeAt(0));

/**
 * The uuid that always belongs to this name under this uuid (RFC 9562, version 5): parts of a record that are not stored
 * by themselves keep the same id at every export. Written out here because the domain imports nothing.
 */
export function nameUuid(space: string, name: string): string {
  const digest = sha1(Uint8Array.from([...bytesOfUuid(space), ...bytesOfName(name)])).slice(0, 16);
  digest[6] = (digest[6]! & 0x0f) | 0x50;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
