/**
 * Writes THIRD-PARTY-NOTICES.md: what others made and we bring to a server, each with its licence, as package-lock.json says it. `npm run notices`.
 */
import { writeFileSync } from 'node:fs';
import { noticesPage } from './notices/notices-page.js';

writeFileSync('THIRD-PARTY-NOTICES.md', noticesPage());
