import type { ColumnIndex } from '../../core/records/column-index.ts';
import { NO_MAPPING } from '../schemas/table-sample.ts';
import { publishedReader } from '../mapping/row-published.ts';
import {
  bestBy,
  nameScore,
  shareOfValues,
  synonyms,
  type ColumnProfile,
} from './column-profile.ts';

const PUBLISHED = synonyms(
  'published published_at published_on publication_date date_published published_date publish_date pub_date pubdate first_reported date_reported reported_date reported reported_at reported_on report_date date_added dateadded added_at added_on inserted_at',
);

/** Whether a cell says when, in one order of day and month or the other. */
const isPublished = (value: string): boolean =>
  (['dmy', 'mdy'] as const).some((order) => {
    const time = { kind: 'one', column: 0, order } as const;
    return publishedReader({ ...NO_MAPPING, time, published: 0 }, undefined)(() => value);
  });

/** The column of when a row was first reported: by its name, if half of its values are times. */
export function guessPublished(columns: readonly ColumnProfile[]): ColumnIndex | undefined {
  return bestBy(columns, (column) => {
    const score = nameScore(column.name, PUBLISHED);
    return score > 0 && shareOfValues(column, isPublished) >= 0.5 ? score : 0;
  })?.index;
}
