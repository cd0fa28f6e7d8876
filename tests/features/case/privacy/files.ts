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

/** Everything as long as it may be. */
export const longTyped: Typed = {
  ...pupilTyped,
  pupilName: 'Marie-Antoinette Vandenberghe-Vanden Broucke de Saint-Hilaire',
  schoolName: 'Provinciaal Technisch Instituut voor Land- en Tuinbouw Sint-Bartholomeus',
  domicile: 'Sint-Katherina-Lombeek',
  question:
    'Het lukt al twee trimesters niet om hele dagen op school te blijven; thuis is het onrustig, en elke maandag begint met buikpijn. We zoeken een plek waar dat mag, kort bij huis, met mensen die traag kunnen beginnen.',
  guardianName: 'Marie-Christine Vanden Broucke en Jean-Baptiste Vandenberghe',
  guardianEmail: 'marie-christine.vandenbroucke-vandenberghe@heellangedomeinnaam.example',
  schoolContact: 'Annemarie Vanhoutte-Debruyne, 016 00 00 00, annemarie.vanhoutte-debruyne@school.example',
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
