import { INFORMATIVE_NOTES, type RowNoteCode } from '../../core/records/read-row.ts';

type NoteWords = {
  /** For a cell of a table. */
  readonly short: string;
  readonly means: string;
  readonly advice: string;
};

const understood = (code: RowNoteCode): string =>
  `Formats that can be read, for example: ${(INFORMATIVE_NOTES[code] ?? []).join('; ')}.`;

/** What is said of a note, by its code. */
export const rowNotes: Readonly<Record<RowNoteCode, NoteWords>> = {
  'no-place': {
    short: 'no place given',
    means: 'No place is given: the cell is empty, or says that the place is not known.',
    advice: 'Fill in the coordinates, or choose other columns for the place.',
  },
  'bad-coordinate': {
    short: 'cannot be read as a coordinate',
    means: 'The cell cannot be read as a coordinate.',
    advice: understood('bad-coordinate'),
  },
  'outside-world': {
    short: 'coordinates outside the world',
    means: 'The latitude is beyond 90 degrees or the longitude beyond 360. There is no such point.',
    advice: 'Look for a missing decimal point, or for metres instead of degrees.',
  },
  'null-island': {
    short: 'coordinates 0, 0',
    means: 'The coordinates are 0, 0, which programs write if they do not know the place.',
    advice: 'Fill in the place, or leave the cells empty.',
  },
  'too-coarse': {
    short: 'place known too roughly',
    means:
      'Only the high seas, a distance of more than 150 km, or a country that was not recognised is known. The map cannot show that.',
    advice:
      'If it is a country, check how its name is written, or choose the column of the country.',
  },
  'unknown-area': {
    short: 'area without an outline',
    means:
      'Only a province is known, and it was not recognised: no outline has this name in the country, and no point lies in one.',
    advice:
      'Check how the name is written, and choose the column of the country. Names of smaller areas are not recognised.',
  },
  'ambiguous-area': {
    short: 'area could be one of several',
    means:
      'Only a province is known, and several have this name, or its point lies in another country.',
    advice: 'Choose the column of the country when you open the file, or add one.',
  },
  'areas-not-loaded': {
    short: 'outlines of areas not loaded',
    means: 'Only a province or a country is known, and the outlines of areas could not be loaded.',
    advice: 'Check your connection and open the file again.',
  },
  'no-date': {
    short: 'no date given',
    means: 'No date is given: the cell is empty, or says that the date is not known.',
    advice: 'Fill in the date, or choose other columns for the time.',
  },
  'undated-name': {
    short: 'no date in the name',
    means: 'The name does not begin with a date that has day, month and year.',
    advice: 'Write the date at the beginning of the name, or choose other columns for the time.',
  },
  'bad-date': {
    short: 'cannot be read as a date',
    means: 'The cell cannot be read as a date, or no calendar has that day.',
    advice: understood('bad-date'),
  },
  'reversed-dates': {
    short: 'ends before it starts',
    means: 'The end date is before the start date.',
    advice: 'Check whether the two dates, or day and month, are swapped.',
  },
  'other-calendar': {
    short: 'calendar not chosen',
    means: 'The year looks like one from another calendar, but no calendar was chosen.',
    advice: 'Choose the calendar when you open the file.',
  },
  'unset-date': {
    short: 'date not set',
    means:
      'Databases and spreadsheets write this date for an empty value, such as 0001-01-01, 0000-00-00 or 9999-12-31.',
    advice: 'Fill in the date, or leave the cell empty.',
  },
  'far-date': {
    short: 'date too far away',
    means: 'The date is before 2100 BCE or after the year 6000. Such dates are not supported.',
    advice: 'Check the year for a typing error.',
  },
  'zero-date': {
    short: 'may be an empty value, not a date',
    means:
      'Programs write this date for an empty value: 1970-01-01, 1899-12-30 or 1900-01-01. If no other date in the file is within ten years of it, the row has no date. Otherwise the date is kept.',
    advice: 'Fill in the date, or leave the cell empty.',
  },
  'zero-part': {
    short: 'day or month 0',
    means:
      'The day or the month is 0, which some tables write if it is not known. The date was read as the whole month or year.',
    advice: 'Fill in the day or the month if it is known.',
  },
  'open-end': {
    short: 'no end known',
    means:
      'The end is open, unknown, or a date more than 20 years ahead, which files write if something has not ended. The row is possibly in every period from its start on.',
    advice: 'Fill in the end if it is known.',
  },
  'open-begin': {
    short: 'no start known',
    means: 'The start is open or unknown. The row is possibly in every period up to its end.',
    advice: 'Fill in the start if it is known.',
  },
  'no-end': {
    short: 'no end given',
    means: 'A start is given, but no end. Only the start date was used.',
    advice: 'Fill in the end, or write “ongoing” if there is none yet.',
  },
  'bad-clock': {
    short: 'time of day not used',
    means:
      'The time of day cannot be read, or the date is not a single day. Only the date was used.',
    advice: 'Write hours and minutes, such as 21:30.',
  },
  'other-clock': {
    short: 'converted from another time zone',
    means:
      'The time has another offset from UTC than most times in this file. It was converted to the offset of the others.',
    advice: 'You need not change anything.',
  },
  'local-clock': {
    short: 'time without an offset',
    means:
      'The time has no offset from UTC, but others in this file have one. It was read with the same offset as theirs.',
    advice: 'Check whether this is right. If not, add the offset, such as +03:00.',
  },
  'empty-row': {
    short: 'empty row',
    means: 'The row is empty.',
    advice: 'You need not change anything.',
  },
  'broken-row': {
    short: 'broken row',
    means: 'The text of this row is not a record.',
    advice: 'Check the row in the file. The rows around it are read.',
  },
  'too-long': {
    short: 'row too long',
    means: 'The row, or one of its cells, is longer than the limit. It was cut.',
    advice: 'Check the quotation marks: if one is not closed, many rows become one.',
  },
  'longitude-beyond-180': {
    short: 'longitude beyond 180',
    means:
      'A longitude is beyond 180 degrees. It was read as the same meridian between -180 and 180.',
    advice: 'If these are degrees east from 0 to 360, change nothing.',
  },
  'part-not-read': {
    short: 'a part of the shape is missing',
    means:
      'A part of the shape is empty, is at 0, 0, or has coordinates that cannot be read. It is left out. All other parts are drawn.',
    advice: 'Check the coordinates of the row in the file.',
  },
  'several-points': {
    short: 'several points',
    means:
      'The row has more than one point. It is counted once, at the first point. The others are drawn as small dots.',
    advice: 'If each point is a separate incident, give each its own row.',
  },
  'swapped-coordinates': {
    short: 'latitude and longitude may be swapped',
    means: 'Latitude and longitude seem to be swapped.',
    advice: 'If they are, swap the two columns when you open the file, or correct the rows.',
  },
  'far-outside': {
    short: 'far from the rest',
    means: 'The point is far from most points in the file.',
    advice: 'Check the coordinates against the name of the place.',
  },
  'odd-year': {
    short: 'unlikely year',
    means: 'The date is before 1800, or more than two years ahead.',
    advice: 'Check the year for a typing error.',
  },
  'crowded-point': {
    short: 'many rows on one point',
    means:
      'Very many rows have this one point, and none says how precise it is. It may mean a whole country or province.',
    advice: 'If it does, add a column for the place precision.',
  },
  'either-number': {
    short: 'decimals or thousands',
    means:
      'This number can be read in two ways (1.500 is one and a half, or fifteen hundred), and no other number in the file shows which is right. It was read as the larger one, so that the place is not drawn more precisely than it is known.',
    advice:
      'Write it without a thousands separator, or with one digit fewer or more after the separator.',
  },
  'open-quote': {
    short: 'quotation mark not closed',
    means: 'A quotation mark is not closed. The row was read as if there were none.',
    advice: 'Close it in this row or in the row before.',
  },
  'mixed-encoding': {
    short: 'another text encoding',
    means:
      'A cell of this row has another text encoding than the rest of the file. It was read separately, as UTF-8 or as Windows-1252.',
    advice: 'Check its letters against the original.',
  },
  'lost-letters': {
    short: 'letters lost',
    means:
      'Some letters do not exist in the text encoding of the file, or were lost before it was saved. They are shown as �.',
    advice: 'Open the file with another text encoding, or find the letters in the original.',
  },
  'bad-precision': {
    short: 'precision not readable',
    means: 'The cell cannot be read as a precision. The row is shown as if it gave none.',
    advice: 'Choose how the precision is given, or choose another column.',
  },
  'too-many-cells': {
    short: 'more cells than columns',
    means: 'The row has more cells than the table has columns.',
    advice:
      'Look for a text that contains a delimiter but has no quotation marks: it moves all cells after it.',
  },
  'too-few-cells': {
    short: 'fewer cells than columns',
    means: 'The row has fewer cells than the table has columns.',
    advice: 'Check whether the end of the row is missing.',
  },
};

/** A row of our own format that does not follow the codebook. */
/** Notes on the whole row if no column is read as its place or time. */
export const notesWithoutColumn: Readonly<Partial<Record<RowNoteCode, NoteWords>>> = {
  'no-place': {
    short: 'no place: no column was chosen',
    means: 'No column is read as the place, and the row has no geometry.',
    advice: 'Open the file again and choose the columns of the place.',
  },
  'no-date': {
    short: 'no date: no column was chosen',
    means: 'No column is read as the time.',
    advice: 'Open the file again and choose the column of the time.',
  },
};
