import type { DatasetInfo, Figures } from './dataset-info.ts';
import type { Incident } from './incident.ts';

/** Fields of a record that an annotation may name, as `{killed.of.<id>}`. */
export const RECORD_FIGURES = ['killed', 'injured'] as const;

export const recordFigureName = (field: (typeof RECORD_FIGURES)[number], id: string): string =>
  `${field}.of.${id}`;

/** Figures of the records that the annotations of a data set rest on. What a record does not say has none. */
export function recordFigures(
  records: readonly Incident[],
  { annotations }: Pick<DatasetInfo, 'annotations'>,
): Figures {
  const ids = new Set(annotations.flatMap(({ incidents }) => incidents));
  return Object.fromEntries(
    records
      .filter(({ id }) => ids.has(id))
      .flatMap((record) =>
        RECORD_FIGURES.flatMap((field) => {
          const range = record[field];
          return range ? [[recordFigureName(field, record.id), { kind: 'people', range }]] : [];
        }),
      ),
  );
}
