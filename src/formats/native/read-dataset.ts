import type { Fault } from '../../core/faults/fault.ts';
import type { DatasetInfo } from '../../core/records/dataset-info.ts';
import { failed, ok, type Result } from '../../core/base/result.ts';
import { ShapeCheck } from './check-shape.ts';
import { shown, type FieldFault } from './field-fault.ts';
import { isStretch } from './read-sound.ts';
import { DATASET_SHAPE } from './shapes.ts';
import { parseJson } from '../source/read-json.ts';

const datasetCheck = new ShapeCheck(DATASET_SHAPE);

const coverageFaults = ({ coverage }: DatasetInfo): readonly FieldFault[] =>
  coverage.flatMap(({ from, to }, i) => {
    if (isStretch({ from, to })) return [];
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
  const shapeFaults = datasetCheck.faultsOf(parsed.value);
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
