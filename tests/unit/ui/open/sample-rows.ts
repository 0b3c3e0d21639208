import type { Meaning, Proposal } from '../../../../src/core/reading/meaning.ts';
import type { SampleRow } from '../../../../src/core/reading/sample-row.ts';

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

export const MEANING: Meaning = {
  layout: 'table',
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

export const proposalOf = (meaning: Partial<Meaning>, isDateOrderOpen = false): Proposal => ({
  meaning: { ...MEANING, ...meaning },
  isKnown: false,
  isDateOrderOpen,
  timeCandidates: [],
});
