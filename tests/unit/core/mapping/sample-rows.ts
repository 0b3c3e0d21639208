import type {
  ColumnMapping,
  MappingProposal,
} from '../../../../src/core/mapping/column-mapping.ts';
import {
  NO_SHORT_DATES,
  type DateOrderEvidence,
} from '../../../../src/core/mapping/date-order-evidence.ts';
import type { SampleRow } from '../../../../src/core/mapping/sample-row.ts';

/** Rows of a made-up file: only their cells matter here. */
export const sampleRows = (...rows: readonly (readonly string[])[]): readonly SampleRow[] =>
  rows.map((cells, at) => ({
    number: at + 2,
    cells,
    place: undefined,
    placeName: '',
    span: undefined,
    title: '',
    category: '',
    notes: [],
  }));

export const MEANING: ColumnMapping = {
  schema: 'table',
  place: { kind: 'none' },
  placePrecision: undefined,
  placeName: undefined,
  area: undefined,
  time: { kind: 'none' },
  timePrecision: undefined,
  id: undefined,
  title: undefined,
  text: undefined,
  source: undefined,
  link: undefined,
  category: undefined,
};

export const proposalOf = (
  mapping: Partial<ColumnMapping>,
  dateOrder: Partial<DateOrderEvidence> = {},
): MappingProposal => ({
  mapping: { ...MEANING, ...mapping },
  isKnown: false,
  dateOrder: { ...NO_SHORT_DATES, ...dateOrder },
  timeCandidates: [],
});
