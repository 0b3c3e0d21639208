import type { ColumnsFlaw, Fault, FileFault } from '../../core/fault.ts';
import { outsideText } from '../../core/outside-text.ts';
import { UNPACK_LIMITS } from '../../core/reading/unpack-limits.ts';
import { unreachable } from '../../core/unreachable.ts';
import { bytes, counts, dates } from './counting.ts';

const bug = {
  title: 'Something broke that should not have',
  advice: 'This is our mistake. Reload the page; if it happens again, tell us what you did.',
};

const flaws: Readonly<Record<ColumnsFlaw, string>> = {
  magic: 'it is not a file of columns',
  version: 'it was written by another version of this program',
  header: 'its beginning is broken',
  size: 'it is cut short, or too long',
  texts: 'its texts do not stand where they should',
  places: 'some of its places cannot be',
  codes: 'it holds kinds, targets or effects that are unknown here',
  times: 'some of its times end before they begin, or are out of order',
};

const OPENABLE =
  'CSV or tab-separated text, GeoJSON, JSON records or tables, KML or KMZ, GPX, and zip or gzip around these';

const lookalikes = {
  html: 'It is a web page. If it came from a download link, the site may have asked you to log in: open the link in a browser and save the file itself.',
  pdf: 'It is a PDF. Ask its publisher for the table behind it.',
  office:
    'It is an office file. In your spreadsheet program save the sheet as CSV (UTF-8) and open that.',
  shapefile: 'It is part of a shapefile. Save it as GeoJSON, for example with QGIS, and open that.',
  picture: 'It is a picture.',
  binary: 'It is not text.',
} as const;

const mended = {
  swapped: 'The end was before the start, so the two were swapped.',
  'end-moved': 'The start was after the end, so the end was moved as well.',
  lengthened: 'A window is at least one hour long.',
} as const;

const archives = {
  damaged: 'it is damaged or cut short. Download it again',
  locked: 'it is locked by a password. Unpack it and open what is inside',
  'nothing-inside': 'nothing inside can be opened here. Unpack it to see what it holds',
  longer:
    'a file inside is longer than its list of contents says, so unpacking was stopped. Download it again; if you trust it, unpack it yourself and open the file inside',
  ratio: `a file inside unpacks to more than ${counts.number(UNPACK_LIMITS.maxRatio)} times its packed size, as files made to fill the memory do, so unpacking was stopped. If you trust it, unpack it yourself and open the file inside`,
  method: 'it is packed by a method that cannot be read here. Unpack it and open what is inside',
} as const;

/** What keeps a reader's own file from being opened, and what to do. */
function fileSentence(fault: FileFault): string {
  const { file } = fault;
  switch (fault.kind) {
    case 'empty-file':
      return `${file} is empty. Nothing was opened.`;
    case 'unknown-format': {
      const seen = fault.looksLike ? ` ${lookalikes[fault.looksLike]}` : '';
      return `${file} could not be opened.${seen} What opens here: ${OPENABLE}.`;
    }
    case 'too-large': {
      const most = bytes(fault.mostBytes);
      switch (fault.part) {
        case 'file':
          return `${file} is larger than ${most}, the most that can be opened here. Cut it into parts, or leave out columns.`;
        case 'document':
          return `${file} is larger than ${most}. A file of this kind must be read as a whole; save it as CSV or as GeoJSON with one feature a line, which are read piece by piece.`;
        case 'unpacked':
          return `${file} unpacks to more than ${most}, the most that is unpacked here, so unpacking was stopped. Unpack it yourself and open the file inside.`;
        default:
          return unreachable(fault.part);
      }
    }
    case 'too-many-columns':
      return `${file} has ${counts.number(fault.columns)} columns; at most ${counts.number(fault.most)} can be read. Leave out those that are not needed, or check that the file has its rows in lines.`;
    case 'too-many-rows':
      return `${file} has more than ${counts.number(fault.most)} rows, the most that can be opened here. Cut it into parts.`;
    case 'too-deep':
      return `${file} holds lists within lists more than ${counts.number(fault.most)} levels deep. Nothing was opened.`;
    case 'broken-document': {
      const column = fault.column === undefined ? '' : `, column ${counts.number(fault.column)}`;
      const where = fault.line === undefined ? '' : `line ${counts.number(fault.line)}${column}: `;
      const kind = fault.format === 'json' ? 'JSON' : 'XML';
      return `${file} is broken ${kind}: ${where}${fault.detail}. Mend it there and open it again.`;
    }
    case 'bad-archive':
      return `${file} could not be unpacked: ${archives[fault.reason]}.`;
    case 'no-rows':
      return `${file} can be read, but holds no row. Nothing was opened.`;
    default:
      return unreachable(fault);
  }
}

