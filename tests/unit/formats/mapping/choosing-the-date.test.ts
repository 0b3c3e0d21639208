/** Headers as such files have them; every row is made up. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { timeColumns } from '../../../../src/core/mapping/columns-read.ts';
import { proposeFor } from './made-up-rows.ts';

/** The columns that the time is read from, by name, and all that may be the time, likeliest first. */
function chosen(lines: string): { readonly time: string; readonly candidates: readonly string[] } {
  const names = (lines.trim().split('\n')[0] ?? '').split('|').map((name) => name.trim());
  const { mapping, timeCandidates } = proposeFor(lines);
  const named = (column: number): string => names[column] ?? `#${column}`;
  return {
    time: timeColumns(mapping.time).map(named).join(' → '),
    candidates: timeCandidates.map(named),
  };
}

/** A column of made-up dates, five rows: the first of `month`, and that number of days later for each row. */
const days = (month: string, first: number, step = 2): readonly string[] =>
  Array.from({ length: 5 }, (_, row) => `${month}-${String(first + step * row).padStart(2, '0')}`);
const at = (dates: readonly string[], clock: string): readonly string[] =>
  dates.map((date) => `${date}${clock}`);
const same = (text: string): readonly string[] => Array<string>(5).fill(text);
const each = (...texts: readonly string[]): readonly string[] => texts;

function table(columns: Readonly<Record<string, readonly string[]>>): string {
  const rows = Array.from({ length: 5 }, (_, row) =>
    Object.values(columns)
      .map((values) => values[row] ?? '')
      .join(' | '),
  );
  return [Object.keys(columns).join(' | '), ...rows].join('\n');
}

const MARCH = days('2026-03', 1);
const LATER = days('2026-03', 4);
const MAY = days('2026-05', 11);
const FILLED = at(MAY, 'T09:00:00.000+03:00');
const FILLED_TO = at(MAY, 'T09:14:00.000+03:00');
const BORN = each('1961-02-03', '1999-04-05', '1975-11-30', '2001-01-01', '1988-08-08');
const US = each('03/01/2026', '03/13/2026', '03/15/2026', '03/17/2026', '03/19/2026');
const US_LATER = each('03/02/2026', '03/14/2026', '03/16/2026', '03/18/2026', '03/22/2026');

