import type { FileFault, StreetMapIssue, TableFileIssue } from '../../core/faults/fault.ts';
import type { Message } from '../../core/faults/message.ts';
import type { RecordFault } from '../../core/records/bundled-report.ts';
import { outsideText } from '../../core/text/outside-text.ts';
import { UNPACK_LIMITS } from '../../core/mapping/unpack-limits.ts';
import { assertNever } from '../../core/base/assert-never.ts';
import { addressFaults } from './address-faults.ts';
import { firstFaults, type FirstFault } from './first-faults.ts';
import { counts, dates, lists } from './format.ts';
import { recordFaults } from './record-faults.ts';
import { statusText } from './status-text.ts';
import { textOf, type ByKind } from '../sentences/by-kind.ts';

const RECORDS = { one: '# record', other: '# records' };

const tableIssues: Readonly<Record<TableFileIssue, string>> = {
  magic: 'it is not a column file',
  version: 'it was written by another version of this program',
  header: 'its header is damaged',
  size: 'it is too short or too long',
  texts: 'its texts are not where they should be',
  places: 'some of its places are impossible',
  codes: 'it contains kinds, targets or effects that this page does not know',
  times: 'some of its times end before they start, or are out of order',
};

const OPENABLE =
  'CSV or tab-separated text, GeoJSON, JSON records or tables, KML or KMZ, GPX, zip or gzip files of these, and street maps (PMTiles)';

const lookalikes = {
  html: 'It is a web page. If it came from a download link, the site may have asked you to log in. Open the link in a browser and save the file itself.',
  pdf: 'It is a PDF. Ask its publisher for the table it was made from.',
  office:
    'It is an office file. In your spreadsheet program, save the sheet as CSV (UTF-8) and open that file.',
  shapefile:
    'It is part of a shapefile. Save it as GeoJSON, for example with QGIS, and open that file.',
  picture: 'It is a picture.',
  binary: 'It is not text.',
} as const;

const corrections = {
  swapped: 'The end was before the start, so the two were swapped.',
  'end-moved': 'The start was after the end, so the end was moved as well.',
  lengthened: 'A period is at least one hour long.',
} as const;

/** What keeps an archive of map tiles from being drawn, and what to do. */
const streetMapIssues: Readonly<Record<StreetMapIssue, string>> = {
  damaged: 'it is damaged. Download or make it again',
  cut: 'it ends too early. Download it again',
  version:
    'it is in another version of the PMTiles format. Convert it to version 3, for example with “pmtiles convert”',
  compression:
    'its tiles are compressed with Brotli or Zstandard, which browsers cannot read in a file. Make it again with gzip',
  'tile-kind':
    'it has another kind of tiles. Vector tiles (MVT) and pictures (PNG, JPEG, WebP, AVIF) can be drawn',
  schema:
    'its layers are not those of a street map that this page can draw: Protomaps, OpenMapTiles or Shortbread. The map shows its outlines instead',
  'no-tiles': 'it has no tiles',
  'no-parts':
    'it is large, and its server does not send parts of files. Save it on your device and open it from there',
};

const archives = {
  damaged: 'it is damaged or incomplete. Download it again',
  locked: 'it is protected by a password. Unpack it and open the file inside',
  'nothing-inside': 'nothing inside can be opened here. Unpack it to see what it contains',
  longer:
    'a file inside is longer than the archive says, so unpacking was stopped. Download it again. If you trust it, unpack it yourself and open the file inside',
  ratio: `a file inside unpacks to more than ${counts.number(UNPACK_LIMITS.maxRatio)} times its packed size, as in files that are made to fill the memory, so unpacking was stopped. If you trust it, unpack it yourself and open the file inside`,
  method: 'its compression method is not supported here. Unpack it and open the file inside',
} as const;

