import type { HsdsTerms, Term } from '../domain/hsds/terms.js';
import { carePhases, helpLineKinds } from '../domain/helpline/kinds.js';
import { regions } from '../lib/region/regions.js';
import { textAt, texts } from './index.js';

const t = texts('nl');

const byCode = <Code extends string, T>(codes: readonly Code[], of: (code: Code) => T): Record<Code, T> =>
  Object.fromEntries(codes.map((code) => [code, of(code)])) as Record<Code, T>;

/** The words of our taxonomy, in Dutch: a directory speaks the language of the people it is about. */
export const hsdsTerms: HsdsTerms = {
  taxonomy: { name: 'Meldpunt care phase', about: t('line-import.terms.taxonomy') },
  phases: byCode(carePhases, (phase): Term => ({
    name: t(`helplines.phases.${phase}.name`),
    about: t(`helplines.phases.${phase}.about`),
  })),
  kinds: byCode(helpLineKinds, (kind): Term => ({
    name: t(`helplines.kinds.${kind}.name`),
    about: t(`helplines.kinds.${kind}.about`),
  })),
  otherNames: byCode(helpLineKinds, (kind) => [texts('en')(`helplines.kinds.${kind}.name`)]),
  regions: byCode(regions, (region) => t(`common.common.region.${region}`)),
  languageName: (code) => textAt('nl', `helplines.languages.${code}`) ?? code,
  desk: t('line-import.terms.desk'),
};
