import { formTo } from '../../domain/reference-to.js';

/** The form with a worker's own details. */
export const workerForms = { details: formTo<{ readonly all?: 'yes' }>('edit-my-details') } as const;
