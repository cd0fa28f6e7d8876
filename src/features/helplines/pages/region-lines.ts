import type { HelpLine, HelpOrganisation } from '../../../domain/helpline/help-line.js';
import { carePhases, kindsOf, type CarePhase, type HelpLineKind } from '../../../domain/helpline/kinds.js';
import type { Language } from '../../../domain/language.js';
import type { LocalDate } from '../../../domain/local-date.js';
import type { Region } from '../../../lib/region/regions.js';
import type { Visit } from '../../../contracts/page.js';
import type { Html } from '../../../lib/html/html.js';

/** A line as everybody may see it, with the name of who offers it when that is another. */
export interface ShownLine {
  readonly line: HelpLine;
  readonly kind: HelpLineKind;
  readonly organisation: HelpOrganisation | null;
}

/** A care phase with its lines in the order of the kinds, and the kinds of which there is none yet. */
export interface ShownPhase {
  readonly phase: CarePhase;
  readonly lines: readonly ShownLine[];
  readonly without: readonly HelpLineKind[];
}

/** Everything that a region's page shows. */
export interface ShownRegion {
  readonly region: Region;
  readonly phases: readonly ShownPhase[];
  readonly today: LocalDate;
}

/** What the page needs besides the lines. */
export interface Around {
  readonly language: Language;
  /** The QR code that leads to this page. */
  readonly code: Html;
}

/** Puts the lines of a region in their phases. A line without kind has no place here yet. */
export function shownRegion(
  region: Region,
  lines: readonly HelpLine[],
  organisations: readonly HelpOrganisation[],
  today: LocalDate,
): ShownRegion {
  const byId = new Map(organisations.map((one) => [one.id, one]));
  const shown = lines.flatMap((line) =>
    line.kind === null ? [] : [{ line, kind: line.kind, organisation: byId.get(line.organisationId) ?? null }],
  );
  const phases = carePhases.map((phase) => {
    const kinds = kindsOf(phase);
    return {
      phase,
      lines: kinds.flatMap((kind) => shown.filter((one) => one.kind === kind)),
      without: kinds.filter((kind) => !shown.some((one) => one.kind === kind)),
    };
  });
  return { region, phases, today };
}

/** Reads what a region's page shows: lines that can be reached, or soon again. */
export async function readRegion({ read, calendar, now }: Visit, region: Region): Promise<ShownRegion> {
  const lines = await read.helpLines({ region, limit: 10_000 });
  const around = [...new Set(lines.map(({ organisationId }) => organisationId))];
  return shownRegion(region, lines, await read.helpOrganisationsOf(around), calendar.dayOf(now));
}
