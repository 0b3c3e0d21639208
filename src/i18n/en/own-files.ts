import type { TableSchema, PlacePrecisionScale } from '../../core/mapping/column-mapping.ts';
import type { Calendar, DateOrder } from '../../core/time/date-order.ts';
import type { Minute } from '../../core/time/minute.ts';
import { outsideText } from '../../core/text/outside-text.ts';
import { counts, dates, lists, rows } from './format.ts';
import { form, layouts } from './form.ts';
import { report, row } from './import-report.ts';
import { quotedCell } from './rows.ts';
import { savedRows } from './saved-rows.ts';

const percent = (part: number): string => `${counts.number(Math.floor(part * 100))} %`;

export const ownFiles = {
  layouts,
  rows,
  report,
  row,
  cancel: 'Cancel',
  close: 'Close',

  /** Incidents that the home view leaves out. A button: it shows all. */
  outsideView: (count: number): string =>
    counts.counted(count, { one: '# more outside this view', other: '# more outside this view' }),
  open: {
    button: 'Open a file',
    title: 'Open your own data',
    privacy:
      'What you open is read in this browser and stays on this device. Nothing is sent anywhere.',
    formats:
      'You can open CSV and other delimited text, GeoJSON, JSON records and tables, KML and KMZ, GPX, and a zip or gzip file of one of these. Exports from ACLED, UCDP GED, GDELT, Airwars, TimeMap, Atlos, GeoConfirmed and Bellingcat’s Auto Archiver are recognised by their columns. For any other table, you first see how it will be read. A street map (PMTiles, Protomaps, OpenMapTiles or Shortbread) is drawn under the marks.',
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
    status: (what: string, part: number | undefined): string =>
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
    noColumn: 'no column',
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
        atlos: 'Atlos’s words: exact, vicinity, locality',
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
        leading: 'a date at the beginning of a name',
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
      country: 'Country',
      published: 'First reported, or added to the table',
      archive: 'Archived copy: address',
      captured: 'Archived copy: when it was made',
      hash: 'Archived copy: SHA-256',
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
      country: 'country',
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
      published: 'first reported',
      archive: 'archived copy',
      captured: 'time of the copy',
      hash: 'SHA-256',
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
      area: 'shown as an area, no point',
    },
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

  streetMaps: {
    title: 'Street maps',
    name: (file: string): string => `Street map: ${outsideText(file)}`,
    lookAt: 'Show',
    lookAtOf: (file: string): string => `Show the street map ${outsideText(file)}`,
    keep: 'Keep on this device',
    keepOf: (file: string): string => `Keep on this device: ${outsideText(file)}`,
    keepNote: 'The file is kept in the storage of this browser and opens again with this page.',
    close: 'Close',
    closeOf: (file: string): string => `Close the street map ${outsideText(file)}`,
  },

  ...savedRows,
};