/** What keeps a reader's own file from being opened, and what to do. */
const ofFiles: ByKind<FileFault> = {
  'empty-file': (fault) => `${fault.file} is empty. Nothing was opened.`,
  'unknown-format': (fault) => {
    const seen = fault.looksLike ? ` ${lookalikes[fault.looksLike]}` : '';
    return `${fault.file} could not be opened.${seen} You can open ${OPENABLE}.`;
  },
  'too-large': (fault) => {
    const limit = counts.bytes(fault.maxBytes);
    switch (fault.part) {
      case 'file':
        return `${fault.file} is larger than ${limit}, the limit for a file. Split it, or leave out columns.`;
      case 'document':
        return `${fault.file} is larger than ${limit}, the limit for a file of this kind, because it must be read as a whole. Save it as CSV, or as GeoJSON with one feature per line: these are read in parts.`;
      case 'unpacked':
        return `${fault.file} unpacks to more than ${limit}, the limit, so unpacking was stopped. Unpack it yourself and open the file inside.`;
      default:
        return assertNever(fault.part);
    }
  },
  'too-many-columns': (fault) =>
    `${fault.file} has ${counts.number(fault.columns)} columns; the limit is ${counts.number(fault.limit)}. Leave out columns that you do not need, or check that each row of the file is on its own line.`,
  'too-many-rows': (fault) =>
    `${fault.file} has more than ${counts.number(fault.limit)} rows, the limit. Split it.`,
  'too-deep': (fault) =>
    `${fault.file} has lists inside lists, more than ${counts.number(fault.limit)} levels deep, which is the limit. Nothing was opened.`,
  'broken-document': (fault) => {
    const column = fault.column === undefined ? '' : `, column ${counts.number(fault.column)}`;
    const where = fault.line === undefined ? '' : `line ${counts.number(fault.line)}${column}: `;
    const kind = fault.format === 'json' ? 'JSON' : 'XML';
    return `${fault.file} is not valid ${kind}: ${where}${outsideText(textOf(recordFaults.documentMistakes, fault.mistake), 400)}. Correct it there and open it again.`;
  },
  'bad-archive': (fault) => `${fault.file} could not be unpacked: ${archives[fault.reason]}.`,
  'bad-street-map': (fault) =>
    `${fault.file} cannot be used as a street map: ${streetMapIssues[fault.issue]}.`,
  'no-rows': (fault) => `${fault.file} has no rows. Nothing was opened.`,
};

const notSaved = {
  'no-storage': 'the browser gives this page no storage, as in private windows',
  'no-room': 'it is larger than the room that the browser has for this page',
} as const;

