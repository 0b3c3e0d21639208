/** All annotations and records here are made up. */
import { describe, expect, it } from 'vitest';
import { annotationFaults } from '../../../../src/commands/check-data/annotation-rules.ts';
import type { Annotation } from '../../../../src/core/records/dataset-info.ts';
import type { Incident } from '../../../../src/core/records/incident.ts';
import { DAY, minuteOf } from '../../../../src/core/time/minute.ts';
import { madeUp } from '../../core/records/made-up-incidents.ts';

const DAY_OF = minuteOf(2026, 3, 2);
const ID = '2026-03-02-example-drone';
const LATER = '2026-03-04-example-halt';
const SERIES = '2026-03-02-example-series';

const recordOf = (changes: Partial<Incident>, from = DAY_OF) => {
  const incident = madeUp({ summary: 'About 2,500 lamps went out.', killed: [1, 2], ...changes });
  return {
    label: incident.id,
    faults: [],
    readable: incident,
    span: { from, to: from + DAY },
    sound: undefined,
  };
};
const records = [
  recordOf({ id: ID, injured: null }),
  recordOf({ id: LATER }, DAY_OF + 2 * DAY),
  recordOf({ id: SERIES, kind: 'series' }),
];
const area = recordOf({
  id: 'example-area',
  place: { ...madeUp().place, precision: 'region', governorate: null },
});

const annotation: Annotation = {
  title: { en: 'A made-up drone' },
  short: { en: 'Made-up drone' },
  text: { en: `2500 lamps; {killed.of.${ID}} killed` },
  incidents: [ID],
  view: { from: '2026-03-02', to: '2026-03-03', record: ID },
};
const coverage = [{ from: '2026-03-01', to: '2026-03-10', note: 'Made up.' }];

const faultsOf = (changes: Partial<Annotation>, all = records) =>
  annotationFaults({ annotations: [{ ...annotation, ...changes }], coverage }, all).map(
    ({ rule, field }) => `${rule} ${field}`,
  );

describe('`annotationFaults`', () => {
  it('accepts an annotation that its records bear out', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it.each<readonly [name: string, changes: Partial<Annotation>, fault: string]>([
    [
      'no such record',
      { incidents: [ID, 'example'] },
      'annotation-incident annotations.0.incidents.1',
    ],
    ['a series', { incidents: [ID, SERIES] }, 'annotation-incident annotations.0.incidents.1'],
    [
      'a number of no record',
      { text: { en: '2,501 lamps' } },
      'annotation-number annotations.0.text.en',
    ],
    [
      'a figure that the record does not give',
      { text: { en: `{injured.of.${ID}} injured` } },
      'annotation-figure annotations.0.text.en',
    ],
    [
      'a figure of another record',
      { text: { en: `{killed.of.${LATER}} killed` } },
      'annotation-figure annotations.0.text.en',
    ],
    ['a date', { title: { en: 'Drone in Feb' } }, 'annotation-date annotations.0.title.en'],
    [
      'too many letters',
      { short: { en: 'A very long name of a made-up drone' } },
      'annotation-length annotations.0.short.en',
    ],
    [
      'days out of order',
      { view: { ...annotation.view, to: '2026-03-02' } },
      'annotation-view annotations.0.view',
    ],
    [
      'days without the incident',
      { view: { ...annotation.view, from: '2026-03-03', to: '2026-03-04' } },
      'annotation-view annotations.0.view',
    ],
    [
      'days out of the period',
      { view: { ...annotation.view, to: '2026-03-11' } },
      'annotation-view annotations.0.view',
    ],
    [
      'a record that is none of its incidents',
      { view: { ...annotation.view, record: LATER } },
      'annotation-view annotations.0.view.record',
    ],
  ])('finds %s', (_, changes, fault) => {
    expect(faultsOf(changes)).toEqual([fault]);
  });

  it('finds a record that has no point to lead to', () => {
    const { id } = area.readable;
    const changes = {
      incidents: [id],
      text: annotation.title,
      view: { ...annotation.view, record: id },
    };
    expect(faultsOf(changes, [area])).toEqual(['annotation-view annotations.0.view.record']);
  });

  it('finds more annotations than the map has room for', () => {
    const annotations = Array.from({ length: 6 }, () => annotation);
    expect(annotationFaults({ annotations, coverage }, records)).toMatchObject([
      { record: 'dataset', field: 'annotations' },
    ]);
  });
});
