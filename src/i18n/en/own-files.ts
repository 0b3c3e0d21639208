import type { TableSchema, PlacePrecisionScale } from '../../core/mapping/column-mapping.ts';
import type { Calendar, DateOrder } from '../../core/time/date-order.ts';
import type { Minute } from '../../core/time/minute.ts';
import { outsideText } from '../../core/text/outside-text.ts';
import { counts, dates, lists, rows } from './format.ts';
import { form, layouts } from './form.ts';
import { quotedCell } from './rows.ts';

/** `6 (line 9)`: rows as a spreadsheet numbers them, lines as a text editor does. */
const rowAndLine = (row: number, line: number | undefined): string =>
  line === undefined ? counts.number(row) : `${counts.number(row)} (line ${counts.number(line)})`;

const percent = (part: number): string => `${counts.number(Math.floor(part * 100))} %`;

export const ownFiles = {
  layouts,
  rows,
  cancel: 'Cancel',
  close: 'Close',

  open: {
    button: 'Open a file',
    title: 'Open your own data',
    privacy:
      'What you open is read in this browser and stays on this device. Nothing is sent anywhere.',
    formats:
      'You can open CSV and other delimited text, GeoJSON, JSON records and tables, KML and KMZ, GPX, and a zip or gzip file of one of these. Exports from ACLED, UCDP GED, GDELT, Airwars and TimeMap are recognised by their columns. For any other table, you first see how it will be read.',
    files: {
      title: 'A file on this device',
      choose: 'Choose files…',
      hint: 'Or drop files anywhere on this page. Folders cannot be opened: choose the files in the folder.',
    },
    paste: {
      title: 'Copied text',
      label: 'Paste a table, with its header, or a document',
      open: 'Open the text',
    },
    link: {
      title: 'A file on the web',
      label: 'Address of the file',
      placeholder: 'https://',
      format: 'A web address begins with http:// or https://',
      hint: 'Other sites are contacted only after you agree. The site then sees your network (IP) address and that someone asks for this file. It must allow other sites to read the file.',
      open: 'Open the link',
    },
  },

  asking: {
    title: (host: string): string => `Ask ${outsideText(host)} for a file?`,
    text: (host: string): string =>
      `This page will ask ${outsideText(host)} for the file. ${outsideText(host)} will see your network (IP) address.`,
    address: 'Full address:',
    allow: 'Allow',
    redirect: {
      title: (host: string): string => `Follow ${outsideText(host)} to another address?`,
      text: (host: string): string =>
        `${outsideText(host)} does not send the file itself. It redirects to another address, which may be on another site; the browser does not say which one before it contacts that site. That site will see your network (IP) address. Its name is shown when the file is open.`,
      allow: 'Follow',
    },
  },

  progress: {
    label: 'Opening a file',
    fetching: (host: string): string => `Loading the file from ${outsideText(host)}`,
    recognising: (name: string): string => `Checking ${outsideText(name)}`,
    unpacking: (name: string): string => `Unpacking ${outsideText(name)}`,
    unpacked: (count: number): string => `${counts.bytes(count)} unpacked`,
    reading: (name: string): string => `Reading ${outsideText(name)}`,
    reopening: 'Opening the data again',
    firstRows: 'The first rows are on the map. Counts grow until all rows are read.',
    part: percent,
    /** For screen readers: at the start and at every quarter. */
    told: (what: string, part: number | undefined): string =>
      part === undefined ? what : `${what}, ${percent(part)}`,
  },

  columns: {
    title: (name: string): string => `How ${outsideText(name)} will be read`,
    lead: 'These are guesses from the names and values of the columns. Change what is wrong: the rows below show the result.',
    recognised: 'Recognised as',
    layout: (layout: TableSchema): string =>
      layout === 'table' ? '' : `columns of ${layouts[layout]}`,
    confirm: 'Open the file',
    encoding: {
      label: 'Text encoding',
      words: form.encodings,
      doubtful:
        'The letters in this file fit more than one text encoding. Check the names in the rows below. If they look wrong, choose another encoding.',
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
      question: (example: string): string => `Which calendar does ${quotedCell(example)} use?`,
      why: 'The years do not look Gregorian. If you choose another calendar, dates are converted to the Gregorian calendar. The text of the file is not changed.',
      keep: 'Gregorian: do not convert',
      convert: (name: string, date: string): string =>
        date === '' ? `${name}: convert` : `${name}: convert to ${date}`,
    },
    encodingPending: 'Checking the file in the new encoding…',
    calendarNeeded: 'First choose the calendar of the years.',
    orderNeeded: 'First choose the order of day and month.',
    nobody: 'no column',
    option: (name: string, example: string): string =>
      example === '' ? name : `${outsideText(name)} (${outsideText(example)})`,
    likely: 'Likely columns',
    others: 'Other columns',
    groups: { place: 'Place', time: 'Time', rest: 'Other columns of a row' },
    place: {
      label: 'How the place is written',
      kinds: {
        two: 'in two columns',
        one: 'in one column',
        geometry: 'the geometry of the row',
        none: 'no place',
      },
      latitude: 'Latitude',
      longitude: 'Longitude',
      column: 'Column of the place',
      order: 'Which comes first',
      orders: { 'latitude-first': 'latitude', 'longitude-first': 'longitude' },
      noneNote: 'No rows will be on the map. All will be in the list.',
      precision: 'Place precision',
      precisionNote: 'Without it, every point is marked “precision not given”.',
      scale: 'Precision is given as',
      scales: {
        acled: 'ACLED’s codes, 1 to 3',
        ucdp: 'UCDP’s codes, 1 to 7',
        gdelt: 'GDELT’s codes, 1 to 5',
        airwars: 'words: exact, street, town, district, province…',
        codebook: 'this map’s words: site, town, district…',
        meters: 'metres',
      } satisfies Record<PlacePrecisionScale, string>,
    },
    time: {
      label: 'How the time is written',
      kinds: {
        one: 'a date in one column',
        interval: 'start and end in two columns',
        parts: 'year, month, day separately',
        epoch: 'seconds since 1970 (UTC)',
        none: 'no time',
      },
      column: 'Column of the time',
      from: 'Start',
      to: 'End',
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
      unit: 'Unit',
      units: { seconds: 'seconds', milliseconds: 'milliseconds' },
      noneNote: 'No rows will have a date. Each is counted as possibly in every period.',
    },
    dateOrder: {
      question: 'Which comes first in this file, the day or the month?',
      either: (text: string, dayFirst: Minute, monthFirst: Minute): string =>
        `${outsideText(text)} may be ${dates.day(dayFirst)} or ${dates.day(monthFirst)}. Which is right?`,
      why: 'None of the dates that were checked shows which.',
      dmy: 'The day comes first',
      mdy: 'The month comes first',
      as: (choice: string, minute: Minute): string => `${choice}: ${dates.dayAndYear(minute)}`,
    },
    rest: {
      title: 'Title',
      text: 'Text',
      source: 'Source',
      link: 'Link',
      category: 'Category (becomes the layers)',
      placeName: 'Name of the place',
      area: 'Province or governorate',
    },
    uses: {
      latitude: 'latitude',
      longitude: 'longitude',
      place: 'place',
      geometry: 'geometry',
      unreadGeometry: 'geometry',
      placePrecision: 'precision',
      placeName: 'place name',
      area: 'province',
      time: 'time',
      from: 'start',
      to: 'end',
      year: 'year',
      month: 'month',
      day: 'day',
      clock: 'time of day',
      clockTo: 'time of day',
      timePrecision: 'precision of time',
      id: 'ID',
      title: 'title',
      text: 'text',
      source: 'source',
      link: 'link',
      category: 'layer',
      effect: 'effect',
    },
    samples: {
      asRead: 'First rows, as they will be read',
      asWritten: 'The same rows, as they are in the file',
      none: 'The file has no rows to show.',
      row: 'Row',
      where: 'Where',
      when: 'When',
      layer: 'Layer',
      title: 'Title',
      notes: 'Notes',
      noPlace: 'no place',
      noDate: 'no date',
      noCategory: 'none',
      area: 'shown as a hatched area, no point',
    },
  },

  report: {
    title: (name: string): string => `How ${outsideText(name)} was read`,
    layout: (layout: TableSchema): string =>
      layout === 'table' ? 'Columns as chosen or guessed' : `Recognised as ${layouts[layout]}`,
    account: 'Result for all rows',
    outcome: 'Result',
    count: 'Rows',
    kept: 'With place and date',
    unplaced: 'Without a place: in the list, not on the map',
    undated: 'With a place, but without a date: possibly in every period',
    dropped: 'Left out, because they are not records',
    read: 'Rows read',
    outcomes: {
      unplaced: { title: 'Without a place', note: 'The list marks these rows “no place”.' },
      undated: {
        title: 'Without a date',
        note: 'The list marks these rows “no date”. They may be from any day of the file, so they are counted as possibly in every period.',
      },
      dropped: { title: 'Left out', note: 'These rows are not shown.' },
      assumed: {
        title: 'Read with an assumption',
        note: 'These rows are on the map and in the list. The notes say how they were read: check that this is right.',
      },
      suspicion: {
        title: 'Please check',
        note: 'Something about these rows is unusual. Nothing was changed: check them in the file.',
      },
    },
    columns: { note: 'Note', column: 'Column', count: 'Rows', rows: 'First rows' },
    wholeRow: 'the whole row',
    example: (cell: string): string => `for example ${quotedCell(cell)}`,
    /** `lines` where a row begins on a line of another number: cells of several lines shift them. */
    firstRows: (
      numbers: readonly number[],
      count: number,
      lines: readonly (number | undefined)[] = [],
    ): string =>
      `${lists.plain(numbers.map((one, at) => rowAndLine(one, lines[at])))}${count > numbers.length && numbers.length > 0 ? '…' : ''}`,
    several:
      'A row may have several notes, so these numbers may add up to more than the rows above.',
    nothing: 'There are no notes.',
    recordFaults: {
      title: 'Records with errors',
      note: 'These records do not follow the codebook and are not shown. Correct them and open the file again.',
      more: (count: number): string =>
        counts.counted(count, { one: '# more error is', other: '# more errors are' }) +
        ' not listed here.',
    },
    clock: (offset: string): string =>
      `Times with an offset from UTC are shown in ${offset}: most of them have this offset.`,
    clockUtc: 'Times with an offset from UTC are shown in UTC: the file has no other offset.',
    outlinesLeftOut: (count: number): string =>
      `${counts.counted(count, { one: '# line or area is', other: '# lines and areas are' })} not drawn, because there are too many. Each has a mark.`,
    download: 'Save all notes (CSV)',
    /** Name of the saved file, and its columns; the notes in it are codes. */
    savedName: (name: string): string => `${name} import notes.csv`,
    savedColumns: ['row', 'line', 'note', 'column', 'cell', 'can be read'],
  },

  row: {
    notesOf: (layout: TableSchema | undefined): string =>
      layout === undefined || layout === 'table' || layout === 'codebook'
        ? 'Notes in the file'
        : `Notes by ${layouts[layout]}`,
    notesColumn: (column: string): string =>
      `Column ${outsideText(column)}: written by the author of the file, not quoted from a source.`,
    reports: {
      heading: (count: number): string =>
        counts.counted(count, {
          one: '# report named in the file',
          other: '# reports named in the file',
        }),
      note: 'As written in the file. We have not checked them. Links open other sites.',
    },
    undated: 'no date in the file',
    unreadDate: 'not readable as a date',
    unplaced: 'no place that can be drawn',
    unnamed: 'place without a name',
    readAs: (time: string): string => `read as ${time}`,
    area: 'shown as an area, without a point',
    cells: 'All columns of this row',
    cellsNote: 'As written in the file. Empty cells are left out.',
    position: (number: number, line: number | undefined, file: string): string =>
      `Row ${rowAndLine(number, line)} of ${outsideText(file)}`,
  },

  licence: {
    title: 'These rows come from ACLED',
    files: (names: readonly string[]): string =>
      `On the map: ${lists.plain(names.map((name) => outsideText(name)))}.`,
    terms: [
      'ACLED licenses its data to you. As we read its terms, they do not let you pass its content on in a form from which the data could be recreated, even in part, in another order or together with other data.',
      'Check your agreement with ACLED before you pass on what you save or share, and name ACLED as the source.',
    ],
    accept: 'Continue',
  },

  saveRows: 'Save these rows (CSV)',
  savedRowsName: 'dateline rows.csv',
  saveRowsNote:
    'In the order of the files, with all cells and with place and time as they were read. You can open the saved file here again.',
};
