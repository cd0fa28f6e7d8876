/**
 * The care phases in which a school looks for help, from near to far (klasse.be, 'Eerste hulp bij schooluitval'; R2).
 * `through-clb` comes only after the CLB was involved.
 */
export const carePhases = ['basic-and-increased', 'extended', 'through-clb', 'step-to-work'] as const;
export type CarePhase = (typeof carePhases)[number];

/**
 * The nineteen kinds of help lines, each in its phase. This is structure only: who they are in a region is filled in by
 * the teams of that region. Their names and descriptions are texts (`helplines.kinds`).
 */
export const phaseOfKind = {
  'pedagogical-guidance': 'basic-and-increased',
  'pupils-union': 'basic-and-increased',
  'parents-umbrella': 'basic-and-increased',
  'network-coordinator': 'basic-and-increased',
  'local-government': 'basic-and-increased',
  'local-initiative': 'basic-and-increased',
  'support-centre': 'extended',
  clb: 'extended',
  naft: 'through-clb',
  'day-programme': 'through-clb',
  'one-family-one-plan': 'through-clb',
  police: 'through-clb',
  'jac-caw': 'through-clb',
  tejo: 'through-clb',
  cgg: 'through-clb',
  'society-service': 'through-clb',
  'vdab-youth': 'step-to-work',
  'work-guidance': 'step-to-work',
  'starter-job': 'step-to-work',
} as const satisfies Readonly<Record<string, CarePhase>>;

export type HelpLineKind = keyof typeof phaseOfKind;

export const helpLineKinds = Object.keys(phaseOfKind) as readonly HelpLineKind[];

/** The kinds of a phase, in the order of the source. */
export const kindsOf = (phase: CarePhase): HelpLineKind[] =>
  helpLineKinds.filter((kind) => phaseOfKind[kind] === phase);
