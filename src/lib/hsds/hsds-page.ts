import type { HsdsRecord } from './record.js';

/** A page of records as the HSDS API gives lists. Page numbers start at 1. */
export interface HsdsPage {
  readonly total_items: number;
  readonly total_pages: number;
  readonly page_number: number;
  readonly size: number;
  readonly first_page: boolean;
  readonly last_page: boolean;
  readonly empty: boolean;
  readonly contents: readonly HsdsRecord[];
}

/** A page of so many records out of all; `contents` are those of this page. A list of nothing is one empty page. */
export function hsdsPage(contents: readonly HsdsRecord[], total: number, number = 1, perPage = total): HsdsPage {
  const pages = Math.max(1, Math.ceil(total / Math.max(1, perPage)));
  return {
    total_items: total,
    total_pages: pages,
    page_number: number,
    size: contents.length,
    first_page: number === 1,
    last_page: number >= pages,
    empty: contents.length === 0,
    contents,
  };
}