/** The texts of a fault that come from outside, so that none of them can turn or flood the sentence. */
const OUTSIDE = new Set(['file', 'host', 'address', 'detail', 'message']);

const withOutsideText = <Of extends object>(of: Of): Of =>
  // Texts stay texts, so the shape is the same.
  Object.fromEntries(
    Object.entries(of).map(([name, value]) => [
      name,
      typeof value === 'string' && OUTSIDE.has(name) ? outsideText(value, 400) : (value as unknown),
    ]),
  ) as Of;

/** What happened, and what to do. */
export function faultSentence(given: Fault): string {
  const fault = withOutsideText(given);
  switch (fault.kind) {
    case 'file-missing':
      return `The file ${fault.file} could not be had (answer ${fault.status}). Reload the page; if it stays so, tell whoever publishes it.`;
    case 'network':
      return `The file ${fault.file} did not arrive. Look at your connection and try again.`;
    case 'not-json':
      return `The file ${fault.file} is not readable JSON: ${fault.detail}. Tell whoever publishes it.`;
    case 'not-utf-8': {
      const what =
        fault.line === undefined
          ? `is in ${fault.encoding ?? 'another encoding'}, not in UTF-8`
          : `has a byte that is not UTF-8 in line ${counts.number(fault.line)}, column ${counts.number(fault.column ?? 1)}`;
      return `The file ${fault.file} ${what}, so it was not opened: letters would be lost. Save it as UTF-8 and open it again; if it is not yours, contact its publisher.`;
    }
    case 'not-a-collection':
      return `The file ${fault.file} is not a GeoJSON FeatureCollection. Tell whoever publishes it.`;
    case 'bad-records': {
      const dropped = counts.counted(new Set(fault.faults.map((one) => one.record)).size, {
        one: 'record',
        other: 'records',
      });
      return fault.kept === 0
        ? `Nothing of ${fault.file} can be used until its faults are mended.`
        : `Left out because they could not be read: ${dropped} of ${fault.file}. The other ${counts.number(fault.kept)} are shown.`;
    }
    case 'bad-columns':
      return `The file ${fault.file} cannot be used: ${flaws[fault.reason]}. Tell whoever publishes it.`;
    case 'no-webgl':
      return 'This browser gives the page no WebGL 2, which the map needs, so there is no map. List, timeline and source texts work without it.';
    case 'map-lost':
      return 'The graphics card dropped the map. Reload the page to have it back; list, timeline and source texts go on.';
    case 'base-map-missing':
      return `A part of the base map (${fault.file}) did not arrive. The incidents are all there; reload the page to try again.`;
    case 'address-parts': {
      const parts = fault.parts
        .map(({ part, text }) => `${outsideText(part)} = “${outsideText(text)}”`)
        .join('; ');
      return `Left out of the address, since it names nothing here: ${parts}. The rest was followed.`;
    }
    case 'file-read': {
      const { file, read, kept, unplaced, undated, dropped } = withOutsideText(fault.report);
      const parts = [
        unplaced === 0 ? '' : `${counts.number(unplaced)} without a place`,
        undated === 0 ? '' : `${counts.number(undated)} without a date`,
        dropped === 0 ? '' : `${counts.number(dropped)} left out`,
      ].filter(Boolean);
      const rest = parts.length === 0 ? '' : `, ${parts.join(', ')}`;
      const site = fault.answeredBy === undefined ? '' : outsideText(fault.answeredBy, 100);
      const from = site === '' ? '' : ` The file was sent by ${site}.`;
      return `${file}: ${counts.counted(read, { one: 'row', other: 'rows' })} read, ${counts.number(kept)} of them placed and dated${rest}.${from}`;
    }
    case 'file-changed':
      return 'A file that is open was changed, moved or removed on your device, so its rows cannot be read any more. Open it again.';
    case 'reader-restarted': {
      const lost = fault.lost.map((file) => outsideText(file)).join(', ');
      const again = lost === '' ? '' : ` These files could not be opened again: ${lost}.`;
      return `The part of the page that reads data stopped, perhaps for lack of memory. It was started again and the data were reopened.${again}`;
    }
    case 'not-removed':
      return `${fault.file} could not be removed from this device. It is still kept here and opens again with the page. Try again, or clear this site’s data in the browser’s settings.`;
    case 'mapping-outdated':
      return `${fault.file}: how its columns were read was kept by another version of this page and cannot be used. They are suggested anew; check them. To keep the new choice, remove the file from this device and keep it again.`;
    case 'kept-copy-shown':
      return `The published ${fault.file} could not be read now. Shown is the copy kept on this device, which may be older.`;
    case 'kept-unopened':
      return `${fault.file}, kept on this device, was not opened. It is tried again each time the page opens, until you remove it from this device.`;
    case 'not-kept':
      return `${fault.file} could not be kept: this browser gives the page no room, as in private windows. It stays open until the page is closed.`;
    case 'kept-aside':
      return `${fault.file}, kept on this device, is open but switched off, so that the link shows what was shared. Switch it on in the legend.`;
    case 'bad-address':
      return `“${fault.address}” is not an address of the web. It must begin with http:// or https://.`;
    case 'link-refused':
      return `${fault.host} did not give the file (answer ${fault.status}). Check the address, and that the file is published for everyone.`;
    case 'link-stalled':
      return `${fault.host} sent nothing for ${counts.number(fault.seconds)} seconds, so loading was stopped. Try again later, or save the file on your device and open it from there.`;
    case 'link-with-password':
      return `The address at ${fault.host} holds a user name or password, which this page does not send. Save the file on your device and open it from there.`;
    case 'link-unreachable':
      return fault.isFollowed
        ? `The file could not be read by way of ${fault.host}: the address that it sends on to did not answer, or does not allow other sites to read the file. Open the link in a browser tab, save the file and open it from your device.`
        : `${fault.host} could not be read from this page: it did not answer, or does not allow other sites to read the file. Save the file on your device and open it from there.`;
    case 'bug':
      return `${bug.title} (${fault.message}). ${bug.advice}`;
    case 'part-missing':
      return 'A part of this page did not arrive: the connection broke, or the page was published anew since you opened it. “Try again” reloads the page and comes back to this view.';
    case 'page-unreachable':
      return 'The server of this page does not answer now, so the page was not reloaded. Check your connection, then try again.';
    case 'map-not-loaded':
      return 'The map’s program did not arrive: the connection broke, or the page was published anew since you opened it. List, timeline and source texts work without the map. “Try again” reloads the page.';
    case 'outside-period':
      return `The data reach over ${dates.span(fault.period)}. The date was moved to the nearest day of it.`;
    case 'window-mended':
      return `${mended[fault.how]} The window is now ${dates.span(fault.window)}.`;
    case 'quote-not-found':
      return `The quoted words do not stand in ${fault.file}. The text is shown without a mark; tell whoever publishes it.`;
    default:
      return fileSentence(fault);
  }
}

export const faults = {
  sentence: faultSentence,
  recordFault: (record: string, field: string, problem: string, expected: string): string =>
    `${outsideText(record)}: ${outsideText(field)}: ${outsideText(problem)}, expected ${outsideText(expected)}`,
  removeKept: 'Remove from this device',
  tryAgain: 'Try again',
  /** Next to “Try again”, which reloads the page. */
  lostOnReload: (files: readonly string[]): string =>
    `Files of your device have to be opened again afterwards: ${files.map((file) => outsideText(file)).join(', ')}.`,
  dismiss: 'Dismiss this notice',
  report: 'What became of every row',
  region: 'Notices',
  /** Other notices that wait behind the one that is shown. */
  waiting: (count: number): string =>
    counts.counted(count, { one: 'more notice', other: 'more notices' }),
  details: 'Which records',
};
