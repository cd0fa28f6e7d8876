export { checkDrawings } from '../../support/drawings.js';
