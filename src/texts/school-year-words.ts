/** A school year as it is read: `2026–2027`. */
export const schoolYearWords = (year: string): string => year.replace('-', '–');
