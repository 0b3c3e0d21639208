import type { LetterDetector } from '../formats/encoding/judge-letters.ts';
import { blobSource } from '../formats/source/byte-source.ts';
import { ImportHandlers, type ImportModule } from './handlers/import.ts';
import { FileImport } from './file-import.ts';
import { notesCsv } from './export-csv.ts';
import { exportRows } from './export-rows.ts';
import { fetchBytes, LoadedAreas } from './loaded-areas.ts';

const detector: LetterDetector = { scores: undefined, isWanted: false };

/** What the worker needs for files of the reader's own, loaded when the first of them comes. */
export const importModule: ImportModule = {
  Handlers: ImportHandlers,
  sources: {
    ofFile: blobSource,
    ofParts: (name, parts) => blobSource(name, new Blob([...parts])),
  },
  propose: (source, ofParts, chosen, task, onUnpacked) =>
    FileImport.propose(source, ofParts, task, { chosen, detector }, onUnpacked),
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
  areasOf: (areas, spellings, fetch) => new LoadedAreas(areas, spellings, fetch),
  fetchBytes,
  notesTable: notesCsv,
  exportRows,
};
