import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkDataFile } from './check-data/check-data-file.ts';

const projectFolder = join(import.meta.dirname, '..', '..');
const absent = new Set(['ENOENT', 'ENOTDIR', 'EISDIR']);

const isAbsence = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && absent.has(String(cause.code));

/** Relative names are those of the project's folder, where `npm run` stands. */
function readText(file: string): string | undefined {
  try {
    return readFileSync(resolve(projectFolder, file), 'utf8');
  } catch (cause) {
    if (isAbsence(cause)) return undefined;
    throw cause;
  }
}

const [file = 'geodata/incidents.geojson'] = process.argv.slice(2);
const { lines, hasFaults } = checkDataFile(file, readText);
console.log(lines.join('\n'));
process.exitCode = hasFaults ? 1 : 0;
