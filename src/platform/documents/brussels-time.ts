/** The name of the time zone in which every appointment is told. */
export const brussels = 'Europe/Brussels';

/** The time zone as a calendar file describes it (RFC 5545, VTIMEZONE): the European rule since 1996, last Sundays of March and October. */
export const brusselsTimezone = [
  'BEGIN:VTIMEZONE',
  `TZID:${brussels}`,
  'BEGIN:DAYLIGHT',
  'TZNAME:CEST',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZNAME:CET',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');
