/** Every record is made up. */
import { describe, expect, it } from 'vitest';
import { contentOfIncident } from '../../../../src/core/records/incident-schema.ts';
import { fieldsIn } from '../../../../src/core/records/field.ts';
import type { ImportedRow } from '../../../../src/core/records/imported-row.ts';
import { contentOfRow } from '../../../../src/core/records/row-fields.ts';
import { isDated } from '../../../../src/core/records/incident-record.ts';
import type { RecordContent } from '../../../../src/core/records/record-content.ts';
import { madeUp } from './made-up-incidents.ts';

const NO_REPORT = {
  publisher: undefined,
  title: undefined,
  date: undefined,
  text: undefined,
  urls: [],
};

const row: ImportedRow = {
  id: 'row-3-7',
  dataset: 3,
  number: 7,
  line: undefined,
  title: '',
  category: 'a category',
  text: undefined,
  source: 'Made-up Bulletin',
  links: [],
  sources: { reports: [], addresses: [], receipt: undefined },
  published: undefined,
  time: [{ column: 'when', text: 'a day' }],
  isDated: false,
  place: undefined,
  area: 'Made-up province',
  notes: [],
  cells: [
    { column: 'when', text: 'a day' },
    { column: 'killed', text: '3' },
  ],
};

const labels = (content: RecordContent, home: 'facts' | 'card' | 'columns'): readonly string[] =>
  fieldsIn(content, home).map(({ label }) => (label.kind === 'message' ? label.key : label.name));

describe('the fields of a record of the codebook', () => {
  it('are its facts, in the order of the codebook', () => {
    const facts = [
      'when',
      'where',
      'target',
      'weapon',
      'effect',
      'killed',
      'injured',
      'status',
      'who',
    ];
    const content = contentOfIncident(madeUp({ kind: 'incident', effect: 'struck' }));
    expect(labels(content, 'facts')).toEqual(facts);
    expect(labels(content, 'card')).toEqual(['weapon', 'effect', 'killed', 'injured']);
    expect(labels(content, 'columns')).toEqual([]);
  });

  it('are named by what the record is', () => {
    expect(
      labels(contentOfIncident(madeUp({ kind: 'series', effect: 'halted' })), 'facts'),
    ).toEqual(expect.arrayContaining(['period', 'affected']));
  });

  it('leave out of a total what a total does not have', () => {
    const content = contentOfIncident(madeUp({ kind: 'total' }));
    expect(labels(content, 'facts')).toEqual([
      ...['period', 'where', 'killed', 'injured', 'status', 'who'],
    ]);
  });

  it('keep apart what is not reported and what a source says is none', () => {
    const { fields } = contentOfIncident(madeUp({ killed: null, injured: [0, 0] }));
    const ranges = fields.flatMap((field) => (field.kind === 'range' ? [field.value] : []));
    expect(ranges).toEqual([null, [0, 0]]);
  });
});

describe('the fields of a row of a file', () => {
  it('are how it was read, its layer and source, and every cell under the name of its column', () => {
    const content = contentOfRow(row);
    expect(labels(content, 'facts')).toEqual(['when', 'where', 'layer']);
    expect(labels(content, 'card')).toEqual(['layer', 'source']);
    expect(labels(content, 'columns')).toEqual(['when', 'killed']);
  });

  it('say nothing of effect, weapon or status', () => {
    const { fields, status } = contentOfRow(row);
    expect(fields.some(({ kind }) => kind === 'category')).toBe(false);
    expect(status).toBeUndefined();
  });

  it.each([
    [
      '["Made-up Wire","made-up wire","B"]',
      ['Made-up Wire', 'made-up wire', 'B'],
      'Made-up Wire; B',
    ],
    ['Made-up Wire\nB', ['Made-up Wire', 'B'], 'Made-up Wire; B'],
    ['[{"id":1}]', [undefined], undefined],
    ['a made-up note', [], 'a made-up note'],
  ])(
    'show names of outlets, and no list that is written for programs: %j',
    (source, names, shown) => {
      const reports = names.map((publisher) => ({ ...NO_REPORT, publisher }));
      const { fields } = contentOfRow({ ...row, source, sources: { ...row.sources, reports } });
      const field = fields.find(({ label }) => label.kind === 'message' && label.key === 'source');
      expect(field?.kind === 'text' ? field.value : undefined).toBe(shown);
    },
  );

  it('are headed by an address where there is neither a title, nor a text, nor a place', () => {
    const sources = { ...row.sources, addresses: ['https://e.example/1'] };
    const titleOf = (more: Partial<ImportedRow>): string =>
      contentOfRow({ ...row, area: '', sources, ...more }).title;
    expect(titleOf({})).toBe('https://e.example/1');
    expect(titleOf({ title: 'A title' })).toBe('A title');
    expect(titleOf({ area: 'Made-up province' })).toBe('');
    expect(titleOf({ text: { column: 'a', text: 'b' } })).toBe('');
  });

  it('have the notes of the import among the facts where there are any', () => {
    const notes = [{ code: 'no-place', column: undefined, cell: '' } as const];
    expect(labels(contentOfRow({ ...row, notes }), 'facts')).toContain('noted');
  });
});

describe('a date', () => {
  it('is known of a record of the codebook, and of a row only where it could be read', () => {
    expect(isDated(contentOfIncident(madeUp({})))).toBe(true);
    expect(isDated(contentOfRow(row))).toBe(false);
    expect(isDated(contentOfRow({ ...row, isDated: true }))).toBe(true);
  });
});
