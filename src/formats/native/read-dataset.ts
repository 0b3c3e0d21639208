import type { Fault } from '../../core/faults/fault.ts';
import type { DatasetInfo } from '../../core/records/dataset-info.ts';
import { failed, ok, type Result } from '../../core/base/result.ts';
import { readIsoText } from '../../core/time/minute.ts';
import { ShapeCheck, shown, type FieldFault, type ShapeSchema } from './check-shape.ts';
import { parseJson } from '../source/read-json.ts';

const text: ShapeSchema = { type: 'string', minLength: 1 };
const whole: ShapeSchema = { type: 'integer', minimum: 0, maximum: 1_000_000_000 };
const address: ShapeSchema = {
  type: 'string',
  pattern: '^https?://[^\\s]+$',
  expects: 'web-address',
};

const objectOf = (properties: Readonly<Record<string, ShapeSchema>>): ShapeSchema => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
});
const listOf = (items: ShapeSchema): ShapeSchema => ({ type: 'array', items });

const datasetShape = new ShapeCheck(
  objectOf({
    title: text,
    standfirst: text,
    utc_offset_minutes: { type: 'integer', minimum: -1440, maximum: 1440 },
    licence: text,
    method: listOf(text),
    coverage: listOf(objectOf({ from: text, to: text, note: text })),
    coverage_note: text,
    monitor_counts: listOf(
      objectOf({ as_of: text, figure: text, area: text, who: text, url: address }),
    ),
    monitor_note: text,
    mapped_counts: listOf(
      objectOf({
        up_to: text,
        mapped: whole,
        not_mere_claim: whole,
        by_governorate: text,
        counted: text,
      }),
    ),
    mapped_note: text,
    spellings: listOf(listOf(text)),
  }),
);

const coverageFaults = ({ coverage }: DatasetInfo): readonly FieldFault[] =>
  coverage.flatMap(({ from, to }, i) => {
    const [start, end] = [readIsoText(from), readIsoText(to)];
    if (start !== undefined && end !== undefined && start < end) return [];
    return [
      {
        field: `coverage.${i}`,
        problem: { kind: 'no-stretch', from: shown(from), to: shown(to) },
        expected: { kind: 'stretch' },
      },
    ];
  });

/** Reads `dataset.json`; what is wrong with it comes as `bad-records` of the record `dataset`. */
export function readDataset(file: string, json: string): Result<DatasetInfo, Fault> {
  const parsed = parseJson(file, json);
  if (parsed.kind === 'failed') return parsed;
  const shapeFaults = datasetShape.faultsOf(parsed.value);
  const dataset = parsed.value as DatasetInfo;
  const faults = shapeFaults.length > 0 ? shapeFaults : coverageFaults(dataset);
  if (faults.length === 0) return ok(dataset);
  return failed({
    kind: 'bad-records',
    file,
    kept: 0,
    faults: faults.map((fault) => ({ record: 'dataset', ...fault })),
  });
}