const TABLES: readonly (readonly [name: string, time: string, table: string])[] = [
  [
    'KoboToolbox, labels',
    'Date of the activity',
    table({ start: FILLED, end: FILLED_TO, 'Date of the activity': MARCH, activity: same('a') }),
  ],
  [
    'KoboToolbox, names with metadata',
    'date_of_incident',
    table({
      start: FILLED,
      end: FILLED_TO,
      today: MAY,
      deviceid: same('collect:x'),
      date_of_incident: MARCH,
      _id: each('1', '2', '3', '4', '5'),
      _uuid: each('a', 'b', 'c', 'd', 'e'),
      _submission_time: at(MAY, ' 06:20:00'),
    }),
  ],
  [
    'KoboToolbox, no question about the date but one of a plain name',
    'date',
    table({ start: FILLED, end: FILLED_TO, today: MAY, _uuid: same('a'), date: MARCH }),
  ],
  [
    'ODK Central, paths to questions',
    'incident_report/when_happened/date_occurred',
    table({
      SubmissionDate: at(MAY, 'T07:00:00.000Z'),
      'meta/instanceID': same('uuid:x'),
      'incident_report/start': FILLED,
      'incident_report/end': FILLED_TO,
      'incident_report/when_happened/date_occurred': MARCH,
      KEY: same('uuid:x'),
    }),
  ],
  [
    'SurveyCTO',
    'incident_date',
    table({
      SubmissionDate: at(MAY, ' 07:00'),
      starttime: at(MAY, ' 06:00'),
      endtime: at(MAY, ' 06:10'),
      deviceid: same('x'),
      incident_date: MARCH,
      formdef_version: same('2605010000'),
      KEY: same('uuid:x'),
    }),
  ],
  [
    'a form with only its own times: one of them, no interval',
    'start',
    table({ start: FILLED, end: FILLED_TO, deviceid: same('x'), _uuid: same('x') }),
  ],
  [
    'Google Forms',
    'Date of the visit',
    table({ Timestamp: at(US_LATER, ' 10:00:00'), 'Date of the visit': US }),
  ],
  [
    'Socrata 311 of New York',
    'Created Date',
    table({
      'Unique Key': each('1', '2', '3', '4', '5'),
      'Created Date': at(US, ' 10:00:00 AM'),
      'Closed Date': at(US_LATER, ' 10:00:00 AM'),
      'Due Date': at(US_LATER, ' 11:00:00 AM'),
      'Resolution Action Updated Date': at(US_LATER, ' 12:00:00 PM'),
    }),
  ],
  [
    '311, closed first',
    'Created Date',
    table({ 'Closed Date': US_LATER, 'Created Date': US, 'Status Date': US_LATER }),
  ],
  ['311 of San Francisco', 'Opened', table({ Updated: US_LATER, Closed: US_LATER, Opened: US })],
  [
    'police of New York',
    'CMPLNT_FR_DT → CMPLNT_TO_DT',
    table({ RPT_DT: US_LATER, CMPLNT_TO_DT: US_LATER, CMPLNT_FR_DT: US }),
  ],
  ['police of Los Angeles', 'DATE OCC', table({ 'Date Rptd': US_LATER, 'DATE OCC': US })],
  [
    'police of San Francisco',
    'Incident Date',
    table({ 'Report Datetime': at(US_LATER, ' 10:00'), 'Incident Date': US }),
  ],
  [
    'police of Denver',
    'FIRST_OCCURRENCE_DATE → LAST_OCCURRENCE_DATE',
    table({
      REPORTED_DATE: US_LATER,
      LAST_OCCURRENCE_DATE: each('', US[1] ?? '', '', '', ''),
      FIRST_OCCURRENCE_DATE: US,
    }),
  ],
  [
    'police of Seattle',
    'Offense Start DateTime',
    table({ 'Report DateTime': US_LATER, 'Offense Start DateTime': US }),
  ],
  [
    'police of the United Kingdom',
    'Month',
    table({ 'Crime ID': same('x'), Month: same('2026-03') }),
  ],
  [
    'like ACLED, other names',
    'event_date',
    table({ year: same('2026'), timestamp: at(MAY, ' 10:00'), event_date: MARCH }),
  ],
  [
    'UN incident list',
    'Date of Incident',
    table({ 'Date Reported': LATER, 'Date Entered': MAY, 'Date of Incident': MARCH }),
  ],
  [
    'attacks on health care',
    'Attack Date',
    table({ 'Publication Date': MAY, 'Date Added': MAY, 'Attack Date': MARCH }),
  ],
  [
    'Ushahidi',
    'INCIDENT DATE',
    table({ '#': each('1', '2', '3', '4', '5'), 'INCIDENT DATE': MARCH, APPROVED: same('YES') }),
  ],
  [
    'Ushahidi 3',
    'When did it happen?',
    table({ 'Post Date': LATER, Created: MAY, Updated: MAY, 'When did it happen?': MARCH }),
  ],
  [
    'Airtable',
    'Date',
    table({ Created: MAY, 'Last Modified': MAY, Name: same('a'), Date: MARCH, Deadline: MAY }),
  ],
  [
    'iNaturalist',
    'observed_on',
    table({
      observed_on_string: MARCH,
      observed_on: MARCH,
      time_observed_at: at(MARCH, ' 07:00:00 UTC'),
      created_at: at(MAY, ' 07:00:00 UTC'),
      updated_at: at(MAY, ' 08:00:00 UTC'),
    }),
  ],
  ['Darwin Core', 'eventDate', table({ modified: MAY, dateIdentified: LATER, eventDate: MARCH })],
  [
    'obituaries',
    'Date of Death',
    table({ 'Date of Birth': BORN, 'Date of Death': MARCH, 'Funeral Date': LATER }),
  ],
  ['obituaries, short', 'dod', table({ dob: BORN, dod: MARCH, published: LATER })],
  [
    'prisoners',
    'Arrest date',
    table({ Name: same('a'), Birthdate: BORN, 'Release date': MAY, 'Arrest date': MARCH }),
  ],
  ['only births: no date of an event', '', table({ name: same('a'), 'date of birth': BORN })],
  ['permits', 'Reported', table({ 'Expiry Date': MAY, Reported: MARCH })],
  ['expiry and issue', 'Issue Date', table({ 'Valid until, expiry': MAY, 'Issue Date': MARCH })],
  ['in Spanish', 'Fecha del hecho', table({ 'Fecha de registro': MAY, 'Fecha del hecho': MARCH })],
  [
    'in French',
    "Date de l'incident",
    table({ 'Date de saisie': MAY, "Date de l'incident": MARCH }),
  ],
  ['in French, deaths', 'Date décès', table({ 'Date naissance': BORN, 'Date décès': MARCH })],
  [
    'in German, joined words',
    'Vorfallsdatum',
    table({ Geburtsdatum: BORN, Meldedatum: LATER, Erstellungsdatum: MAY, Vorfallsdatum: MARCH }),
  ],
  ['in Turkish', 'Olay Tarihi', table({ 'Kayıt Tarihi': MAY, 'Olay Tarihi': MARCH })],
  [
    'in Russian',
    'Дата происшествия',
    table({ 'Дата создания': MAY, 'Дата рождения': BORN, 'Дата происшествия': MARCH }),
  ],
  [
    'in Portuguese',
    'Data da ocorrência',
    table({ 'Data de nascimento': BORN, 'Data do registro': MAY, 'Data da ocorrência': MARCH }),
  ],
  [
    'in Arabic',
    'تاريخ الحادث',
    table({ 'تاريخ الإدخال': MAY, 'تاريخ الميلاد': BORN, 'تاريخ الحادث': MARCH }),
  ],
  ['in Kurdish', 'بەرواری ڕووداو', table({ 'تاريخ تسجيل': MAY, 'بەرواری ڕووداو': MARCH })],
  [
    'an interval and the times of a form',
    'incident_start_date → incident_end_date',
    table({
      start: FILLED,
      end: FILLED_TO,
      _uuid: same('x'),
      today: MAY,
      incident_end_date: LATER,
      incident_start_date: MARCH,
    }),
  ],
  [
    'a date and somebody else’s start and end',
    'date',
    table({ start: FILLED, end: FILLED_TO, date: MARCH }),
  ],
  ['a date and its own end', 'date → end_date', table({ date: MARCH, end_date: LATER })],
  ['created and closed are no interval', 'created', table({ closed: MAY, created: MARCH })],
  [
    'a date of one day for all rows is the export’s',
    'reported',
    table({ date: same('2026-05-30'), reported: MARCH }),
  ],
  [
    'a date after every report is not the event’s',
    'reported',
    table({ date: MAY, reported: MARCH, place: same('a') }),
  ],
  [
    'a column that is nearly empty loses',
    'report_date',
    table({ incident_date: each('2026-03-01', '', '', '', ''), report_date: LATER }),
  ],
  [
    'milliseconds of a map server',
    'incident_date',
    table({
      CreationDate: same('1779000000000').map((text, row) => String(Number(text) + row * 1e8)),
      incident_date: same('1772000000000').map((text, row) => String(Number(text) + row * 1e8)),
    }),
  ],
  [
    'year, month and day before the date of entry',
    'year → month → day',
    table({
      created_at: MAY,
      year: same('2026'),
      month: each('1', '2', '3', '4', '5'),
      day: each('1', '13', '0', '28', '5'),
    }),
  ],
];

describe('the date column', () => {
  it.each(TABLES)('of %s is %s', (_, time, lines) => {
    expect(chosen(lines).time).toBe(time);
  });

  it.each(TABLES)('of %s is the same with the columns in reverse', (_, time, lines) => {
    const reversed = lines
      .split('\n')
      .map((line) => line.split('|').toReversed().join('|'))
      .join('\n');
    expect(chosen(reversed).time).toBe(time);
  });

  it('of a survey form is the date of the incident in the fixture as well', () => {
    const lines = readFileSync(
      new URL('../../../fixtures/own/reported/08-kobo.csv', import.meta.url),
      'utf8',
    );
    expect(chosen(lines.trim().replaceAll(',', ' | '))).toEqual({
      time: 'Date of the activity',
      candidates: ['Date of the activity', 'start', 'end'],
    });
  });

  it('is offered with other likely columns, the likeliest first', () => {
    const { candidates } = chosen(
      table({ born: BORN, closed: MAY, reported: LATER, created: MAY, event_date: MARCH }),
    );
    expect(candidates).toEqual(['event_date', 'reported', 'created', 'closed', 'born']);
  });
});
