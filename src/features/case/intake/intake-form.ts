import type { DraftId } from '../../../domain/ids.js';
import type { IntakeForm } from '../../../domain/intake/index.js';
import { formTo, type FormTo } from '../../../domain/reference-to.js';

/** The question whether a draft is thrown away. */
export const discardForm = formTo<{ readonly draftId: DraftId }>('discard-draft');

/** The form of a part of the intake. */
export const intakeForm = (form: IntakeForm): FormTo<{ readonly draftId: DraftId }> => formTo(form);
