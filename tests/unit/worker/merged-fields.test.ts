/** Every row of the files is made up; the records are those that are published. */
import { describe, expect, it } from 'vitest';
import { UNINTERRUPTED } from '../../../src/core/base/task.ts';
import type { FieldSummary } from '../../../src/core/index/facet.ts';
import { incidentTable } from '../../../src/core/records/build-incident-table.ts';
import type { IncidentTable } from '../../../src/core/records/incident-table.ts';
import { minuteOf } from '../../../src/core/time/minute.ts';
import { RECORDS } from '../published-records.ts';
import { indexOf } from '../core/index/views.ts';
import { openFile } from './import-file.ts';
import { handlersWith, opened, outputOf } from './open-handlers.ts';

/** A file of these lines after the place and the day of each row. */
const textOf = (lines: readonly string[]): string =>
  lines
    .map((line, row) =>
      row === 0 ? `event_date,lat,lon,${line}` : `2026-03-0${row},36.25,44.125,${line}`,
    )
    .join('\n');

async function tableOf(...lines: readonly string[]): Promise<IncidentTable> {
  const file = await openFile('made-up.csv', new TextEncoder().encode(textOf(lines)));
  if (file.kind === 'fault') throw new Error(file.fault.kind);
  return file.dataset.table;
}

async function fieldsOf(
  ...tables: readonly IncidentTable[]
): Promise<Readonly<Record<string, FieldSummary>>> {
  const fields = await indexOf(tables).fields(UNINTERRUPTED);
  return Object.fromEntries(fields.map((field) => [field.key, field]));
}

const own = incidentTable(RECORDS);
const incidents = RECORDS.map(({ incident }) => incident).filter(({ kind }) => kind === 'incident');

describe('the fields of what is on', () => {
  it('count the incidents that give them, and no series or total', async () => {
    const { weapon, killed, actor, reported } = await fieldsOf(own);
    const weapons = new Set(incidents.map((one) => one.weapon));
    expect(weapon).toMatchObject({ given: incidents.length, distinct: weapons.size });
    const counts = incidents.flatMap((one) => (one.killed ? [one.killed] : []));
    expect(killed).toMatchObject({
      given: counts.length,
      distinct: 0,
      bounds: {
        min: Math.min(...counts.map(([min]) => min)),
        max: Math.max(...counts.map(([, max]) => max)),
      },
    });
    const actors = incidents.map((one) => one.attribution.map((each) => each.actor));
    expect(actor).toMatchObject({
      isMultiple: true,
      given: actors.filter((names) => names.length > 0).length,
      distinct: new Set(actors.flat()).size,
    });
    expect(reported?.kind).toBe('date');
  });

  it('are joined by their keys', async () => {
    const first = await tableOf('side,deaths,seen', 'a,3,2026-04-01', 'b,,2026-04-02');
    const second = await tableOf('side,deaths', 'b,40', 'c,7', 'c,0');
    const fields = await fieldsOf(own, first, second);
    expect(fields['column:side']).toEqual({
      key: 'column:side',
      column: 'side',
      kind: 'category',
      isMultiple: false,
      given: 5,
      distinct: 3,
      bounds: undefined,
    });
    expect(fields['column:deaths']).toMatchObject({
      kind: 'number',
      given: 4,
      bounds: { min: 0, max: 40 },
    });
    expect(fields['column:seen']).toMatchObject({
      kind: 'date',
      given: 2,
      bounds: { min: minuteOf(2026, 4, 1), max: minuteOf(2026, 4, 3) },
    });
    expect(fields['time-precision']).toMatchObject({ given: incidents.length + 5 });
    expect(Object.keys(fields).slice(0, 3)).toEqual(['target', 'weapon', 'effect']);
  });

  it('are texts where files give them different kinds of values, unless one gives none', async () => {
    const numbers = await tableOf('x,y,z', '3,,yes', '4,,no');
    const words = await tableOf('x,y,z', 'three,5,maybe', 'four,6,');
    const fields = await fieldsOf(numbers, words);
    expect(fields['column:x']).toMatchObject({ kind: 'text', distinct: 0, bounds: undefined });
    expect(fields['column:y']).toMatchObject({ kind: 'number', bounds: { min: 5, max: 6 } });
    expect(fields['column:z']).toMatchObject({ kind: 'category', distinct: 3 });
  });

  it('are what the page is told of the data sets that are on', async () => {
    const handlers = await handlersWith(textOf(['side', 'a', 'b']));
    const before = await outputOf(handlers.fields(undefined, UNINTERRUPTED));
    expect(before.map(({ key }) => key)).toContain('weapon');
    await opened(handlers);
    const after = (await outputOf(handlers.fields(undefined, UNINTERRUPTED))).map(({ key }) => key);
    expect(after).toContain('column:side');
    expect(after).not.toContain('weapon');
  });
});
