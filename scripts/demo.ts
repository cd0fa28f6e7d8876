import { spawn } from 'node:child_process';
import { startDemo } from './demo/start-demo.js';

const guide = (url: string, pages: string): string => `
  Meldpunt, om uit te proberen. Alles blijft op deze computer; de organisaties zijn voorbeelden.

  Open  ${url}

  1  Links “Personal Chat”: schrijf  aanmelden  en druk op “Verdergaan”.
     Vul de zes stappen in (bv. Leerling Voorbeeld, 5/3/2012, Leuven) en druk op “Verzenden”.
  2  “Aanbieder NAFT VBO” (kanaal van de aanbieder): druk op “Gecontacteerd”, daarna “Wachtlijst” of “Plaats”.
  3  “General” (kanaal van het CLB): het bericht toont de nieuwe stand, de antwoorden staan eronder.
  4  “Meldpunt-desk en werkgroep”: schrijf  @Meldpunt meldpunt  om te zien wat het Meldpunt kan.

  5  In “Personal Chat”: schrijf  hulplijnen , of  hulplijnen huiswerklas  (met een tikfout).
     De pagina voor de leraarskamer: ${pages}/hulplijnen/vlaams-brabant-oost
  6  In “Personal Chat”: schrijf  signaal . In “Meldpunt-desk en werkgroep”:  @Meldpunt vergaderingen  plant er drie.

  Houd de pagina open: de lokale client toont alleen wat binnenkomt terwijl ze open is.
  Stoppen: Ctrl+C. Opnieuw beginnen met lege gegevens: verwijder de map data/demo.
`;

/** Opens the page in the newcomer's browser where that is possible; the address is printed anyway. */
function openBrowser(url: string): void {
  if (process.env['CI'] || process.env['NO_BROWSER']) return;
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  const child = spawn(command!, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined); // no browser here: the address stands on the console
  child.unref();
}

async function main(): Promise<void> {
  const port = (name: string, otherwise: number): number => Number(process.env[name] || otherwise);
  const demo = await startDemo({
    directory: 'data/demo',
    botPort: port('PORT', 3978),
    clientPort: port('CLIENT_PORT', 56150),
  });
  console.log(guide(demo.url, `http://127.0.0.1:${demo.app.port}`));
  openBrowser(demo.url);
  const stop = (): void => void demo.stop().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exit(1);
});
