/** What somebody asks a page. */
export interface PageRequest {
  /** What stands for `:name` in the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Names in lower case; a header that came twice is joined with a comma. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The body of a POST, at most the page's `largestBody`; empty for a GET. */
  readonly body: Uint8Array;
}

export interface PageAnswer {
  readonly status: number;
  /** The content type, with its charset for text. */
  readonly type: string;
  readonly body: string | Uint8Array;
  /** Added to, or put over, the headers that protect every page. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A page of the web server. What it throws is logged without its message and answered with an apology. */
export interface Page {
  /** GET (answers HEAD as well) unless said. */
  readonly method?: 'GET' | 'POST';
  /** `/hulplijnen/:region`: a part that starts with a colon is whatever stands there. */
  readonly path: string;
  /** Only for callers on this machine. */
  readonly local: boolean;
  /** How many bytes a POST may bring; 5 MB unless said. More is answered with 413. */
  readonly largestBody?: number;
  answer(request: PageRequest): Promise<PageAnswer>;
}
