import type { SourceDocument } from '../../core/evidence/source-document.ts';
import type { NamedArea } from '../../core/place/named-area.ts';
import type { DatasetInfo } from '../../core/records/dataset-info.ts';
import type { DatedIncident } from '../../core/records/incident-table.ts';
import { failed, ok } from '../../core/base/result.ts';
import { readCommonEdtf, type ReadEdtf } from '../../core/time/common-edtf.ts';
import { readIsoText, type Minute } from '../../core/time/minute.ts';
import { decodeStrictUtf8 } from '../encoding/utf-8.ts';
import { isObject } from '../source/is-object.ts';
import { areaOf, type AreaFeature } from './area-feature.ts';
import { matchesShape } from './matches-shape.ts';
import { ruleFaults, timeOf, type RecordFeature } from './record-rules.ts';
import { repeatsNames } from './repeats-names.ts';
import { AREA_SHAPE, DATASET_SHAPE, DOCUMENT_SHAPE, FEATURE_SHAPE } from './shapes.ts';

/*
 * Each reader here returns undefined where anything is wrong with its file, or rare. `read-incidents`,
 * `read-dataset`, `read-areas` and `read-source-index` then say what: they accept the same files, and load
 * three libraries for that. Nearly every file is as it must be.
 */

/** Whether the ends of a covered stretch of time are days in order. */
export function isStretch({ from, to }: { readonly from: string; readonly to: string }): boolean {
  const [start, end] = [readIsoText(from), readIsoText(to)];
  return start !== undefined && end !== undefined && start < end;
}

type Json = { readonly text: string; readonly value: unknown };

function jsonOf(bytes: Uint8Array | ArrayBuffer): Json | undefined {
  const text = decodeStrictUtf8(bytes);
  if (text === undefined) return undefined;
  try {
    return { text, value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function featuresIn(json: Json | undefined): readonly unknown[] | undefined {
  const features = isObject(json?.value) ? json.value['features'] : undefined;
  return Array.isArray(features) ? features : undefined;
}

const readCommon: ReadEdtf = (text, utcOffset) => {
  const read = readCommonEdtf(text, utcOffset);
  return read ? ok(read) : failed('rare');
};

/** The records of a file of our own, in its order; times are civil minutes, `utcOffset` east of UTC. */
export function soundIncidents(
  bytes: Uint8Array | ArrayBuffer,
  utcOffset: Minute,
): readonly DatedIncident[] | undefined {
  const json = jsonOf(bytes);
  const features = featuresIn(json);
  if (!json || !features || repeatsNames(json.text, json.value)) return undefined;
  if (!isObject(json.value) || json.value['type'] !== 'FeatureCollection') return undefined;
  const ids = new Set<string>();
  const records: DatedIncident[] = [];
  for (const feature of features) {
    if (!matchesShape(feature, FEATURE_SHAPE)) return undefined;
    const record = feature as RecordFeature;
    const { properties: incident } = record;
    const time = timeOf(incident.time, utcOffset, readCommon);
    if (time.kind === 'failed' || ids.has(incident.id) || ruleFaults(record).length > 0)
      return undefined;
    ids.add(incident.id);
    records.push({ incident, span: time.value });
  }
  return records;
}

/** What `dataset.json` says. */
export function soundDataset(bytes: ArrayBuffer): DatasetInfo | undefined {
  const json = jsonOf(bytes);
  if (!json || !matchesShape(json.value, DATASET_SHAPE)) return undefined;
  const dataset = json.value as DatasetInfo;
  return dataset.coverage.every(isStretch) ? dataset : undefined;
}

/** The areas of `basemap/governorates.json`. */
export function soundAreas(bytes: ArrayBuffer): readonly NamedArea[] | undefined {
  const features = featuresIn(jsonOf(bytes));
  if (!features?.every((one) => matchesShape(one, AREA_SHAPE))) return undefined;
  return (features as readonly AreaFeature[]).map(areaOf);
}

/** The documents of `sources/index.json`. */
export function soundDocuments(bytes: ArrayBuffer): readonly SourceDocument[] | undefined {
  const documents = jsonOf(bytes)?.value;
  const isSound =
    Array.isArray(documents) && documents.every((one) => matchesShape(one, DOCUMENT_SHAPE));
  return isSound ? (documents as readonly SourceDocument[]) : undefined;
}
