import { foldedWords } from '../folded-words.js';
import { carePhases, helpLineKinds, phaseOfKind, type CarePhase, type HelpLineKind } from '../helpline/kinds.js';
import type { Lens } from './lens.js';
import { nameUuid } from '../../lib/hsds/name-uuid.js';
import { listOf, recordOf, textOf, withList, type HsdsRecord } from '../../lib/hsds/record.js';
import type { HsdsTerms } from './terms.js';

/** The name of our taxonomy, as it stands in each term; the same in every language. */
export const taxonomyName = 'Meldpunt care phase';
/** The id of our taxonomy; those of its terms follow from it. */
export const taxonomyId = '6f1c1e0a-5d0b-5b7c-9a44-3f0b8d2a7c11';

const termId = (code: string): string => nameUuid(taxonomyId, code);

/** A term of our taxonomy: a care phase, or a kind of help line below its phase. */
export function termOf(code: CarePhase | HelpLineKind, terms: HsdsTerms): HsdsRecord {
  const phase = code in phaseOfKind ? phaseOfKind[code as HelpLineKind] : null;
  const { name, about } = phase === null ? terms.phases[code as CarePhase] : terms.kinds[code as HelpLineKind];
  return {
    id: termId(phase === null ? `phase ${code}` : code),
    code,
    name,
    description: about,
    ...(phase === null ? {} : { parent_id: termId(`phase ${phase}`) }),
    taxonomy: taxonomyName,
    taxonomy_id: taxonomyId,
    taxonomy_detail: { id: taxonomyId, name: taxonomyName, description: terms.taxonomy.about, version: '1' },
    language: 'nl',
  };
}

const isOurs = (attribute: HsdsRecord): boolean => recordOf(attribute, 'taxonomy_term')?.['taxonomy'] === taxonomyName;

/** The kind that a term says: by its code in our taxonomy, or by a name we know in any other. */
function kindSaid(attribute: HsdsRecord, { kinds, otherNames }: HsdsTerms): HelpLineKind | null {
  const term = recordOf(attribute, 'taxonomy_term') ?? {};
  const code = textOf(term, 'code');
  if (isOurs(attribute)) return helpLineKinds.find((kind) => kind === code) ?? null;
  const said = foldedWords(textOf(term, 'name') ?? '').join(' ');
  const names = (kind: HelpLineKind) => [kinds[kind].name, ...otherNames[kind]];
  return helpLineKinds.find((kind) => names(kind).some((name) => foldedWords(name).join(' ') === said)) ?? null;
}

const isPhase = (attribute: HsdsRecord): boolean =>
  isOurs(attribute) && carePhases.some((phase) => phase === recordOf(attribute, 'taxonomy_term')?.['code']);

const attributeOf = (code: CarePhase | HelpLineKind, id: string, terms: HsdsTerms): HsdsRecord => {
  const term = termOf(code, terms);
  return {
    id: nameUuid(id, `attribute ${code}`),
    link_id: id,
    link_type: 'service',
    link_entity: 'service',
    taxonomy_term_id: term['id'],
    taxonomy_term: term,
  };
};

/** The kind of help line and its care phase, as two terms. Terms of other taxonomies stay. */
export const kindLens: Lens<HelpLineKind | null> = {
  get: (service, { terms }) =>
    listOf(service, 'attributes')
      .map((attribute) => kindSaid(attribute, terms))
      .find((kind) => kind !== null) ?? null,
  put(service, kind, { id, terms }) {
    const others = listOf(service, 'attributes').filter(
      (one) => !isPhase(one) && !(isOurs(one) && kindSaid(one, terms) !== null),
    );
    const own = kind === null ? [] : [phaseOfKind[kind], kind].map((code) => attributeOf(code, id, terms));
    return withList(service, 'attributes', [...own, ...others]);
  },
};
