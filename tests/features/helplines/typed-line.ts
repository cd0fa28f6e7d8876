import type { Outcome, Refusal } from '../../../src/contracts/outcome.js';
import type { HelpLine } from '../../../src/domain/helpline/help-line.js';
import type { HelpLineId } from '../../../src/domain/ids.js';
import { outcomeOf } from '../../support/given.js';
import { caw, jac, uuid } from './world.js';

/** The id that the form of a new line was given. */
export const newId = uuid<HelpLineId>('79');
/** A new line as its form is filled in. */
const typed = {
  kind: 'tejo',
  name: 'TEJO Voorbeeld',
  organisation: '',
  description: '',
  phone: '+32 (0)16 55 66 77',
  email: '',
  website: 'www.voorbeeld.example',
  address: 'Kerkstraat 1, 3000 Leuven',
  hours: 'wo 13–17 u.',
  ages: '10–20',
  howToRefer: '',
  regions: 'VBO,AHV',
};
/** The form of the JAC with nothing changed in it. */
export const asNow = {
  kind: 'jac-caw',
  name: jac.name,
  organisation: caw.name,
  description: jac.description!,
  phone: jac.phone!,
  email: jac.email!,
  website: jac.website!,
  address: 'Kerkstraat 1, 3000 Leuven',
  hours: 'ma–vr 9–12 u., 13–16.30 u.',
  ages: '12–25',
  howToRefer: jac.howToRefer!,
  regions: 'VBO',
};
/** What the form of a new line sends. */
export const fresh = { lineId: newId, fresh: 'yes', ...typed };
/** When the form of the JAC was opened. */
export const seen = jac.updatedAt.toISOString();
/** The line that an outcome stores. */
export const lineIn = (verdict: Outcome | Refusal): HelpLine | undefined => {
  const put = (outcomeOf(verdict).changes ?? []).find((one) => 'put' in one && one.put === 'helpLine');
  return put && 'put' in put && put.put === 'helpLine' ? put.row : undefined;
};
