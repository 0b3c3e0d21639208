import type { Calendar, DateOrder, Layout, PlaceScale } from '../../core/reading/meaning.ts';
import type { Minute } from '../../core/time/minute.ts';
import { outsideText } from '../../core/outside-text.ts';
import type { UnknownEnd } from '../../core/incident/unknown-ends.ts';
import type { Span } from '../../core/time/span.ts';
import { bytes, counts, dates } from './counting.ts';
import { encodings, form, layouts, rows } from './form-words.ts';
import * as rowWords from './row-words.ts';

/** `6 (line 9)`: rows as a spreadsheet numbers them, lines as a text editor does. */
const rowAndLine = (row: number, line: number | undefined): string =>
  line === undefined ? counts.number(row) : `${counts.number(row)} (line ${counts.number(line)})`;

const percent = (part: number): string => `${counts.number(Math.floor(part * 100))} %`;

export const ownFiles = {
  category: rowWords.category,
  layerName: rowWords.layerName,
  /** The layer of a file without categories. */
  onlyLayer: 'All rows',
  when: rowWords.whenWords,
  coordinates: rowWords.coordinates,
  placeLine: rowWords.placeLine,
  precision: rowWords.precision,
  note: rowWords.note,
  quotedCell: rowWords.quotedCell,
  form,
  layouts,
  rows,
  cancel: 'Cancel',
  close: 'Close',

  open: {
    button: 'Open a file',
    title: 'Open your own events',
    privacy:
      'What you open is read in this browser and stays on this device. Nothing of it is sent anywhere.',
    formats:
      'What opens: CSV and other delimited text, GeoJSON, JSON records and tables, KML and KMZ, GPX, and zip or gzip around one of these. Exports of ACLED, UCDP GED, GDELT, Airwars and TimeMap are known by their columns. Of any other table you are shown how it will be read.',
    files: {
      title: 'A file on this device',
      choose: 'Choose files…',
      hint: 'Or drop files anywhere on this page. A folder cannot be opened: choose the files in it.',
    },
    paste: {
      title: 'A text you have copied',
      label: 'Table or document, its header included',
      open: 'Open the text',
      name: 'Pasted text',
    },
    link: {
      title: 'A file on the web',
      label: 'Address of the file',
      format: 'An address of the web begins with http:// or https://',
      hint: 'Another site is asked only after you have agreed. It then learns your network address, and that somebody asks for this file. It must allow other pages to read the file.',
      open: 'Open the link',
    },
  },

  drop: 'Drop to open here. The file stays on this device.',

  asking: {
    title: (host: string): string => `Ask ${outsideText(host)} for a file?`,
    text: (host: string): string =>
      `This asks ${outsideText(host)} for the file. ${outsideText(host)} will see your network address.`,
    address: 'The whole address:',
    allow: 'Allow',
    redirect: {
      title: (host: string): string => `Follow ${outsideText(host)} to another address?`,
      text: (host: string): string =>
        `${outsideText(host)} does not send the file itself: it refers to another address, which may be on another site. The browser does not say which before it asks there. The site that is asked will see your network address; its name is shown when the file is open.`,
      allow: 'Follow',
    },
  },

  progress: {
    label: 'Opening a file',
    fetching: (host: string): string => `Fetching the file from ${outsideText(host)}`,
    recognising: (name: string): string => `Looking at ${outsideText(name)}`,
    unpacking: (name: string): string => `Unpacking ${outsideText(name)}`,
    unpacked: (count: number): string => `${bytes(count)} unpacked`,
    reading: (name: string): string => `Reading ${outsideText(name)}`,
    reopening: 'Opening the data again',
    firstRows: 'Its first rows are on the map; counts grow until all is read.',
    part: percent,
    /** For listeners: said at the start and at every quarter. */
    told: (what: string, part: number | undefined): string =>
      part === undefined ? what : `${what}, ${percent(part)}`,
  },

  columns: {
    title: (name: string): string => `How ${outsideText(name)} will be read`,
    lead: 'These are guesses by names and values. Change what is wrong: the rows below show what comes of it.',
    recognised: 'Recognised as',
    layout: (layout: Layout): string => (layout === 'table' ? '' : `columns of ${layouts[layout]}`),
    confirm: 'Open the file',
    encoding: {
      label: 'Text encoding',
      words: encodings,
      doubtful:
        'The letters of this file fit more than one text encoding. Check the names in the rows below. If they look wrong, choose another encoding.',
      check: 'If the names in the rows below look wrong, choose another encoding.',
    },
    calendar: {
      names: {
        gregorian: 'Gregorian',
        'solar-hijri': 'Solar Hijri (Iran, Afghanistan)',
        hijri: 'Hijri (Umm al-Qura)',
        kurdish: 'Kurdish',
        buddhist: 'Buddhist (Thailand)',
      } satisfies Record<Calendar, string>,
      question: (example: string): string =>
        `Which calendar is ${rowWords.quotedCell(example)} in?`,
      why: 'The years do not look like Gregorian ones. Dates of another calendar are converted; the file’s own words stay in its cells.',
      keep: 'Gregorian: keep the years as they are',
      convert: (name: string, date: string): string =>
        date === '' ? `${name}: convert` : `${name}: convert; it is ${date}`,
    },
    encodingPending: 'The file is being looked at in the new encoding.',
    calendarNeeded: 'First say which calendar the years are in.',
    orderNeeded: 'First say in which order day and month stand.',
    nobody: 'no column',
    option: (name: string, example: string): string =>
      example === '' ? name : `${outsideText(name)} (${outsideText(example)})`,
    likely: 'Likely columns',
    others: 'Other columns',
    groups: { place: 'Place', time: 'Time', rest: 'What else a row says' },
    place: {
      label: 'How the place is written',
      kinds: {
        two: 'latitude and longitude, a column each',
        one: 'both in one column',
        geometry: 'a geometry of the row',
        none: 'no place',
      },
      latitude: 'Latitude',
      longitude: 'Longitude',
      column: 'Column of the place',
      order: 'Which comes first',
      orders: { 'latitude-first': 'latitude', 'longitude-first': 'longitude' },
      noneNote: 'No row will be on the map; all will be in the list.',
      precision: 'Precision of the place',
      precisionNote: 'Without it every point is marked “precision not given”.',
      scale: 'Precision is written in',
      scales: {
        acled: 'ACLED’s codes, 1 to 3',
        ucdp: 'UCDP’s codes, 1 to 7',
        gdelt: 'GDELT’s codes, 1 to 5',
        airwars: 'words: exact, street, town, district, province…',
        codebook: 'this map’s words: site, town, district…',
        meters: 'metres',
      } satisfies Record<PlaceScale, string>,
    },
    time: {
      label: 'How the time is written',
      kinds: {
        one: 'a date in one column',
        interval: 'from and to, a column each',
        parts: 'year, month and day, a column each',
        epoch: 'a count of seconds since 1970, in UTC',
        none: 'no time',
      },
      column: 'Column of the time',
      from: 'From',
      to: 'To',
      year: 'Year',
      month: 'Month',
      day: 'Day',
      clock: 'Time of day',
      clockTo: 'Time of day of the end',
      end: 'End',
      order: 'Order of numbers in a date',
      orders: {
        ymd: 'year, month, day',
        dmy: 'day, month, year',
        mdy: 'month, day, year',
      } satisfies Record<DateOrder, string>,
      unit: 'Counted in',
      units: { seconds: 'seconds', milliseconds: 'milliseconds' },
      noneNote: 'No row will have a date: each is counted as possibly in every window.',
    },
    dateOrder: {
      question: 'Which comes first in this file, the day or the month?',
      either: (text: string, dayFirst: Minute, monthFirst: Minute): string =>
        `${outsideText(text)} may be ${dates.day(dayFirst)} or ${dates.day(monthFirst)}: which is it?`,
      why: 'No date that was looked at tells.',
      dmy: 'The day comes first',
      mdy: 'The month comes first',
      as: (choice: string, minute: Minute): string => `${choice}: ${dates.dayAndYear(minute)}`,
    },
    rest: {
      title: 'Title',
      text: 'Text',
      source: 'Source',
      link: 'Link',
      category: 'Category (makes the layers)',
      placeName: 'Name of the place',
      area: 'Province or governorate',
    },
    uses: {
      latitude: 'latitude',
      longitude: 'longitude',
      place: 'place',
      placePrecision: 'precision',
      placeName: 'place name',
      area: 'province',
      time: 'time',
      from: 'from',
      to: 'to',
      year: 'year',
      month: 'month',
      day: 'day',
      clock: 'time of day',
      timePrecision: 'precision of time',
      id: 'number',
      title: 'title',
      text: 'text',
      source: 'source',
      link: 'link',
      category: 'layer',
    },
    samples: {
      asRead: 'The first rows as they will be read',
      asWritten: 'The same rows as the file has them',
      none: 'The file has no row to show.',
      row: 'Row',
      where: 'Where',
      when: 'When',
      layer: 'Layer',
      title: 'Title',
      notes: 'Noted',
      noPlace: 'no place',
      noDate: 'no date',
      noCategory: 'none',
      area: 'hatched as an area, no point',
    },
  },

  report: {
    title: (name: string): string => `How ${outsideText(name)} was read`,
    layout: (layout: Layout): string =>
      layout === 'table' ? 'Columns as chosen or guessed' : `Known as ${layouts[layout]}`,
    account: 'What became of the rows',
    outcome: 'Outcome',
    count: 'Rows',
    kept: 'Placed and dated',
    unplaced: 'Without a place: in the list, not on the map',
    undated: 'Placed, but without a date: possibly in every window',
    dropped: 'Left out, since they are no records',
    read: 'Rows read',
    outcomes: {
      unplaced: { title: 'Not placed', note: 'These rows are in the list, marked so.' },
      undated: {
        title: 'Not dated',
        note: 'These rows are in the list, marked so. Since they may be from any day of the file, they are counted as possibly in every window.',
      },
      dropped: { title: 'Left out', note: 'Nothing of these rows is shown.' },
      assumed: {
        title: 'Read with an assumption',
        note: 'These rows are on the map and in the list. How they were read is said here: check that it is meant so.',
      },
      suspicion: {
        title: 'To be checked',
        note: 'Something about these rows is unusual. Nothing was changed because of it: look at them in the file.',
      },
    },
    columns: { note: 'What was noted', column: 'Column', count: 'Rows', rows: 'The first of them' },
    wholeRow: 'the whole row',
    example: (cell: string): string => `for example ${rowWords.quotedCell(cell)}`,
    /** `lines` where a row begins on a line of another number: cells of several lines shift them. */
    firstRows: (
      numbers: readonly number[],
      count: number,
      lines: readonly (number | undefined)[] = [],
    ): string =>
      `${numbers.map((one, at) => rowAndLine(one, lines[at])).join(', ')}${count > numbers.length && numbers.length > 0 ? '…' : ''}`,
    several: 'A row may have several notes, so these numbers may be more than the rows above.',
    nothing: 'Nothing was noted about any row.',
    clock: (utcOffset: Minute): string =>
      `Times that state an offset from UTC are shown in ${rowWords.clockName(utcOffset)}: ${
        utcOffset === 0 ? 'the file states no other.' : 'most of them state it.'
      }`,
    outlinesLeftOut: (count: number): string =>
      `${counts.counted(count, { one: 'line or area is', other: 'lines and areas are' })} not drawn, since there are too many. Each has its mark.`,
    download: 'Save all notes (CSV)',
  },

  sets: {
    title: 'Open data',
    own: 'The map’s own data',
    switchSet: (name: string, count: number): string => `${outsideText(name)}: ${rows(count)}`,
    report: 'How it was read',
    reportOf: (name: string): string => `How it was read: ${outsideText(name)}`,
    keep: 'Keep on this device',
    keepOf: (name: string): string => `Keep on this device: ${outsideText(name)}`,
    keepNote: 'It is opened again with this page, from this browser’s own storage.',
    close: 'Close',
    closeOf: (name: string): string => `Close: ${outsideText(name)}`,
  },

  row: {
    notesOf: (layout: Layout | undefined): string =>
      layout === undefined || layout === 'table' || layout === 'codebook'
        ? 'Notes of the file'
        : `${layouts[layout]}’s notes`,
    notesColumn: (column: string): string =>
      `Column ${outsideText(column)}: in the words of the author of the file, and no quotation of a source.`,
    facts: {
      when: 'When',
      where: 'Where',
      layer: 'Layer',
      noted: 'Noted',
    },
    reports: {
      heading: (count: number): string =>
        counts.counted(count, {
          one: 'report that the file names',
          other: 'reports that the file names',
        }),
      note: 'As the file writes them. Nobody here has checked them; links lead to other sites.',
    },
    undated: 'no date in the file',
    unreadDate: 'no date could be read from it',
    unplaced: 'no place that could be drawn',
    unnamed: 'place without a name',
    readAs: (span: Span, unknownEnd?: UnknownEnd): string =>
      `read as ${rowWords.whenWords(span, unknownEnd)}`,
    area: 'shown as an area: no point stands for it',
    cells: 'All that the file says',
    cellsNote: 'Columns and texts as they stand in the file; empty ones are left out.',
    position: (number: number, line: number | undefined, file: string): string =>
      `Row ${rowAndLine(number, line)} of ${outsideText(file)}`,
  },

  licence: {
    title: 'These rows come from ACLED',
    files: (names: readonly string[]): string =>
      `On the map: ${names.map((name) => outsideText(name)).join(', ')}.`,
    terms: [
      'ACLED licenses its data to you. As we read its terms, they do not let you pass its content on in a form from which the data could be recreated, whether in part, reordered or beside other data.',
      'Check your agreement with ACLED before what you save or share leaves your hands, and name ACLED as the source.',
    ],
    accept: 'Go on',
  },

  saveRows: 'Save these rows (CSV)',
  saveRowsNote:
    'In the order of their files, with all cells, and the place and time as they were read. You can open the saved file here again.',
};
