import type { RecordList } from './record-list.ts';

/** The buffers to move with a listing. */
export const recordListBuffers = ({ rows, days }: RecordList): ArrayBuffer[] => [
  rows.buffer,
  days.from.buffer,
  days.to.buffer,
  days.start.buffer,
  days.certain.buffer,
  days.certainHalts.buffer,
  days.possibleHalts.buffer,
  days.isUndated.buffer,
];
