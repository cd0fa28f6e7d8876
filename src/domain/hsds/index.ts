export { appliedPlan, type AppliedLine, type AppliedPlan } from './applied-plan.js';
export { hsdsPage, type HsdsPage } from '../../lib/hsds/hsds-page.js';
export { takesFile, type FieldDifference, type Preference } from '../../lib/hsds/merge-fields.js';
export { planImport, type Here, type ImportPlan } from './plan-import.js';
export { type IncomingService, type LineKey, type PlannedLine } from './plan-line.js';
export { type PlannedOrganisation } from './plan-organisation.js';
export { type HsdsRecord } from '../../lib/hsds/record.js';
export { fullOrganisationRecord, serviceRecord, type Exporting, type FullLine } from './service-record.js';
export { type HsdsTerms } from './terms.js';
