import type { Fault } from '../../core/fault.ts';
import type { RecordFault } from '../../core/incident/reading-report.ts';

export const recordFaultLine = (file: string, fault: RecordFault): string =>
  `${file}: ${fault.record}: ${fault.field}: ${fault.problem}; expected ${fault.expected}`;

/** A file's fault as lines for an editor; a list of bad records gives a line for each of them. */
export function faultLines(fault: Fault): readonly string[] {
  switch (fault.kind) {
    case 'not-json':
      return [`${fault.file}: is not JSON: ${fault.detail}`];
    case 'not-a-collection':
      return [`${fault.file}: holds no list of records (GeoJSON FeatureCollection or JSON array)`];
    case 'bad-records':
      return fault.faults.map((one) => recordFaultLine(fault.file, one));
    case 'file-missing':
      return [`${fault.file}: there is no such file`];
    default:
      throw new Error(`Reading data does not fail with ${fault.kind}.`);
  }
}
