import type { Feature } from '../../contracts/action.js';
import { findServices } from './find-services.js';
import { listServices } from './list-services.js';
import { cataloguePages } from './pages/catalogue-pages.js';
import { serviceCard } from './service-card.js';
import { serviceList } from './service-list.js';

/** The offer, known to all: what each project does, for whom, and what may be expected of it today. */
export const catalogue: Feature = {
  name: 'catalogue',
  actions: [listServices, findServices],
  views: [serviceList, serviceCard],
  jobs: [],
  pages: cataloguePages,
};
