import { PlaceTableBuilder } from '../place/place-table.ts';
import { textColumn } from '../text/text-column.ts';
import { daysOf } from '../time/time-range.ts';
import { ATTRIBUTED, attributedOf } from './attributed.ts';
import type { DatasetInfo } from './dataset-info.ts';
import {
  idHash,
  NOT_SAID,
  periodOf,
  ZONES,
  type Contents,
  type DatedIncident,
  type IncidentTable,
} from './incident-table.ts';
import {
  DEATHS,
  deathsOf,
  EFFECT_CLASSES,
  effectClassOf,
  KINDS,
  TARGETS,
  WEAPONS,
  type CountRange,
  type Incident,
} from './incident.ts';
import { targetLayers } from './layer.ts';
import { cappedOrigins } from './origins.ts';
import { writeRecordText } from './record-text.ts';
import { firstReported, reportedTimeOf } from './reported.ts';

function byTime(a: DatedIncident, b: DatedIncident): number {
  const days = { a: daysOf(a.span), b: daysOf(b.span) };
  return (
    days.a.from - days.b.from ||
    days.a.to - days.b.to ||
    a.span.from - b.span.from ||
    a.span.to - b.span.to ||
    (a.incident.id < b.incident.id ? -1 : 1)
  );
}

const rangesOf = (ranges: readonly (CountRange | null)[]): Uint32Array =>
  Uint32Array.from(
    ranges.flatMap((range) =>
      range ? range.map((count) => Math.min(count, NOT_SAID - 1)) : [NOT_SAID, NOT_SAID],
    ),
  );

function reportedColumns(records: readonly DatedIncident[]): IncidentTable['reported'] {
  const times = records.map(({ incident, span }) =>
    firstReported(
      incident.reports.map((report) => reportedTimeOf(report, span)),
      span,
    ),
  );
  return {
    from: Int32Array.from(times, ({ from }) => from),
    by: Int32Array.from(times, ({ by }) => by),
  };
}

const zoneOf = (
  { place: { governorate } }: Incident,
  governorates: readonly string[] = [],
): (typeof ZONES)[number] =>
  governorate !== null && governorates.includes(governorate) ? 'region' : 'elsewhere';

/** Sorts the records and freezes them into columns. At most 65,535 distinct areas. `about`: what their data set says of itself. */
export function incidentTable(
  records: readonly DatedIncident[],
  dataset = 0,
  about: Partial<Pick<DatasetInfo, 'region' | 'actors'>> = {},
): IncidentTable {
  const sorted = records.toSorted(byTime);
  const places = new PlaceTableBuilder();
  const columns = {
    length: sorted.length,
    from: Int32Array.from(sorted, ({ span }) => span.from),
    to: Int32Array.from(sorted, ({ span }) => span.to),
    place: Uint32Array.from(sorted, ({ incident }) => places.add(incident.place)),
    kind: Uint8Array.from(sorted, ({ incident }) => KINDS.indexOf(incident.kind)),
    layer: Uint16Array.from(sorted, ({ incident }) => TARGETS.indexOf(incident.target)),
    effectClass: Uint8Array.from(sorted, ({ incident }) =>
      EFFECT_CLASSES.indexOf(effectClassOf(incident.effect)),
    ),
    people: {
      killed: rangesOf(sorted.map(({ incident }) => incident.killed)),
      injured: rangesOf(sorted.map(({ incident }) => incident.injured)),
    },
    deaths: Uint8Array.from(sorted, ({ incident }) => DEATHS.indexOf(deathsOf(incident.killed))),
    origins: Uint8Array.from(sorted, ({ incident }) => cappedOrigins(incident.reports)),
    reported: reportedColumns(sorted),
    traits: {
      weapon: Uint8Array.from(sorted, ({ incident }) =>
        WEAPONS.indexOf(incident.weapon ?? 'unknown'),
      ),
      attributed: Uint8Array.from(sorted, ({ incident }) =>
        ATTRIBUTED.indexOf(attributedOf(incident.attribution, about.actors)),
      ),
      zone: Uint8Array.from(sorted, ({ incident }) =>
        ZONES.indexOf(zoneOf(incident, about.region?.governorates)),
      ),
    },
    isUndated: new Uint8Array(sorted.length),
    id: Uint32Array.from(sorted, ({ incident }) => idHash(incident.id)),
    layers: targetLayers(dataset),
  };
  const text = textColumn(sorted.map(({ incident }) => writeRecordText(incident)));
  const contents: Contents = { kind: 'texts', text };
  return { ...columns, contents, places: places.build(), period: periodOf(columns) };
}
