/** Every record is made up, and so is the field that is added by the recipe of CONTRIBUTING.md. */
import { describe, expect, it } from 'vitest';
import type { Incident } from '../../../../src/core/records/incident.ts';
import { INCIDENT_SCHEMA } from '../../../../src/core/records/incident-schema.ts';
import {
  cellsOf,
  columnsOf,
  INCIDENT_COLUMNS,
  incidentCells,
} from '../../../../src/core/records/record-columns.ts';
import {
  searchedTexts,
  shownFields,
  unsaidOf,
  type RecordSchema,
} from '../../../../src/core/records/record-schema.ts';
import { madeUp } from './made-up-incidents.ts';

type WithWitness = Incident & { readonly witness: string | null };

const schema: RecordSchema<WithWitness> = {
  ...INCIDENT_SCHEMA,
  witness: {
    unsaid: null,
    search: (witness) => [witness],
    shown: {
      label: 'source',
      homes: ['facts'],
      read: ({ witness }) => (witness === null ? undefined : { kind: 'text', value: witness }),
    },
  },
};

const record = (witness: string | null): WithWitness => ({ ...madeUp({}), witness });

describe('a field that is one more entry of a RecordSchema', () => {
  it('is read back where a stored text leaves it out', () => {
    expect(unsaidOf(schema)).toMatchObject({ witness: null, weapon: null, attribution: [] });
  });

  it('is searched', () => {
    expect(searchedTexts(schema, record('A made-up witness'))).toContain('A made-up witness');
  });

  it('is a column of an exported table', () => {
    expect(columnsOf(schema)).toEqual([...INCIDENT_COLUMNS, 'witness']);
    expect(cellsOf(schema, record('A made-up witness')).at(-1)).toBe('A made-up witness');
    expect(cellsOf(schema, record(null)).at(-1)).toBe('');
  });

  it('is shown under its label, unless it does not apply', () => {
    const last = (witness: string | null) => shownFields(schema, record(witness)).at(-1)?.label;
    expect(last('A made-up witness')).toEqual({ kind: 'message', key: 'source' });
    expect(last(null)).toEqual({ kind: 'message', key: 'who' });
  });
});

describe('INCIDENT_SCHEMA', () => {
  it('exports these columns, a cell for each', () => {
    expect(INCIDENT_COLUMNS).toEqual([
      ...['id', 'kind', 'title', 'summary', 'target', 'target_name', 'weapon', 'effect'],
      ...['time', 'time_note', 'place.name', 'place.district', 'place.governorate', 'place.lat'],
      ...['place.lon', 'place.precision', 'place.basis', 'place.note', 'killed.min', 'killed.max'],
      ...[
        'injured.min',
        'injured.max',
        'status',
        'caveat',
        'attribution',
        'reports',
        'report_urls',
        'origins',
        'origins.max',
      ],
    ]);
    const cells = incidentCells(madeUp({ killed: [1, 2], injured: null }));
    const at = (column: string) => cells[INCIDENT_COLUMNS.indexOf(column)];
    expect(cells).toHaveLength(INCIDENT_COLUMNS.length);
    expect(['killed.min', 'killed.max', 'injured.min', 'title'].map(at)).toEqual([
      ...['1', '2', ''],
      madeUp({}).title,
    ]);
  });
});
