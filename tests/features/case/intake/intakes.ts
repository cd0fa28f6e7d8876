/** Everything an ordinary intake fills in, by form. */
export const ordinary = {
  'describe-pupil': {
    gate: 'yes',
    source: 'clb',
    pupilName: 'Noor Voorbeeld',
    birthDate: '9/3/2012',
    enrolment: 'enrolled',
    schoolForm: 'bso',
    schoolName: 'Atheneum Voorbeeld',
    domicile: 'Kessel-Lo',
    residence: '',
    schoolPlace: '3000',
    clbPlace: 'Leuven',
  },
  'describe-question': {
    problemDomains: 'emotional,educational',
    efforts: 'remedial',
    presence: 'problematic-absence',
    question: 'Rust vinden en weer naar school.',
    stepsTaken: 'Gesprekken met de leerlingenbegeleiding.',
    earlierNaft: 'no',
    wantedForms: 'individual',
    interests: 'Muziek',
    urgency: 'normal',
  },
  'record-consent': {
    pupilConsent: 'yes',
    guardianConsent: 'yes',
    guardianName: 'Ouder Voorbeeld',
    guardianPhone: '0470 12 34 56',
    guardianEmail: '',
    schoolContact: 'Lies, 016 00 00 00',
  },
} as const;

/** All of it at once, as a draft keeps it. */
export const ordinaryTyped: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(ordinary));

/** What was confirmed point by point, before there was one statement to confirm; it stays as good. */
export const pointByPoint = {
  danger: 'no',
  source: 'clb',
  target: 'pupil',
  carePhase: 'extended-care',
  indication: 'yes',
  agreedWithSchool: 'yes',
} as const;

/** What a group fills in instead. */
export const groupTyped: Readonly<Record<string, string>> = {
  gate: 'yes',
  target: 'group',
  groupName: '3de jaar verzorging, klas B',
  groupSize: '18',
  schoolName: 'Atheneum Voorbeeld',
  schoolPlace: 'Leuven',
  clbPlace: 'Leuven',
  problemDomains: 'social',
  efforts: 'preventive',
  question: 'Samen leren in de klas.',
  schoolAgreement: 'yes',
  schoolContact: 'Lies, 016 00 00 00',
};
