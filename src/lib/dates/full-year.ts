/**
 * The year that digits mean. Two digits: the last such year up to `latest`, so that '12' of a pupil who is born before
 * 2027 is 2012 and '99' is 1999. Four digits stand as they are.
 */
export function fullYear(digits: string, latest: number): number {
  if (digits.length > 2) return Number(digits);
  const inCentury = Math.floor(latest / 100) * 100 + Number(digits);
  return inCentury <= latest ? inCentury : inCentury - 100;
}
