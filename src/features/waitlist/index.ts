import type { Feature } from '../../contracts/action.js';

export const waitlist: Feature = { name: 'waitlist', actions: [], views: [], jobs: [] };
