import type { Typed } from '../../../../src/domain/draft.js';

/** What a CLB worker typed about a pupil, as it is sealed with the referral. */
export const pupilTyped: Typed = {
  pupilName: 'Noor _van_ Acker',
  birthDate: '3/9/2012',
  enrolment: 'enrolled',
  schoolForm: 'bso',
  schoolName: 'Atheneum Voorbeeld',
  domicile: 'Kessel-Lo',
  residence: '',
  schoolPlace: 'Leuven',
  question: 'Noor komt moeilijk tot rust in de klas.\nWe zoeken een plek waar dat kan.',
  stepsTaken: 'Gesprekken met leerlingenbegeleiding en een aangepast uurrooster.',
  interests: 'dieren',
  earlierNaft: 'no',
  pupilConsent: 'yes',
  guardianConsent: 'not-applicable',
  guardianConsentWhy: 'woont zelfstandig',
  guardianName: 'Mia Acker',
  guardianPhone: '0470 00 00 00',
  guardianEmail: 'mia@example.org',
  schoolContact: 'Jan Peers, leerlingenbegeleider',
};

export const groupTyped: Typed = {
  groupName: 'klas 2A',
  groupSize: '18',
  schoolName: 'Atheneum Voorbeeld',
  schoolPlace: 'Aarschot of zo',
  question: 'De sfeer in de klas is vastgelopen.',
  schoolAgreement: 'yes',
  schoolContact: 'Jan Peers',
};
