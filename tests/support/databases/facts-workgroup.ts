import type { Read } from '../../../src/contracts/read.js';
import { helpLineStatuses, type HelpLine } from '../../../src/domain/helpline/help-line.js';
import type { PersonId } from '../../../src/domain/ids.js';
import type { Meeting } from '../../../src/domain/workgroup/meeting.js';

type NameOf = (id: PersonId | null) => Promise<string | null>;

/** Help lines, signals, meetings and surveys of a database, in names and references instead of ids. */
export async function workgroupFacts(read: Read, nameOf: NameOf) {
  const lines = await read.helpLines({ statuses: helpLineStatuses, limit: 1000 });
  return {
    helpLines: await Promise.all(lines.map((line) => lineFacts(read, nameOf, line))),
    signals: await signalFacts(read, nameOf),
    meetings: await Promise.all((await read.meetings()).map((meeting) => meetingFacts(read, nameOf, meeting))),
    pointsForLater: (await read.agendaItems(null)).map(({ text }) => text),
    surveys: await surveyFacts(read),
  };
}

async function lineFacts(read: Read, nameOf: NameOf, line: HelpLine) {
  const { id, name, kind, phone, status, regions, weeklyHours, minimumAge, maximumAge, assuredOn, keeperId } = line;
  const changes = await read.lineChanges(id);
  const reports = await read.lineReports(id);
  return {
    ...{ name, kind, phone, status, regions, weeklyHours, minimumAge, maximumAge, assuredOn },
    organisation: (await read.helpOrganisation(line.organisationId))?.name,
    keeper: await nameOf(keeperId),
    changes: changes.map(({ what }) => what),
    reports: reports.map(({ reason, note, state, answer }) => ({ reason, note, state, answer })),
  };
}

async function signalFacts(read: Read, nameOf: NameOf) {
  const signals = await read.signals({ limit: 1000 });
  const votes = await read.votes(signals.map(({ id }) => id));
  const facts = await Promise.all(
    signals.map(async ({ id, reference, kind, text, region, ageGroup, state, rule, counts, ...signal }) => ({
      ...{ reference, kind, text, region, ageGroup, state, rule, counts, answer: signal.answer },
      ...{ deliveredTo: signal.deliveredTo, closedBecause: signal.closedBecause },
      sender: await nameOf(signal.personId),
      mergedInto: signal.mergedInto === null ? null : (await read.signal(signal.mergedInto))?.reference,
      support: votes.get(id)?.length ?? 0,
    })),
  );
  return facts.sort((one, other) => one.reference.localeCompare(other.reference));
}

async function meetingFacts(read: Read, nameOf: NameOf, meeting: Meeting) {
  const { id, schoolYear, number, startsAt, endsAt, location, state, sequence, reminded } = meeting;
  const items = await read.agendaItems(id);
  const votes = await read.votes(items.map((item) => item.id));
  return {
    ...{ schoolYear, number, startsAt, endsAt, place: location, state, sequence, reminded },
    items: items
      .map((item) => ({
        ...{ kind: item.kind, text: item.text, state: item.state, notes: item.notes },
        support: votes.get(item.id)?.length ?? 0,
      }))
      .sort((one, other) => one.text.localeCompare(other.text)),
    participants: (await read.participants(id)).map(({ name, organisation, guest, answer, attended }) => ({
      ...{ name, organisation, guest, answer, attended },
    })),
    decisions: await Promise.all(
      (await read.decisions({ meetingId: id })).map(async ({ text, ownerId, ownerName, dueOn, state: standing }) => ({
        ...{ text, owner: (await nameOf(ownerId)) ?? ownerName, dueOn, state: standing },
      })),
    ),
  };
}

async function surveyFacts(read: Read) {
  const surveys = await read.surveys();
  return Promise.all(
    surveys.map(async ({ id, schoolYear, state, opensOn, closesOn }) => {
      const people = await read.surveyPeople(id);
      const answers = (await read.surveyAnswers(id)).map((one) => JSON.stringify(one.answers));
      return {
        ...{ schoolYear, state, opensOn, closesOn, asked: people.length },
        answered: people.filter(({ answered }) => answered).length,
        answers: answers.sort().map((one) => JSON.parse(one) as unknown),
      };
    }),
  );
}
