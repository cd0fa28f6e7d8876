declare const aView: unique symbol;

/** The slug of a view, as only a reference gives it: a loose text is none. */
export type ViewSlug = string & { readonly [aView]: true };

/** For who reads the name of a view back from where it is stored, or from a button. */
export const viewSlug = (name: string): ViewSlug => name as ViewSlug;

/**
 * A reference to a view by its slug, that knows its parameters: whoever names one is checked by the compiler,
 * also where the view itself lives in another room.
 */
export interface ReferenceTo<Params extends object> {
  readonly slug: ViewSlug;
  /** The view with these parameters, as a message. */
  with(params: Params): { readonly view: ViewSlug; readonly params: Params };
  /** The view as the reply to a press. */
  shown(params: Params): { readonly show: ViewSlug; readonly with: Params };
  /** The view that is shown with a refusal: how it stands now. */
  instead(params: Params): { readonly view: ViewSlug; readonly with: Params };
  /** What a button of the verb `show` carries that opens it. */
  onButton(params: Params): Readonly<Record<string, unknown>>;
}

export function referenceTo<Params extends object>(name: string): ReferenceTo<Params> {
  const slug = viewSlug(name);
  return {
    slug,
    with: (params) => ({ view: slug, params }),
    shown: (params) => ({ show: slug, with: params }),
    instead: (params) => ({ view: slug, with: params }),
    onButton: (params) => ({ view: slug, ...params }),
  };
}

declare const aForm: unique symbol;

/** The slug of a form, as only a reference gives it: a loose text is none. */
export type FormSlug = string & { readonly [aForm]: true };

/** What a press or a button carries, as it travels. */
type Carried = Readonly<Record<string, unknown>>;

/** A reference to the form of an action, that knows what the form is opened with: its subject, and what was typed. */
export interface FormTo<Given extends object> {
  readonly slug: FormSlug;
  /** The form as the reply to a press. */
  readonly opened: (given: Given) => { readonly form: FormSlug; readonly with: Carried };
  /** The form once more as the reply, with per field the code of what only the decision could see is wrong. */
  readonly again: (
    given: Given,
    errors: Readonly<Record<string, string>>,
  ) => { readonly form: FormSlug; readonly with: Carried; readonly errors: Readonly<Record<string, string>> };
  /** What a button carries that opens it. */
  readonly onButton: (given: Given) => Carried;
}

export function formTo<Given extends object>(name: string): FormTo<Given> {
  const slug = name as FormSlug;
  const carried = (given: Given): Carried => Object.fromEntries(Object.entries(given));
  return {
    slug,
    opened: (given) => ({ form: slug, with: carried(given) }),
    again: (given, errors) => ({ form: slug, with: carried(given), errors }),
    onButton: (given) => ({ form: slug, ...given }),
  };
}

declare const aPost: unique symbol;

/** The key of a living message, as only what names such messages gives it: a loose text is none. */
export type PostKey = string & { readonly [aPost]: true };

/** For who names living messages, or reads their keys back from where they are stored. */
export const postKey = (name: string): PostKey => name as PostKey;

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
