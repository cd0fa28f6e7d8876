import { randomUUID } from 'node:crypto';
import { hole, type Filling } from './holes.js';
import type { Row } from './rows.js';

/** Whom generated referrals are of: those of one copy, by hole. */
export interface Directory {
  readonly rows: readonly Row[];
  /** The people and organisations of the n-th referral. */
  peopleOf(n: number): Filling;
}

interface Sizes {
  readonly clbs: number;
  readonly workersEach: number;
  readonly providers: number;
}

const tenant = { tenantId: 'generated', serviceUrl: 'https://smba.trafficmanager.net/emea/' };

const organisation = (kind: string, name: string): Row => ({
  table: 'organisation',
  row: {
    ...{ id: randomUUID(), kind, name, language: 'nl', municipality: kind === 'clb' ? '24062' : null },
    ...{ roundTableBy: 'provider', coordinatorId: null, phone: null, email: null, version: 1 },
  },
});

const person = (name: string): Row => {
  const id = randomUUID();
  const chat = { personalConversationId: `a:${id}`, language: 'nl' };
  return { table: 'person', row: { id, name, aadObjectId: id, teamsId: `29:${id}`, ...tenant, ...chat } };
};

const service = (organisationId: string, name: string, regions: readonly string[]): Row => ({
  table: 'service',
  row: {
    ...{ id: randomUUID(), organisationId, name, regions, minimumAge: null, maximumAge: null, schoolForms: [] },
    ...{ fromFirstSecondary: false, naft: true, fullUntil: null, waitWeeks: null, active: true, version: 1 },
    ...{ about: null, phone: null, email: null, website: null, assuredOn: null },
  },
});

const channel = (organisationId: string, name: string, linkedBy: string, at: Date): Row => ({
  table: 'channel',
  row: {
    ...{ id: randomUUID(), organisationId, ...tenant, conversationId: `19:${organisationId}@thread.tacv2` },
    ...{ scope: 'channel', teamId: null, name, state: 'linked', linkedBy, linkedAt: at, rosterCheckedAt: at },
    version: 1,
  },
});

const membership = (personId: string, channelId: string, at: Date): Row => ({
  table: 'membership',
  row: { personId, channelId, checkedAt: at, rosteredAt: at },
});

const idOf = ({ row }: Row): string => String(row['id']);
const conversationOf = ({ row }: Row): string => String(row['conversationId']);

interface Team {
  readonly organisation: Row;
  readonly channel: Row;
  readonly workers: readonly Row[];
  readonly rows: readonly Row[];
}

function team(kind: string, name: string, size: number, at: Date): Team {
  const own = organisation(kind, name);
  const workers = Array.from({ length: size }, (_, index) => person(`Medewerker ${index + 1} van ${name}`));
  const linked = channel(idOf(own), name, idOf(workers[0] as Row), at);
  const members = workers.map((one) => membership(idOf(one), idOf(linked), at));
  return { organisation: own, channel: linked, workers, rows: [own, ...workers, linked, ...members] };
}

/** Organisations with their teams, channels and services; all of them invented. */
export function directory({ clbs, workersEach, providers }: Sizes, at: Date): Directory {
  const desk = team('desk', 'Meldpunt (gemaakt)', 4, at);
  const schools = Array.from({ length: clbs }, (_, index) =>
    team('clb', `CLB ${index + 1} (gemaakt)`, workersEach, at),
  );
  const offers = Array.from({ length: providers }, (_, index) => {
    const name = `Aanbieder ${index + 1} (gemaakt)`;
    const own = team('provider', name, 4, at);
    return { ...own, service: service(idOf(own.organisation), name, index % 2 === 0 ? ['VBO'] : ['AHV']) };
  });
  const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T;
  return {
    rows: [...[desk, ...schools, ...offers].flatMap(({ rows }) => rows), ...offers.map((one) => one.service)],
    peopleOf(n) {
      const clb = pick(schools, n);
      const offer = pick(offers, Math.floor(n / 3));
      return new Map([
        [hole.clb, idOf(clb.organisation)],
        [hole.referrer, idOf(pick(clb.workers, Math.floor(n / schools.length)))],
        [hole.clbConversation, conversationOf(clb.channel)],
        [hole.provider, idOf(offer.organisation)],
        [hole.service, idOf(offer.service)],
        [hole.worker, idOf(pick(offer.workers, n))],
        [hole.providerConversation, conversationOf(offer.channel)],
        [hole.desk, idOf(desk.organisation)],
        [hole.deskWorker, idOf(pick(desk.workers, n))],
        [hole.deskConversation, conversationOf(desk.channel)],
      ]);
    },
  };
}
