import { z } from 'zod';
import { isLocalDate } from '../../domain/local-date.js';

const localDay = z.string().refine(isLocalDate);

/** The days of a period on a button or in a link: `until` is the first day after it. */
export const periodParams = z.object({ from: localDay, until: localDay }).refine(({ from, until }) => from < until);
