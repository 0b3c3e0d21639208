import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DAY } from '../core/time/minute.ts';
import { checkDataFile } from './check-data/check-data-file.ts';

const projectFolder = join(import.meta.dirname, '..', '..');
const absent = new Set(['ENOENT', 'ENOTDIR', 'EISDIR']);

const isAbsence = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && absent.has(String(cause.code));

/** A street map may be larger than what Node reads at once. */
function readStart(path: string, length: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
  } finally {
    closeSync(file);
  }
}

/** Relative names are those of the project's folder, from which `npm run` starts. */
function readBytes(file: string, length?: number): Uint8Array | undefined {
  const path = resolve(projectFolder, file);
  try {
    return length === undefined ? readFileSync(path) : readStart(path, length);
  } catch (cause) {
    if (isAbsence(cause)) return undefined;
    throw cause;
  }
}

/** The midnight that ends this day, wherever the editor is. */
const today = Math.ceil(Date.now() / 60_000 / DAY) * DAY;

const [file = 'geodata/incidents.geojson'] = process.argv.slice(2);
const { lines, hasErrors } = checkDataFile(file, readBytes, today);
console.log(lines.join('\n'));
process.exitCode = hasErrors ? 1 : 0;
