import { AreaNames } from '../formats/own-file/area-names.ts';
import type { LetterDetector } from '../formats/encoding/judge-encoding.ts';
import { blobSource } from '../formats/sheet/byte-source.ts';
import type { FileDesk } from './data-desk.ts';
import { FileReading } from './file-reading.ts';
import { notesTable, rowsTable } from './written-tables.ts';

const detector: LetterDetector = { scores: undefined, isWanted: false };

/** What the worker needs for files of the reader's own, loaded when the first of them comes. */
export const fileDesk: FileDesk = {
  sources: {
    ofFile: blobSource,
    ofParts: (name, parts) => blobSource(name, new Blob([...parts])),
  },
  propose: (source, ofParts, chosen, task, onUnpacked) =>
    FileReading.propose(source, ofParts, task, { chosen, detector }, onUnpacked),
  async detectorLoaded() {
    if (!detector.isWanted) return false;
    detector.isWanted = false;
    try {
      const { detectLetters } = await import('../formats/encoding/detect-letters.ts');
      detector.scores = detectLetters;
      return true;
    } catch {
      // Without it a file opens as before, and says that its encoding is in doubt.
      return false;
    }
  },
  namingOf(areas, spellings) {
    const names = new AreaNames(areas, spellings);
    return (name, place) => names.nameOf(name, place);
  },
  notesTable,
  rowsTable,
};
