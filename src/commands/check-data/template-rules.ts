import { withTexts, type DatasetInfo } from '../../core/records/dataset-info.ts';
import { findingsOf } from '../../core/records/figures.ts';
import type { Incident } from '../../core/records/incident.ts';
import { fillTemplate, namesIn } from '../../core/text/template.ts';
import { isObject } from '../../formats/source/is-object.ts';
import type { CheckFault } from './check-fault.ts';

/** Texts of the first screen: a typed number would be wrong after the next record. */
const WITHOUT_DIGITS: readonly string[] = ['topic', 'headline', 'standfirst'];

const DIGITS = /\p{Nd}+/u;

type Text = { readonly field: string; readonly text: string };

const textsIn = (value: unknown, field: string): readonly Text[] => {
  if (typeof value === 'string') return [{ field, text: value }];
  if (!isObject(value) && !Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    textsIn(part, field === '' ? name : `${field}.${name}`),
  );
};

/** All texts of a data set that may name figures, with their fields. */
function templatesOf(dataset: DatasetInfo): readonly Text[] {
  const templates = new Set<string>();
  withTexts(dataset, (text) => {
    templates.add(text);
    return text;
  });
  return textsIn(dataset, '').filter(({ text }) => templates.has(text));
}

const faultOf = (field: string, rule: string, problem: string, expected: string): CheckFault => ({
  record: 'dataset',
  field,
  rule,
  problem,
  expected,
});

/**
 * Faults of the texts of a data set that name figures: digits in those of the first screen, and names that
 * are no figure. `incidents`: all its records; undefined where some cannot be read, so that figures are missing.
 */
export function templateFaults(
  dataset: DatasetInfo,
  incidents: readonly Incident[] | undefined,
): readonly CheckFault[] {
  const figures = incidents && findingsOf(incidents, dataset).figures;
  return templatesOf(dataset).flatMap(({ field, text }) => {
    const [digits] = DIGITS.exec(fillTemplate(text, () => '')) ?? [];
    const typed =
      digits !== undefined && WITHOUT_DIGITS.includes(field)
        ? [
            faultOf(
              field,
              'typed-number',
              `has the typed number ${digits}`,
              'the name of a figure, such as {attacks.region}: a typed number is wrong after the next change of the records',
            ),
          ]
        : [];
    const unknown = namesIn(text).filter((name) => figures && !Object.hasOwn(figures, name));
    return [
      ...typed,
      ...unknown.map((name) =>
        faultOf(
          field,
          'unknown-figure',
          `names {${name}}, which is no figure of these records`,
          `one of ${Object.keys(figures ?? {}).join(', ')}`,
        ),
      ),
    ];
  });
}
