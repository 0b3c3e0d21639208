import { labelIn, type DatasetInfo, type MonitorTotal } from '../../core/records/dataset-info.ts';
import { wordingOf } from '../../core/records/running-totals.ts';
import { LANGUAGE } from '../../i18n/locale.ts';
import { words } from '../../i18n/words.ts';
import { dayText } from '../legend/total-day.ts';
import type { LabelForms } from './chart-layout.ts';
import type { ChartLine, ChartTotal } from './chart-model.ts';

/** `more than 300` */
export const numberText = (total: MonitorTotal): string =>
  words.chart.number(words.counts.number(total.at_least), wordingOf(total));

/** `more than 300 drones and missiles` */
export const countText = (total: MonitorTotal): string =>
  words.chart.count(numberText(total), total.unit);

/** The abbreviation of a name that is written in full before it: a label has little room. */
const ABBREVIATION = / \(\p{Lu}+\)$/u;

/** The label of a total, from one line to one for each part of it, and last the number alone. */
export function totalForms(total: MonitorTotal): LabelForms {
  const [number, who] = [numberText(total), total.who.replace(ABBREVIATION, '')];
  return [...words.chart.totalForms(number, total.unit, who), [number]];
}

/** The label at the end of a line. */
export function lineForms(
  { governorate, counts }: ChartLine,
  { name, governorates }: DatasetInfo['region'],
): LabelForms {
  const count = words.counts.number(counts.at(-1) ?? 0);
  return governorate === null
    ? words.chart.regionForms(count, labelIn(name, LANGUAGE))
    : words.chart.governorateForms(count, governorates[governorate] ?? '');
}

/** A total in one sentence. */
export const totalText = (total: ChartTotal): string =>
  words.chart.total(
    countText(total.counted),
    total.counted.who,
    total.counted.area,
    dayText(total),
  );