/** What happened, and what to do. */
const sentences: ByKind<Exclude<Message, FileFault | FirstFault>> = {
  'not-json': (fault) =>
    `${fault.file} is not valid JSON: ${outsideText(textOf(recordFaults.jsonMistakes, fault.mistake), 400)}. Contact the publisher.`,
  'not-utf-8': (fault) => {
    const what =
      fault.line === undefined
        ? `is in ${fault.encoding ?? 'another text encoding'}, not in UTF-8`
        : `has a byte that is not UTF-8 in line ${counts.number(fault.line)}, column ${counts.number(fault.column ?? 1)}`;
    return `${fault.file} ${what}. It was not opened, because letters would be lost. Save it as UTF-8 and open it again. If it is not yours, contact the publisher.`;
  },
  'not-a-collection': (fault) =>
    `${fault.file} is not a GeoJSON FeatureCollection, so it was not opened. Contact the publisher.`,
  'bad-records': (fault) => {
    const lost = new Set(fault.faults.map((one) => one.record)).size;
    const dropped = counts.counted(lost, RECORDS);
    return fault.kept === 0
      ? `${fault.file} cannot be used until its errors are corrected.`
      : `${dropped} of ${fault.file} could not be read and ${lost === 1 ? 'is' : 'are'} not shown. The other ${counts.counted(fault.kept, RECORDS)} ${fault.kept === 1 ? 'is' : 'are'} shown.`;
  },
  'bad-columns': (fault) =>
    `${fault.file} cannot be used: ${tableIssues[fault.reason]}. Contact the publisher.`,
  ...addressFaults,
  'file-read': (fault) => {
    const { read, kept, unplaced, undated, dropped } = fault.report;
    const file = outsideText(fault.report.file);
    const parts = [
      unplaced === 0 ? '' : `${counts.number(unplaced)} without a place`,
      undated === 0 ? '' : `${counts.number(undated)} without a date`,
      dropped === 0 ? '' : `${counts.number(dropped)} left out`,
    ].filter(Boolean);
    const rest = parts.length === 0 ? '' : `, ${lists.plain(parts)}`;
    const site = fault.answeredBy === undefined ? '' : outsideText(fault.answeredBy, 100);
    const from = site === '' ? '' : ` The file came from ${site}.`;
    return `${file}: ${counts.counted(read, { one: '# row', other: '# rows' })} read, ${counts.number(kept)} with place and date${rest}.${from}`;
  },
  'street-map-opened': (fault) =>
    `${fault.file} is open as a street map. It is drawn under the marks when you zoom in.`,
  'street-map-failed': (fault) =>
    `Parts of the street map ${fault.file} could not be read: the file is damaged, or it was changed, moved or deleted. Open it again, or close it in the key.`,
  'file-changed': () =>
    'An open file was changed, moved or deleted on your device, so its rows can no longer be read. Open it again.',
  'reader-restarted': (fault) => {
    const lost = lists.plain(fault.lost.map((file) => outsideText(file)));
    const again =
      lost === '' ? '' : ` These files could not be opened again: ${lost}. Open them yourself.`;
    return `The part of the page that reads data stopped, perhaps because there was not enough memory. It was restarted and the data were opened again.${again}`;
  },
  'not-deleted': (fault) =>
    `${fault.file} could not be removed from this device. It is still kept here and will open again with this page. Try again, or clear this site’s data in the browser settings.`,
  'mapping-outdated': (fault) =>
    `The column choices kept for ${fault.file} come from another version of this page and cannot be used. Check the new suggestions. To keep your new choices, remove the file from this device and keep it again.`,
  'base-map-whole': () =>
    'The server of this page does not send parts of files, so the whole base map is being downloaded. Everything else works meanwhile. If you cancel, the map has no outlines and no place names.',
  'saved-copy-shown': (fault) =>
    `The published ${fault.file} cannot be read now. You see the copy kept on this device, which may be older.`,
  'saved-file-unopened': (fault) =>
    `${fault.file}, kept on this device, was not opened. This page tries again each time it opens, until you remove the file from this device.`,
  'not-saved': (fault) =>
    `${fault.file} could not be kept on this device: ${notSaved[fault.why]}. The file stays open until you close the page.`,
  'opened-off': (fault) =>
    `${fault.file}, kept on this device, is open but switched off, so that you see what the link shows. Switch it on under “Data sets”.`,
  'files-not-kept': ({ files }) => {
    const names = lists.and(files.map((file) => outsideText(file)));
    return files.length === 1
      ? `${names}, which was open in this tab before, is not kept on this device. Its rows and the filters on its columns are no longer there. Open the file again to use them.`
      : `${names}, which were open in this tab before, are not kept on this device. Their rows and the filters on their columns are no longer there. Open the files again to use them.`;
  },
  'bad-address': (fault) =>
    `“${fault.address}” is not a web address. It must begin with http:// or https://.`,
  'link-refused': (fault) =>
    `${fault.host} did not send the file (${statusText(fault.status)}). Check the address, and check that the file is public.`,
  'link-stalled': (fault) =>
    `${fault.host} sent nothing for ${counts.number(fault.seconds)} seconds, so loading was stopped. Try again later, or save the file on your device and open it from there.`,
  'link-with-password': (fault) =>
    `The address at ${fault.host} contains a user name or password, which this page does not send. Save the file on your device and open it from there.`,
  'link-unreachable': (fault) =>
    fault.isFollowed
      ? `${fault.host} redirected to another address, and the file could not be read: that address did not answer, or does not allow other sites to read the file. Open the link in a browser tab, save the file and open it from your device.`
      : `The file could not be read from ${fault.host}: the site did not answer, or does not allow other sites to read the file. Save the file on your device and open it from there.`,
  'outside-period': (fault) =>
    `The data cover ${dates.span(fault.period, true)}. The date was moved to the nearest day in this range.`,
  'unread-date': (fault) =>
    fault.text === ''
      ? 'The date is not complete, or there is no such day. The period has not changed.'
      : `“${outsideText(fault.text, 40)}” was not read as a date, so the period has not changed. Write year-month-day and, if you like, the time: ${fault.example}.`,
  'window-corrected': (fault) =>
    `${corrections[fault.how]} The period is now ${dates.span(fault.window, true)}.`,
  'quote-not-found': (fault) =>
    `The quoted words were not found in ${fault.file}. The text is shown without highlighting. Contact the publisher.`,
};

export const faults = {
  ...firstFaults,
  sentences: { ...firstFaults.sentences, ...sentences, ...ofFiles },
  recordFault: ({ record, field, problem, expected }: RecordFault): string =>
    `${outsideText(record)}: ${outsideText(field)}: ${outsideText(textOf(recordFaults.problems, problem))}; expected ${outsideText(textOf(recordFaults.expectations, expected))}`,
};
