/**
 * A reference to a view or a form by its slug, that knows its parameters: whoever names one is checked by the compiler,
 * also where the view itself lives in another room.
 */
export interface ReferenceTo<Params extends object> {
  readonly slug: string;
  /** The view with these parameters, as a message. */
  with(params: Params): { readonly view: string; readonly params: Params };
  /** The view as the reply to a press. */
  shown(params: Params): { readonly show: string; readonly with: Params };
  /** The view that is shown with a refusal: how it stands now. */
  instead(params: Params): { readonly view: string; readonly with: Params };
}

export const referenceTo = <Params extends object>(slug: string): ReferenceTo<Params> => ({
  slug,
  with: (params) => ({ view: slug, params }),
  shown: (params) => ({ show: slug, with: params }),
  instead: (params) => ({ view: slug, with: params }),
});

/** A reference to a job by its name, that knows its subject. */
export interface JobTo<Subject extends object> {
  readonly name: string;
  /** The job at a moment; the same key replaces the moment. */
  at(
    at: Date,
    key: string,
    subject: Subject,
  ): { readonly key: string; readonly job: string; readonly subject: Subject; readonly at: Date };
}

export const jobTo = <Subject extends object>(name: string): JobTo<Subject> => ({
  name,
  at: (at, key, subject) => ({ key, job: name, subject, at }),
});
