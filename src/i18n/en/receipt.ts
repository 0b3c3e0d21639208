import type { RecordedHash } from '../../core/records/receipt.ts';
import { outsideText } from '../../core/text/outside-text.ts';
import { counts } from './format.ts';

const file = (name: string): string => outsideText(name, 100);

/** What is recorded about a report, and the comparison of a reader’s file with it. */
export const receipt = {
  title: 'Receipt',
  of: (publisher: string): string => `Receipt: ${outsideText(publisher)}`,
  facts: {
    address: 'Address',
    publisher: 'Publisher',
    published: 'Published',
    read: 'Read for the data set',
    archived: 'Archived copy',
    captured: 'Copy made',
    /** Of a row with several reports. */
    rowReported: 'Row first reported',
    added: 'Added to the data set',
  },
  /** A fact that a column of a row says. */
  inColumn: (text: string, column: string): string =>
    `${outsideText(text)} (column ${outsideText(column)})`,
  /** A further copy, by the column that has it. */
  copy: (column: string | undefined): string =>
    column === undefined ? 'Archived copy' : `Copy (column ${outsideText(column)})`,
  notKnown: 'not recorded',
  noCopy: 'No archived copy recorded.',
  copyOfRow: 'The row has a copy or a hash, and does not say of which report. It is below.',
  ofRow: {
    title: 'Not known of which report',
    addresses: 'The row has these addresses, and does not say which report each is of.',
    copy: 'The row has this copy or hash, and does not say of which report.',
  },
  look: 'Look for an archived copy',
  lookNote: 'Opens web.archive.org at the copy nearest to the day of publication, if it has one.',
  ourText: 'our text of the article',
  getOurText: 'Save our text of the article',
  ourTextNote:
    'Only this file can be the same. A page that you save from the publisher is another file.',
  hash: ({ of, isColumn }: RecordedHash): string =>
    isColumn ? `SHA-256 in column ${outsideText(of)}` : `SHA-256 of ${outsideText(of)}`,
  check: {
    button: 'Check a file',
    of: (publisher: string): string => `Check a file: ${outsideText(publisher)}`,
    hint: 'Choose the file that you have, or drop it on this report. Its SHA-256 is computed on this device. Nothing is stored or sent.',
    drop: 'Drop the file to compare its SHA-256',
    reading: (name: string): string => `Reading ${file(name)}`,
    cancel: 'Cancel',
    several: 'Check one file at a time.',
    failed: (name: string): string =>
      `${file(name)} could not be read. A folder cannot be checked; if it is a file, choose it again.`,
    fileAndSize: (name: string, bytes: number): string =>
      `${file(name)}, ${counts.counted(bytes, { one: '# byte', other: '# bytes' })}`,
    empty: 'This file is empty.',
    same: ({ of, isColumn }: RecordedHash): string =>
      `Same as recorded${isColumn ? ' in column ' : ': '}${outsideText(of)}`,
    different: ({ of, isColumn }: RecordedHash): string =>
      `Different from what is recorded${isColumn ? ' in column ' : ': '}${outsideText(of)}`,
    recorded: 'Recorded',
    yours: 'Your file',
    sameNote:
      'The file has the same bytes as the one that was recorded. This does not say that what it shows is true.',
    differentNote:
      'At least one byte is different. A page that is saved again, or a text with other line ends, is already different.',
  },
};
