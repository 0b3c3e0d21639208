import { EMPTY_FILTER } from '../../../../src/core/filters/filter.ts';
import { describe, expect, it } from 'vitest';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { saysOutcomes } from '../../../../src/core/index/incident-cells.ts';
import { EVER } from '../../../../src/core/index/tally.ts';
import { MarkCounter } from '../../../../src/core/index/mark-counter.ts';
import { partOf, type Part } from '../../../../src/core/index/timeline-slots.ts';
import { formOf, type MarkForm } from '../../../../src/core/model/mark-shape.ts';
import { incidentTable } from '../../../../src/core/records/build-incident-table.ts';
import { type DatedIncident } from '../../../../src/core/records/incident-table.ts';
import { RECORDS } from '../../published-records.ts';
import { ALL_ON, indexOf, LOOKS_OF_TARGETS, viewOf } from './views.ts';

const FORM: Readonly<Partial<Record<Part, MarkForm>>> = {
  hit: 'filled',
  half: 'half',
  open: 'open',
  halt: 'square',
};

/** The published incidents as a file of the reader's own, and as one that says nothing of outcomes. */
const own = RECORDS.filter(({ incident }) => incident.kind === 'incident');
const silent = own.map((record): DatedIncident =>
  record.incident.kind === 'incident'
    ? { ...record, incident: { ...record.incident, effect: 'unknown' } }
    : record,
);

describe('what came of an incident', () => {
  it.each([
    ['some say it', own, true],
    ['none says it', silent, false],
  ] as const)('is one form on the map and the timeline where %s', async (_, records, isSaid) => {
    const table = incidentTable(records, 3);
    const { cells } = await indexOf([table]).counts(
      EMPTY_FILTER,
      'target',
      undefined,
      UNINTERRUPTED,
    );
    const hasOutcomes = saysOutcomes(cells);
    expect(hasOutcomes).toBe(isSaid);
    const view = await viewOf(table, { zoom: 14 });
    const { marks, effects } = new MarkCounter(view, LOOKS_OF_TARGETS, hasOutcomes).count(
      EVER,
      ALL_ON,
    );
    let checked = 0;
    for (let mark = 0; mark < view.marks.length; mark++) {
      if (marks.certain[mark] !== 1) continue;
      const effect = view.groups.effectClass[view.marks.groups[mark] ?? 0] ?? 0;
      expect(formOf(1, effects[mark] ?? 0)).toBe(FORM[partOf(effect, hasOutcomes)]);
      if (!isSaid) expect(formOf(1, effects[mark] ?? 0)).toBe('filled');
      checked++;
    }
    expect(checked).toBeGreaterThan(10);
  });
});
