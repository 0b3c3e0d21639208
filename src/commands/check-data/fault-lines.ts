import type { Fault } from '../../core/faults/fault.ts';
import { recordFaults } from '../../i18n/en/record-faults.ts';
import { textOf } from '../../i18n/sentences/by-kind.ts';
import { byReader, isError, type CheckFault } from './check-fault.ts';

export const recordFaultLine = (file: string, fault: CheckFault): string => {
  const { record, field, problem, expected, reason } = fault;
  const severity = isError({ reason }) ? 'error' : 'warning';
  const because = reason === undefined ? '' : ` (only a warning: ${reason})`;
  return `${file}: ${severity}: ${record}: ${field}: ${problem}; expected ${expected}${because}`;
};

/** A file's fault as lines for an editor; a list of bad records gives a line for each of them. */
export function faultLines(fault: Fault): readonly string[] {
  if (fault.kind === 'not-json')
    return [
      `${fault.file}: error: is not JSON: ${textOf(recordFaults.jsonMistakes, fault.mistake)}`,
    ];
  if (fault.kind === 'not-utf-8')
    return [
      fault.line === undefined
        ? `${fault.file}: error: is in ${fault.encoding ?? 'another encoding'}; expected UTF-8`
        : `${fault.file}: error: line ${fault.line}, column ${fault.column ?? 1}: has a byte that is not UTF-8; expected a file saved as UTF-8`,
    ];
  if (fault.kind === 'not-a-collection')
    return [
      `${fault.file}: error: holds no list of records; expected a GeoJSON FeatureCollection with features, or a JSON array for sources/index.json`,
    ];
  if (fault.kind === 'bad-records')
    return fault.faults.map((one) => recordFaultLine(fault.file, byReader(one)));
  if (fault.kind === 'file-missing') return [`${fault.file}: error: there is no such file`];
  throw new Error(`Unexpected fault while reading data: ${fault.kind}.`);
}
