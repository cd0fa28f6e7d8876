import { checkDrawings } from '../../support/drawings.js';
import { drawings } from './drawings.js';

checkDrawings(drawings);
