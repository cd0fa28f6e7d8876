import { neededFields, type Needed } from '../../src/contracts/needed-fields.js';
import { features } from '../../src/features/index.js';

const forms = new Map(
  features.flatMap(({ actions }) => actions.filter(({ form }) => form !== undefined)).map((one) => [one.slug, one]),
);

/** What must be filled in on the form of this name, as the program marks it; nothing for a card that is no form. */
export function neededOn(slug: string): { readonly needed?: Needed } {
  const form = forms.get(slug);
  return form === undefined ? {} : { needed: neededFields(form.fields) };
}
