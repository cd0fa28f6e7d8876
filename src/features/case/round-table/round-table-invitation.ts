import { z } from 'zod';
import { document } from '../../../contracts/document.js';
import { id } from '../../../contracts/id.js';
import type { RoundTableFacts } from '../../../contracts/round-table.js';
import type { RoundTableId } from '../../../domain/ids.js';
import type { Organisation } from '../../../domain/organisation.js';
import type { RoundTableAppointment } from '../../../domain/round-table/appointment.js';
import type { Organiser } from '../../../domain/round-table/round-table.js';
import type { CalendarParty } from '../../../contracts/document.js';
import { texts } from '../../../texts/index.js';
import { tableLine, venueWord } from '../../../texts/round-table-words.js';

interface InvitationFacts extends RoundTableFacts {
  readonly appointment: RoundTableAppointment;
}

/**
 * A round table for one's own calendar (.ics). Opened again after a change, or when it is off, it replaces the appointment that
 * was taken over before. Nothing of a pupil in it: reference, organisations, where.
 */
export const roundTableInvitation = document({
  slug: 'round-table-invitation',
  params: z.object({ roundTableId: id<RoundTableId>() }),
  async load(read, { roundTableId }): Promise<InvitationFacts | null> {
    const facts = await read.roundTable(roundTableId);
    const appointment = facts?.table.appointment ?? null;
    return facts === null || appointment === null ? null : { ...facts, appointment };
  },
  fill(facts, { language }) {
    const { table, appointment, referral, clb, provider } = facts;
    const say = texts(language);
    const { reference } = referral;
    const where = [venueWord(appointment.venue, facts, language), appointment.location ?? ''];
    const [organiser, other] = organiserOf(facts) === 'clb' ? [clb, provider] : [provider, clb];
    return {
      kind: 'invitation',
      fileName: say('round-table.round-table-invitation.file', { reference }),
      uid: `round-table-${table.id}@meldpunt`,
      sequence: appointment.sequence,
      cancelled: table.state === 'to-plan' || table.state === 'dropped',
      start: appointment.startsAt,
      end: appointment.endsAt,
      title: say('round-table.round-table-invitation.title', { reference }),
      location: where.filter((one) => one !== '').join(', '),
      description: [
        say(`round-table.kind.${table.kind}`),
        tableLine(table.organiser, reference, facts, language),
        ...(appointment.url === null ? [] : [appointment.url]),
      ].join('\n'),
      organiser: partyOf(organiser),
      attendees: [partyOf(other)],
      stamp: appointment.setAt,
    };
  },
});

/**
 * Whoever set the appointment called it together, also once the next one is planned by the other side: calendars take a
 * cancellation from its own organiser only (RFC 5546, 3.2.5). The desk sets it in the name of who organises.
 */
const organiserOf = ({ table, appointment: { setBy } }: InvitationFacts): Organiser =>
  setBy === 'clb' || setBy === 'provider' ? setBy : table.organiser;

const partyOf = (organisation: Organisation | null): CalendarParty => ({
  name: organisation?.name ?? '',
  email: organisation?.email ?? null,
});
