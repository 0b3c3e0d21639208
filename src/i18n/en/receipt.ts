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
  },
  notKnown: 'not recorded',
  noCopy: 'No archived copy recorded.',
  look: 'Look for an archived copy',
  lookNote: 'Opens web.archive.org at the copy nearest to the day of publication, if it has one.',
  hash: (of: string): string => `SHA-256 of ${outsideText(of)}`,
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
    same: (of: string): string => `Same as recorded: ${outsideText(of)}`,
    different: (of: string): string => `Different from what is recorded: ${outsideText(of)}`,
    recorded: 'Recorded',
    yours: 'Your file',
    sameNote:
      'The file has the same bytes as the one that was recorded. This does not say that what it shows is true.',
    differentNote:
      'At least one byte is different. A page that is saved again, or a text with other line ends, is already different.',
  },
};
