export { findingKinds, type Finding, type FindingKind, type KnownNames } from './finding.js';
export { findPersonalData } from './find-personal-data.js';
