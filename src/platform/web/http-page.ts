/** What somebody asks the web server. */
export interface HttpRequest {
  /** What stands for `:name` in the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Names in lower case; a header that came twice is joined with a comma. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The body of a POST, at most the page's `largestBody`; empty for a GET. */
  readonly body: Uint8Array;
}

export interface HttpAnswer {
  readonly status: number;
  /** The content type, with its charset for text. */
  readonly type: string;
  readonly body: string | Uint8Array;
  /** Added to, or put over, the headers that protect every page. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A page as the web server sees it. What it throws is logged without its message and answered with an apology. */
export interface HttpPage {
  /** GET (answers HEAD as well) unless said. */
  readonly method?: 'GET' | 'POST';
  /** `/hulplijnen/:region`: a part that starts with a colon is whatever stands there. */
  readonly path: string;
  /** Only for callers on this machine. */
  readonly local: boolean;
  /** How many bytes a POST may bring; 5 MB unless said. More is answered with 413. */
  readonly largestBody?: number;
  answer(request: HttpRequest): Promise<HttpAnswer>;
}
