import { z } from 'zod';
import { readAddress } from '../../domain/helpline/address-text.js';
import { readAges } from '../../domain/helpline/ages-text.js';
import { readWeek } from '../../domain/helpline/hours-text.js';
import { helpLineKinds } from '../../domain/helpline/kinds.js';
import { regions } from '../../lib/region/index.js';
import { ofTheWork } from './personal-fault.js';

/** A text of so many signs; empty is none. */
export const textInput = (most: number, tooLong: string) =>
  z
    .string()
    .trim()
    .max(most, tooLong)
    .default('')
    .transform((typed) => (typed === '' ? null : typed));

/** Reads a typed text with a domain reader that says what is wrong as the code of a sentence. */
export const readInput = <Answer extends { readonly ok: true } | { readonly ok: false; readonly fault: string }>(
  read: (text: string) => Answer,
) =>
  z
    .string()
    .max(400, 'text-long')
    .default('')
    .transform((typed, issues) => {
      const answer = read(typed);
      if (answer.ok) return answer as Extract<Answer, { readonly ok: true }>;
      issues.addIssue({ code: 'custom', message: answer.fault });
      return z.NEVER;
    });

const phoneSigns = /^\+?[\d\s./()-]{3,24}$/;
const mail = /^[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]{2,}$/;

/** 'www.voorbeeld.be' is written out as an address that opens. */
function siteOf(typed: string): string | null {
  const written = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(written)) return null;
  const { protocol, hostname } = new URL(written);
  return /^https?:$/.test(protocol) && /^[^.\s]+(\.[^.\s]+)+$/.test(hostname) && !/\s/.test(typed) ? written : null;
}

const website = textInput(300, 'website-strange').transform((typed, issues) => {
  const site = typed === null ? null : siteOf(typed);
  if (typed !== null && site === null) issues.addIssue({ code: 'custom', message: 'website-strange' });
  return site;
});

/** A ChoiceSet with several choices gives them with commas. */
const regionChoices = z
  .string()
  .default('')
  .transform((typed) => regions.filter((one) => typed.split(',').includes(one)))
  .refine((chosen) => chosen.length > 0, 'regions-missing');

/**
 * The inputs of a help line, in the order in which people know them. Errors: `kind-missing`, `name-missing`, `text-long`,
 * `phone-strange`, `email-strange`, `website-strange`, `postal-code-missing`, `not-ages`, `ages-backwards`, `no-days`,
 * `not-hours`, `hours-backwards`, `hours-overlap`, `regions-missing`.
 */
export const lineInputs = z.object({
  kind: z.enum(helpLineKinds, 'kind-missing'),
  name: z.string('name-missing').trim().min(1, 'name-missing').max(120, 'text-long'),
  organisation: textInput(120, 'text-long'),
  description: textInput(600, 'text-long'),
  phone: textInput(40, 'phone-strange').refine((typed) => typed === null || phoneSigns.test(typed), 'phone-strange'),
  email: textInput(200, 'email-strange').refine((typed) => typed === null || mail.test(typed), 'email-strange'),
  website,
  address: readInput(readAddress),
  hours: readInput(readWeek),
  ages: readInput(readAges),
  howToRefer: textInput(400, 'text-long'),
  regions: regionChoices,
  notPersonal: ofTheWork,
});

export type LineInputs = z.output<typeof lineInputs>;
