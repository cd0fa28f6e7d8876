import type { Step } from './start-demo.js';

/** What the demo says on the console: Dutch, for somebody who tries it and knows nothing of the program. */

export const starting = `
  Meldpunt, om uit te proberen, start. De eerste keer duurt dat tot een minuut.`;

export const steps: Readonly<Record<Step, string>> = {
  bot: '  · de bot en zijn databank',
  examples: '  · de voorbeelden',
  client: '  · de lokale client, in de plaats van Teams',
};

export const guide = (url: string, pages: string): string => `
  Meldpunt, om uit te proberen. Alles blijft op deze computer; de organisaties zijn voorbeelden.

  Open  ${url}

  1  Links “Personal Chat”: schrijf  aanmelden  en vul de drie delen in
     (bv. Leerling Voorbeeld, 5/3/2012, Leuven); druk op “Verzenden”.
  2  “Aanbieder NAFT VBO” (kanaal van de aanbieder): druk op “Gecontacteerd”, daarna “Wachtlijst” of “Plaats”.
  3  “General” (kanaal van het CLB): het bericht toont de nieuwe stand, de antwoorden staan eronder.
  4  “Meldpunt-desk en werkgroep”: schrijf  @Meldpunt meldpunt  om te zien wat het Meldpunt kan.

  5  In “Personal Chat”: schrijf  hulplijnen , of  hulplijnen huiswerklas  (met een tikfout).
     De pagina voor de leraarskamer: ${pages}/hulplijnen/vlaams-brabant-oost
  6  In “Personal Chat”: schrijf  signaal . In “Meldpunt-desk en werkgroep”:  @Meldpunt vergaderingen  plant er drie.

  U bent altijd An Peeters van het CLB. Bram Claes en Dina Maes zijn van NAFT, Chris Jacobs is het Meldpunt.

  Houd de pagina open: de lokale client toont alleen wat binnenkomt terwijl ze open is.
  Stoppen: Ctrl+C. Opnieuw beginnen met lege gegevens: verwijder de map data/demo.
`;

export const stopping = '\n  De demo stopt.';
export const clientGone = '\n  De lokale client is gestopt. De demo stopt ook; start hem opnieuw met  npm run demo .';

/** A variable that has to hold a port, and holds something else. */
export class NoPort extends Error {
  override readonly name = 'NoPort';

  constructor(readonly variable: string) {
    super(`${variable} is no port`);
  }
}

interface Trouble {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly port?: number;
  readonly variable?: string;
}

const sentences: Readonly<Record<string, (trouble: Trouble) => string>> = {
  NoPort: ({ variable }) => `${variable} klopt niet: kies een getal van 1 tot en met 65535.`,
  EADDRINUSE: ({ port }) =>
    `Poort ${port} is bezet. Loopt de demo al in een ander venster? Stop die dan eerst met Ctrl+C.
  Of kies andere poorten, bv.  PORT=4001 CLIENT_PORT=4002 npm run demo`,
  EACCES: () => 'De demo mag de map data/demo niet gebruiken, of de gekozen poort niet. Kies een poort vanaf 1024.',
  DirectoryInUse: () => 'De demo loopt al in een ander venster. Stop die eerst met Ctrl+C.',
  UnusableDirectory: () =>
    'De gegevens van de demo zijn niet te openen. Verwijder de map data/demo en start opnieuw met lege gegevens.',
  ENOSPC: () => 'De schijf van deze computer is vol. Maak plaats en start opnieuw.',
  ClientDidNotStart: ({ message }) => `De lokale client startte niet. Hij zei zelf (in het Engels):\n  ${message}`,
};

/** Why the demo could not start and what to do about it. What nobody foresaw is told as it came, marked as such. */
export function inWords(error: unknown): string {
  const trouble = error as Trouble;
  const sentence = sentences[trouble.code ?? ''] ?? sentences[trouble.name];
  const told =
    sentence?.(trouble) ?? `Er ging iets mis in het programma zelf. Voor wie het bouwt:\n  ${stackOf(error)}`;
  return `\n  De demo kan niet starten.\n  ${told}\n`;
}

const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
