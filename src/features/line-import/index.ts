import type { Feature } from '../../contracts/action.js';
import { applyLineImport } from './apply-line-import.js';
import { dropLineImport } from './drop-line-import.job.js';
import { importLines } from './import-lines.js';
import { keepLineImport } from './keep-line-import.js';
import { lookThroughImport } from './look-through-import.job.js';
import { lineImportDone } from './line-import-done.js';
import { lineImportDoor } from './line-import-door.js';
import { importPages } from './pages/import-pages.js';

/** Help lines from an HSDS 3 file: looked at on a web page first, then taken in. */
export const lineImport: Feature = {
  name: 'line-import',
  actions: [importLines],
  reactions: [keepLineImport, applyLineImport],
  views: [lineImportDoor, lineImportDone],
  jobs: [lookThroughImport, dropLineImport],
  pages: importPages,
};
