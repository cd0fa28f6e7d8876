export { regionOfArrondissement, regions, type Arrondissement, type Region } from './regions.js';
export { municipalities, municipalityOfNis, type Municipality, type NamedPart, type Nis } from './municipalities.js';
export { type LocalityChoice } from './gazetteer.js';
export { findMunicipality, type MunicipalityAnswer } from './find-municipality.js';
export { type Province } from './outside.js';
export {
  chooseRegions,
  regionGrounds,
  type RegionChoice,
  type RegionFacts,
  type RegionGround,
} from './choose-regions.js';
