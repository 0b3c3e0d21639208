import { areaName } from '../place/place-table.ts';
import { isArea } from '../place/place.ts';
import type { FieldHome, FieldName, FieldValues, RecordField } from './field.ts';
import type { RecordContent } from './incident-record.ts';
import { effectClassOf, type Incident } from './incident.ts';

const FACTS: readonly FieldHome[] = ['facts'];
const FACTS_AND_CARD: readonly FieldHome[] = ['facts', 'card'];

type ValueKind = {
  readonly [Kind in RecordField['kind']]: {
    readonly kind: Kind;
    readonly value: FieldValues[Kind];
  };
}[RecordField['kind']];

/** A field of the codebook: what it is called in a record, and its value there; undefined: it does not apply. */
type CodebookField = {
  readonly name: FieldName | ((incident: Incident) => FieldName);
  readonly homes: readonly FieldHome[];
  readonly read: (incident: Incident) => ValueKind | undefined;
};

/** A total counts attacks of any kind: it has no target, weapon or effect of its own. */
const isSingle = ({ kind }: Incident): boolean => kind !== 'total';

/** The schema of the codebook, in the order in which its facts are shown. A new field is one entry here. */
const CODEBOOK_FIELDS: readonly CodebookField[] = [
  {
    name: ({ kind }) => (kind === 'incident' ? 'when' : 'period'),
    homes: FACTS,
    read: ({ time, time_note }) => ({
      kind: 'time',
      value: { kind: 'edtf', text: time, note: time_note },
    }),
  },
  {
    name: 'where',
    homes: FACTS,
    read: ({ place }) => ({ kind: 'place', value: { kind: 'described', place } }),
  },
  {
    name: ({ effect }) => (effectClassOf(effect) === 'halt' ? 'affected' : 'target'),
    homes: FACTS,
    read: (incident) =>
      isSingle(incident)
        ? { kind: 'target', value: { name: incident.target_name, target: incident.target } }
        : undefined,
  },
  {
    name: 'weapon',
    homes: FACTS_AND_CARD,
    read: (incident) =>
      isSingle(incident)
        ? { kind: 'category', value: { scale: 'weapons', code: incident.weapon } }
        : undefined,
  },
  {
    name: 'effect',
    homes: FACTS_AND_CARD,
    read: (incident) =>
      isSingle(incident)
        ? { kind: 'category', value: { scale: 'effects', code: incident.effect } }
        : undefined,
  },
  {
    name: 'killed',
    homes: FACTS_AND_CARD,
    read: ({ killed }) => ({ kind: 'range', value: killed }),
  },
  {
    name: 'injured',
    homes: FACTS_AND_CARD,
    read: ({ injured }) => ({ kind: 'range', value: injured }),
  },
  {
    name: 'status',
    homes: FACTS,
    read: ({ status }) => ({ kind: 'category', value: { scale: 'statuses', code: status } }),
  },
  {
    name: 'who',
    homes: FACTS,
    read: ({ attribution }) => ({ kind: 'attributions', value: attribution }),
  },
];

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
    reports: { kind: 'checked', reports },
    origin: undefined,
    fields: CODEBOOK_FIELDS.flatMap(({ name, homes, read }): readonly RecordField[] => {
      const value = read(incident);
      const key = typeof name === 'string' ? name : name(incident);
      return value ? [{ ...value, homes, label: { kind: 'message', key } }] : [];
    }),
  };
}
