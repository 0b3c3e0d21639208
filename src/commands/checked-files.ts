import { fingerprint } from '../core/base/fingerprint.ts';
import {
  soundAreas,
  soundDataset,
  soundDocuments,
  soundIncidents,
} from '../formats/native/read-sound.ts';

/** The files of the bundled data set by name, as they will be served. */
export type BuiltFiles = {
  readonly 'dataset.json': Uint8Array<ArrayBuffer>;
  readonly 'incidents.geojson': Uint8Array<ArrayBuffer>;
  readonly 'basemap/governorates.json': Uint8Array<ArrayBuffer>;
  readonly 'sources/index.json': Uint8Array<ArrayBuffer>;
};

/**
 * Checks files by the schemas and rules of the page, and returns the fingerprints of those without a fault.
 * A page that is sent the same bytes need not check them again; files that were changed since the build are
 * checked when the page opens.
 */
export function checkedFiles(files: BuiltFiles): Readonly<Record<string, string>> {
  const dataset = soundDataset(files['dataset.json'].slice().buffer);
  const isSound: Readonly<Record<keyof BuiltFiles, boolean>> = {
    'dataset.json': dataset !== undefined,
    'incidents.geojson':
      dataset !== undefined &&
      soundIncidents(files['incidents.geojson'], dataset.utc_offset_minutes) !== undefined,
    'basemap/governorates.json':
      soundAreas(files['basemap/governorates.json'].slice().buffer) !== undefined,
    'sources/index.json': soundDocuments(files['sources/index.json'].slice().buffer) !== undefined,
  };
  return Object.fromEntries(
    Object.entries(files).flatMap(([name, bytes]) =>
      isSound[name as keyof BuiltFiles] ? [[name, fingerprint(bytes)]] : [],
    ),
  );
}
