import type { Task } from '../base/task.ts';
import { EMPTY_PERIOD, type Row } from '../records/incident-table.ts';
import type { Layer } from '../records/layer.ts';
import { NO_REF, type RecordName, type RecordRef } from '../records/record-ref.ts';
import type { TimeRange } from '../time/time-range.ts';
import type { DatasetIndex } from './dataset-index.ts';
import { byListOrder } from './list-order.ts';

/** A data set that is on, and where its places and layers are among those of all. */
export type MergedPart = {
  readonly index: DatasetIndex;
  readonly firstPlace: number;
  readonly firstLayer: number;
};

function periodOfAll(indexes: readonly DatasetIndex[]): TimeRange {
  const dated = indexes.map(({ period }) => period).filter(({ from, to }) => from < to);
  if (dated.length === 0) return EMPTY_PERIOD;
  return {
    from: Math.min(...dated.map(({ from }) => from)),
    to: Math.max(...dated.map(({ to }) => to)),
  };
}

/**
 * The data sets that are on, one after the other, and how their positions are numbered together: places
 * and layers follow those of the data set before; areas of one name are one.
 */
export class MergedParts {
  readonly all: readonly MergedPart[];
  readonly layers: readonly Layer[];
  readonly places: number;
  readonly areaNames: readonly string[];
  /** From the first minute of a counted, dated incident to the last; empty when nothing is dated. */
  readonly period: TimeRange;
  /** No incident is dated more finely than to a day. */
  readonly isByDay: boolean;

  constructor(indexes: readonly DatasetIndex[]) {
    const parts: MergedPart[] = [];
    let [firstPlace, firstLayer] = [0, 0];
    for (const index of indexes) {
      parts.push({ index, firstPlace, firstLayer });
      firstPlace += index.places.length;
      firstLayer += index.layers.length;
    }
    this.all = parts;
    this.places = firstPlace;
    this.layers = indexes.flatMap(({ layers }) => layers);
    this.areaNames = [...new Set(indexes.flatMap(({ places }) => places.areas))];
    this.period = periodOfAll(indexes);
    this.isByDay = indexes.every(({ isByDay }) => isByDay);
  }

  /** Any record of any data set has a date. */
  get isDated(): boolean {
    return this.period.from < this.period.to;
  }

  /** Asks one data set after the other; `from` and `to` are the part of the task that this is. */
  async ask<Answer>(
    ask: (part: MergedPart, task: Task) => Promise<Answer>,
    task: Task,
    from: number,
    to: number,
  ): Promise<readonly Answer[]> {
    const step = (to - from) / this.all.length;
    const answers: Answer[] = [];
    for (const [at, part] of this.all.entries())
      answers.push(await ask(part, task.part(from + at * step, from + (at + 1) * step)));
    return answers;
  }

  /** The data set of a reference, and its row there; undefined where that data set is off. */
  rowAt(ref: RecordRef): { readonly part: MergedPart; readonly row: Row } | undefined {
    if (ref === NO_REF) return undefined;
    const part = this.all.find(
      ({ index }) => ref >= index.firstRef && ref < index.firstRef + index.length,
    );
    return part && { part, row: ref - part.index.firstRef };
  }

  /** The record of a name; by an id that several data sets have, the first one in the order of a list. */
  refOf({ id, dataset }: RecordName): RecordRef | undefined {
    let first: { readonly ref: RecordRef; readonly time: TimeRange } | undefined;
    for (const { index } of this.all) {
      if (dataset !== undefined && dataset !== index.dataset) continue;
      const row = index.rowOf(id);
      if (row === undefined) continue;
      const time = index.timeOf(row, this.isDated);
      if (!first || byListOrder(time, first.time) < 0) first = { ref: index.firstRef + row, time };
    }
    return first?.ref;
  }
}
