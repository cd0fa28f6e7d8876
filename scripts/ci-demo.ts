import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../tests/support/free-port.js';
import { startDemo } from './demo/start-demo.js';
import { LOCAL_BOT, LOCAL_PEOPLE, LOCAL_CONVERSATIONS, LOCAL_TENANT } from './local-client.js';

const said = (clientUrl: string) => ({
  type: 'message',
  id: `ci-${process.pid}`,
  channelId: 'msteams',
  serviceUrl: `${clientUrl}/_connector`,
  from: { id: LOCAL_PEOPLE.an.id, aadObjectId: LOCAL_PEOPLE.an.aadObjectId, name: LOCAL_PEOPLE.an.name },
  recipient: LOCAL_BOT,
  conversation: { id: LOCAL_CONVERSATIONS.personal.id, conversationType: 'personal', tenantId: LOCAL_TENANT },
  channelData: { tenant: { id: LOCAL_TENANT } },
  locale: 'nl-BE',
  text: 'help',
});

/** Starts the demo as a newcomer does, speaks to it, and sees its health. */
async function main(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'meldpunt-demo-'));
  const demo = await startDemo({ directory, botPort: 0, clientPort: await freePort() });
  try {
    const bot = `http://127.0.0.1:${demo.app.port}`;
    const answer = await fetch(`${bot}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(said(demo.url)),
    });
    const health = await fetch(`${bot}/health`);
    const page = await fetch(demo.url);
    const lines = await fetch(`${bot}/hulplijnen/vlaams-brabant-oost`);
    console.log(
      `demo: message ${answer.status}, health ${health.status}, help lines ${lines.status}, client ${page.status}`,
    );
    if (!answer.ok || !health.ok || !lines.ok || !page.ok) throw new Error('the demo does not answer');
  } finally {
    await demo.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
