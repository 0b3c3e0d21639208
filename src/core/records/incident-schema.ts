import { isArea, type Place } from '../place/place.ts';
import { areaName } from '../place/place-table.ts';
import type { FieldHome } from './field.ts';
import type { RecordContent } from './record-content.ts';
import { effectClassOf, type CountRange, type Incident } from './incident.ts';
import { originsOf } from './origins.ts';
import { shownFields, type RecordSchema } from './record-schema.ts';
import { publishersOf } from './publisher-key.ts';
import { countSources } from './source-count.ts';

const FACTS: readonly FieldHome[] = ['facts'];
const FACTS_AND_CARD: readonly FieldHome[] = ['facts', 'card'];

/** A total counts attacks of any kind: it has no target, weapon or effect of its own. */
const isSingle = ({ kind }: Incident): boolean => kind !== 'total';

const itself = (text: string | null) => [text];

const pointText = (place: Place, degrees: number): string =>
  isArea(place.precision) ? '' : String(degrees);

const rangeColumns = (name: 'killed' | 'injured') => ({
  [`${name}.min`]: (range: CountRange | null) => (range ? String(range[0]) : ''),
  [`${name}.max`]: (range: CountRange | null) => (range ? String(range[1]) : ''),
});

/** The codebook in code: a new field of our records is a property of `Incident` and one entry here. */
export const INCIDENT_SCHEMA: RecordSchema<Incident> = {
  id: { search: itself },
  kind: {},
  title: { search: itself },
  summary: { search: itself },
  target: {},
  target_name: {
    unsaid: null,
    search: itself,
    shown: {
      label: ({ effect }) => (effectClassOf(effect) === 'halt' ? 'affected' : 'target'),
      homes: FACTS,
      read: (incident) =>
        isSingle(incident)
          ? { kind: 'target', value: { name: incident.target_name, target: incident.target } }
          : undefined,
    },
  },
  weapon: {
    unsaid: null,
    search: itself,
    shown: {
      label: 'weapon',
      homes: FACTS_AND_CARD,
      read: (incident) =>
        isSingle(incident)
          ? { kind: 'category', value: { scale: 'weapons', code: incident.weapon } }
          : undefined,
    },
  },
  effect: {
    search: itself,
    shown: {
      label: 'effect',
      homes: FACTS_AND_CARD,
      read: (incident) =>
        isSingle(incident)
          ? { kind: 'category', value: { scale: 'effects', code: incident.effect } }
          : undefined,
    },
  },
  time: {
    shown: {
      label: ({ kind }) => (kind === 'incident' ? 'when' : 'period'),
      homes: FACTS,
      isFirst: true,
      read: ({ time, time_note }) => ({
        kind: 'time',
        value: { kind: 'edtf', text: time, note: time_note },
      }),
    },
  },
  time_note: { unsaid: null },
  place: {
    search: ({ name, district, governorate }) => [name, district, governorate],
    columns: {
      'place.name': ({ name }) => name,
      'place.district': ({ district }) => district,
      'place.governorate': ({ governorate }) => governorate,
      'place.lat': (place) => pointText(place, place.lat),
      'place.lon': (place) => pointText(place, place.lon),
      'place.precision': ({ precision }) => precision,
      'place.basis': ({ basis }) => basis,
      'place.note': ({ note }) => note,
    },
    shown: {
      label: 'where',
      homes: FACTS,
      isFirst: true,
      read: ({ place }) => ({ kind: 'place', value: { kind: 'described', place } }),
    },
  },
  killed: {
    unsaid: null,
    columns: /* @__PURE__ */ rangeColumns('killed'),
    shown: {
      label: 'killed',
      homes: FACTS_AND_CARD,
      read: ({ killed }) => ({ kind: 'range', value: killed }),
    },
  },
  injured: {
    unsaid: null,
    columns: /* @__PURE__ */ rangeColumns('injured'),
    shown: {
      label: 'injured',
      homes: FACTS_AND_CARD,
      read: ({ injured }) => ({ kind: 'range', value: injured }),
    },
  },
  status: {
    shown: {
      label: 'status',
      homes: FACTS,
      read: ({ status }) => ({ kind: 'category', value: { scale: 'statuses', code: status } }),
    },
  },
  caveat: { unsaid: null, search: itself },
  attribution: {
    unsaid: [],
    search: (attribution) => attribution.flatMap(({ actor, by }) => [actor, by]),
    columns: {
      attribution: (attribution) =>
        attribution.map(({ actor, by, claim }) => `${actor} (${claim} by ${by})`).join('; '),
    },
    shown: {
      label: 'who',
      homes: FACTS,
      read: ({ attribution }) => ({ kind: 'attributions', value: attribution }),
    },
  },
  reports: {
    unsaid: [],
    search: (reports) =>
      reports.flatMap(({ publisher, title, says, origin }) => [
        publisher,
        title,
        says,
        ...(origin ? [origin.relays, ...origin.statement_by] : []),
      ]),
    columns: {
      reports: (reports) => reports.map(({ publisher }) => publisher).join('; '),
      report_urls: (reports) => reports.map(({ url }) => url).join(' '),
      origins: (reports) =>
        originsOf(reports)
          .map(({ name }) => name)
          .join('; '),
      'origins.max': (reports) => String(originsOf(reports).length),
    },
  },
};

/** A record of the codebook as any record. */
export function contentOfIncident(incident: Incident): RecordContent {
  const { id, kind, title, summary, place, status, caveat, reports } = incident;
  return {
    id,
    kind,
    title,
    text: { text: summary, column: undefined },
    place,
    area: isArea(place.precision) ? areaName(place) : undefined,
    time: { kind: 'edtf', text: incident.time, note: incident.time_note },
    where: { kind: 'described', place },
    status,
    caveat,
    reports: { kind: 'checked', reports, publishers: publishersOf(reports) },
    sources: countSources(reports),
    origin: undefined,
    fields: shownFields(INCIDENT_SCHEMA, incident),
  };
}
