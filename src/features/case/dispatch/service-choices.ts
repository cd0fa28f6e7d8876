import { ageBands, type AgeBand } from '../../../domain/age.js';
import { availabilityOf, misfits, type Availability, type Misfit } from '../../../domain/fit.js';
import type { Counted } from '../../../contracts/counted-services.js';
import type { Language } from '../../../domain/language.js';
import { isFullOn, type Service } from '../../../domain/organisation.js';
import type { Referral } from '../../../domain/case/referral.js';
import { day } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';

/** The ages of a band; of the open ones the nearest whole ages. */
const agesOf: Readonly<Record<AgeBand, readonly [number, number]>> = {
  'under-12': [2, 11],
  '12-13': [12, 13],
  '14-15': [14, 15],
  '16-17': [16, 17],
  '18-plus': [18, 25],
};

/** Why a service does not fit a referral, from its codes alone: an age only when the whole band lies outside (R7, R8). */
export function misfitsOf(service: Service, referral: Referral): Misfit[] {
  const band = ageBands.find((one) => one === referral.ageBand);
  const [youngest, oldest] = band === undefined ? [null, null] : agesOf[band];
  const facts = {
    target: referral.target,
    regions: referral.region === 'outside' ? [] : [referral.region],
    schoolForm: referral.schoolForm,
    startedSecondary: referral.schoolForm === 'primary' ? false : null,
  };
  const ofOldest = misfits(service, { ...facts, age: oldest });
  return misfits(service, { ...facts, age: youngest }).filter((one) => ofOldest.includes(one));
}

interface Shown {
  readonly language: Language;
  /** Today. */
  readonly day: string;
}

/** The services as choices: what fits first, what is full last, each with its honest availability and why it may not fit. */
export function serviceChoices(referral: Referral, services: readonly Counted[], shown: Shown) {
  const listed = services.map(({ service, waiting }) => ({ service, waiting, why: misfitsOf(service, referral) }));
  const isFull = ({ service }: (typeof listed)[number]): boolean => isFullOn(service, shown.day);
  const fitting = listed.filter((one) => one.why.length === 0 && !isFull(one));
  const others = listed.filter((one) => one.why.length > 0 && !isFull(one));
  return [...fitting, ...others, ...listed.filter(isFull)].map(({ service, waiting, why }) => ({
    title: [
      service.name,
      availabilityWords(availabilityOf(service, waiting, shown.day), shown),
      ...misfitWords(why, shown.language),
    ].join(' · '),
    value: service.id,
  }));
}

function availabilityWords(availability: Availability, { language, day: today }: Shown): string {
  const say = texts(language);
  switch (availability.kind) {
    case 'place':
      return say('dispatch.assign-provider.availability.place');
    case 'full':
      return say('dispatch.assign-provider.availability.full', { day: day(availability.until, language, today) });
    case 'waitlist':
      return availability.weeks === null
        ? say('dispatch.assign-provider.availability.waitlist', { waiting: availability.waiting })
        : say('dispatch.assign-provider.availability.waitlist-weeks', { weeks: availability.weeks });
    case 'unknown':
      return say('dispatch.assign-provider.availability.unknown');
  }
}

const misfitWords = (why: readonly Misfit[], language: Language): string[] => {
  const say = texts(language);
  const words = why.map((one) => say(`dispatch.assign-provider.misfits.${one}`)).join(', ');
  return why.length === 0 ? [] : [say('dispatch.assign-provider.misfit', { why: words })];
};
