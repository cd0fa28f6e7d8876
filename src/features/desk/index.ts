import type { Feature } from '../../contracts/action.js';

export const desk: Feature = { name: 'desk', actions: [], views: [], jobs: [] };
