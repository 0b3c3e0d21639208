import type { SourceDocument } from '../../core/evidence/source-document.ts';
import type { NamedArea } from '../../core/place/named-area.ts';
import type { DatasetInfo } from '../../core/records/dataset-info.ts';
import type { DatedIncident } from '../../core/records/incident-table.ts';
import { readCommonEdtf } from '../../core/time/common-edtf.ts';
import type { Minute } from '../../core/time/minute.ts';
import { decodeUtf8 } from '../encoding/utf-8.ts';
import { areaOf, type AreaFeature } from './area-feature.ts';

/*
 * Readers of files that were checked before, when the page was built: they check nothing. They read what
 * `read-sound` reads of the same bytes, and a first visit need not load it.
 */

type Features<Feature> = { readonly features: readonly Feature[] };

const jsonOf = (bytes: ArrayBuffer): unknown => JSON.parse(decodeUtf8(bytes));

/** The records of a file of our own, in its order; times are civil minutes, `utcOffset` east of UTC. */
export function checkedIncidents(bytes: ArrayBuffer, utcOffset: Minute): readonly DatedIncident[] {
  type Record = { readonly properties: DatedIncident['incident'] };
  return (jsonOf(bytes) as Features<Record>).features.map(({ properties: incident }) => {
    const time = readCommonEdtf(incident.time, utcOffset);
    if (!time) throw new Error(`The time of ${incident.id} was not checked.`);
    return { incident, span: time.span };
  });
}

/** What `dataset.json` says. */
export const checkedDataset = (bytes: ArrayBuffer): DatasetInfo => jsonOf(bytes) as DatasetInfo;

/** The areas of `basemap/governorates.json`. */
export const checkedAreas = (bytes: ArrayBuffer): readonly NamedArea[] =>
  (jsonOf(bytes) as Features<AreaFeature>).features.map(areaOf);

/** The documents of `sources/index.json`. */
export const checkedDocuments = (bytes: ArrayBuffer): readonly SourceDocument[] =>
  jsonOf(bytes) as readonly SourceDocument[];
