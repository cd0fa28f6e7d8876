/**
 * A reference to a view or a form by its slug, that knows its parameters: whoever names one is checked by the compiler,
 * also where the view itself lives in another room.
 */
export interface ReferenceTo<Params extends object> {
  readonly slug: string;
  /** The view with these parameters. */
  with(params: Params): { readonly view: string; readonly params: Params };
}

export const referenceTo = <Params extends object>(slug: string): ReferenceTo<Params> => ({
  slug,
  with: (params) => ({ view: slug, params }),
});
