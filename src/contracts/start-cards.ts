import type { Language } from '../domain/language.js';
import type { OrganisationKind } from '../domain/organisation.js';
import { referenceTo, type FormSlug } from '../domain/reference-to.js';
import type { Doing } from './doings.js';
import type { ListOf } from './waiting.js';

/** For whom a card of words is written: where, and for which kinds of organisation. */
type ForAudience = {
  readonly scope: 'personal' | 'channel' | 'group';
  readonly kinds: readonly OrganisationKind[];
};

/** Whose list the home card tells of. */
type HomeOf = Omit<ListOf, 'of'> & { readonly of: ListOf['of'] | 'workgroup' };

/** The cards with which the bot says what it is and what can be done, and what became of a press: every feature and the platform may need them. */
export const startCards = {
  welcome: referenceTo<ForAudience & { readonly list?: HomeOf | null }>('welcome'),
  help: referenceTo<ForAudience>('help-card'),
  explanation: referenceTo<ForAudience & { readonly topic: 'privacy' | 'about' | 'stop' | 'danger' | 'thanks' }>(
    'explanation',
  ),
  suggestions: referenceTo<{
    readonly nearest: readonly Doing[];
    readonly known?: boolean;
    readonly chat?: boolean;
    readonly references?: readonly string[];
  }>('suggestions'),
  refusal: referenceTo<{
    readonly code: string;
    readonly values: Readonly<Record<string, string | number>>;
    readonly language: Language;
  }>('refusal'),
  /** A form that typed words asked for, as a message with a button. `room`: the feature in which it lives. */
  form: referenceTo<{
    readonly form: FormSlug;
    readonly with: Readonly<Record<string, string>>;
    readonly room: string;
  }>('stored-form'),
  olderClient: referenceTo<{
    readonly what: 'stored' | 'wrong' | 'elsewhere';
    readonly of?: string;
    readonly codes?: readonly string[];
  }>('older-client'),
} as const;
