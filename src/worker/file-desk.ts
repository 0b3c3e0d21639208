import { AreaNames } from '../formats/own-file/area-names.ts';
import { blobSource } from '../formats/sheet/byte-source.ts';
import type { FileDesk } from './data-desk.ts';
import { FileReading } from './file-reading.ts';
import { notesTable, rowsTable } from './written-tables.ts';

/** What the worker needs for files of the reader's own, loaded when the first of them comes. */
export const fileDesk: FileDesk = {
  sources: {
    ofFile: blobSource,
    ofParts: (name, parts) => blobSource(name, new Blob([...parts])),
  },
  propose: (...given) => FileReading.propose(...given),
  namingOf(areas, spellings) {
    const names = new AreaNames(areas, spellings);
    return (name, place) => names.nameOf(name, place);
  },
  notesTable,
  rowsTable,
};
