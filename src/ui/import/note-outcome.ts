import type { NoteGroup } from '../../core/mapping/import-report.ts';
import type { RowNoteCode } from '../../core/records/read-row.ts';

const NOTE_OUTCOMES = ['unplaced', 'undated', 'dropped', 'assumed', 'suspicion'] as const;
/** What a note has to do with what became of its row. */
export type NoteOutcome = (typeof NOTE_OUTCOMES)[number];

const OUTCOME: Readonly<Record<RowNoteCode, NoteOutcome>> = {
  'no-place': 'unplaced',
  'bad-coordinate': 'unplaced',
  'outside-world': 'unplaced',
  'null-island': 'unplaced',
  'too-coarse': 'unplaced',
  'no-date': 'undated',
  'undated-name': 'undated',
  'bad-date': 'undated',
  'reversed-dates': 'undated',
  'other-calendar': 'undated',
  'unset-date': 'undated',
  'far-date': 'undated',
  'empty-row': 'dropped',
  'broken-row': 'dropped',
  'longitude-beyond-180': 'assumed',
  'part-not-read': 'assumed',
  'several-points': 'assumed',
  'too-long': 'suspicion',
  'swapped-coordinates': 'suspicion',
  'far-outside': 'suspicion',
  'odd-year': 'suspicion',
  'zero-date': 'assumed',
  'zero-part': 'assumed',
  'open-end': 'assumed',
  'open-begin': 'assumed',
  'no-end': 'assumed',
  'bad-clock': 'assumed',
  'other-clock': 'assumed',
  'local-clock': 'assumed',
  'crowded-point': 'suspicion',
  'either-number': 'assumed',
  'open-quote': 'assumed',
  'mixed-encoding': 'assumed',
  'lost-letters': 'suspicion',
  'too-many-cells': 'suspicion',
  'too-few-cells': 'suspicion',
  'bad-precision': 'suspicion',
  'unknown-area': 'suspicion',
  'ambiguous-area': 'suspicion',
  'areas-not-loaded': 'suspicion',
};

/** The notes of a report under what they led to, in the order of `NOTE_OUTCOMES`; none without notes. */
export const groupsByOutcome = (
  groups: readonly NoteGroup[],
): readonly { readonly outcome: NoteOutcome; readonly groups: readonly NoteGroup[] }[] =>
  NOTE_OUTCOMES.map((outcome) => ({
    outcome,
    groups: groups.filter(({ code }) => OUTCOME[code] === outcome),
  })).filter(({ groups: found }) => found.length > 0);
