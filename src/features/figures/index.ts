import type { Feature } from '../../contracts/action.js';
import { choosePeriod } from './choose-period.js';
import { deskFigures } from './desk-figures.js';
import { exportFigures } from './export-figures.js';
import { figuresCsv, figuresWorkbook } from './figures-file.js';
import { figuresFiles } from './figures-files.js';
import { showFigures } from './show-figures.js';

/** What the desk counts: exact figures of any period, on a card and as a file. */
export const figures: Feature = {
  name: 'figures',
  actions: [showFigures, choosePeriod, exportFigures],
  views: [deskFigures, figuresFiles],
  jobs: [],
  documents: [figuresWorkbook, figuresCsv],
};
