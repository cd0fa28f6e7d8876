export { contributionsOf, countsIn } from './contributions-of.js';
export { figuresFrom, isShown, type Sum } from './figures-from.js';
export { amountsOf, keyOfLine, type Amount, type Line } from './lines.js';
export { countingVersion, cuts, tallies, type CutName, type TallyName } from './tally.js';
export type { CountedInquiry, CountedReferral, CountedTrail, CountedTrajectory, Days, Told } from './trail.js';
