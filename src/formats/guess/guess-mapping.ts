import { placeColumns, timeColumns } from '../../core/mapping/columns-read.ts';
import type { ColumnMapping } from '../../core/mapping/column-mapping.ts';
import type { ColumnIndex } from '../../core/records/column-index.ts';
import { NO_MAPPING, type TableSample } from '../schemas/table-sample.ts';
import { profileColumns } from './column-profile.ts';
import { withClock } from './guess-clock.ts';
import { guessLeadingDate } from './guess-leading-date.ts';
import { guessPlace, guessPlacePrecision } from './guess-place.ts';
import { guessPublished } from './guess-published.ts';
import { guessReceipt } from './guess-receipt.ts';
import { guessTime, guessTimePrecision } from './guess-time.ts';
import { guessWords } from './guess-words.ts';

export type GuessedMapping = {
  readonly mapping: ColumnMapping;
  /** The columns that may be the time, likeliest first. */
  readonly timeCandidates: readonly ColumnIndex[];
};

/** The likeliest mapping of a table of no known schema: values weigh as much as names. */
export function guessMapping({ columns, samples, hasGeometry }: TableSample): GuessedMapping {
  const profiles = profileColumns(columns, samples);
  const place = guessPlace(profiles, hasGeometry);
  const isFree = (used: readonly ColumnIndex[]) =>
    profiles.filter(({ index }) => !used.includes(index));
  const { time: dates, candidates } = guessTime(isFree(placeColumns(place)), samples);
  const time = withClock(dates, isFree([...placeColumns(place), ...timeColumns(dates)]));
  const used = [...placeColumns(place), ...timeColumns(time)];
  const placePrecision = place.kind === 'none' ? undefined : guessPlacePrecision(isFree(used));
  const timePrecision = time.kind === 'none' ? undefined : guessTimePrecision(isFree(used));
  const codes = [placePrecision, timePrecision].flatMap((scale) => scale?.column ?? []);
  const receipt = guessReceipt(isFree(placeColumns(place)));
  const copies = [receipt.archive, receipt.hash].filter((column) => column !== undefined);
  const words = guessWords(profiles, new Set([...used, ...codes, ...copies]));
  const named = time.kind === 'none' ? guessLeadingDate(profiles, words.title) : undefined;
  return {
    mapping: {
      ...NO_MAPPING,
      ...{ place, placePrecision, time: named ?? time, timePrecision },
      ...words,
      ...receipt,
      published: guessPublished(isFree(used)),
    },
    timeCandidates: named ? [named.column, ...candidates] : candidates,
  };
}
