import type { ViewContext } from '../../contracts/action.js';
import type { Read } from '../../contracts/read.js';
import { FiguresBehind, type Figures } from '../../domain/figures/index.js';
import type { FigureNames } from '../../texts/figure-words.js';
import type { PeriodParams } from './figure-cards.js';

/** The exact figures of a period, with the names that stand in them. */
export interface FiguresIn extends PeriodParams {
  /** Null while they are still being counted. */
  readonly figures: Figures | null;
  readonly names: FigureNames;
}

/** Loads the figures of a period: nothing is hidden, so this is for the desk only. */
export async function figuresIn(
  read: Read,
  { from, until }: PeriodParams,
  { calendar }: ViewContext,
): Promise<FiguresIn> {
  const period = { from: calendar.at(from, 0, 0), until: calendar.at(until, 0, 0) };
  return { from, until, figures: await counted(read, period), names: await namesOf(read) };
}

async function counted(read: Read, period: { readonly from: Date; readonly until: Date }): Promise<Figures | null> {
  try {
    return await read.figures(period);
  } catch (error) {
    if (error instanceof FiguresBehind) return null;
    throw error;
  }
}

async function namesOf(read: Read): Promise<FigureNames> {
  const providers = await read.organisations('provider');
  const services = await Promise.all(providers.map(({ id }) => read.servicesOf(id)));
  return new Map([...providers, ...services.flat()].map(({ id, name }) => [id as string, name]));
}
