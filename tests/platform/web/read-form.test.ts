import { expect, test } from '@jest/globals';
import { readForm } from '../../../src/platform/web/read-form.js';

const posted = (file: Buffer) => {
  const head = '--grens\r\nContent-Disposition: form-data; name="bestand"; filename="lijst.json"\r\n\r\n';
  const body = Buffer.concat([Buffer.from(head), file, Buffer.from('\r\n--grens--\r\n')]);
  return { headers: { 'content-type': 'multipart/form-data; boundary=grens' }, body } as never;
};

test.each([
  ['utf-8', Buffer.from('{"name":"Café Šabac"}', 'utf8'), '{"name":"Café Šabac"}'],
  ['latin-1', Buffer.from('{"name":"Café"}', 'latin1'), '{"name":"Café"}'],
  ['what Windows wrote', Buffer.from([0x93, 0x43, 0x61, 0x66, 0xe9, 0x94, 0x80]), '“Café”€'],
  ['utf-16', Buffer.from('\uFEFF{"name":"Café"}', 'utf16le'), '{"name":"Café"}'],
])('a file in %s is read with its letters', async (_name, bytes, text) => {
  const { file } = await readForm(posted(bytes), 10_000);
  expect(file?.text).toBe(text);
});
