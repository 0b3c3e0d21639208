import type { MonitorTotal } from '../../core/records/dataset-info.ts';
import { wordingOf } from '../../core/records/running-totals.ts';
import { words } from '../../i18n/words.ts';

/** `more than 300` */
const numberText = (total: MonitorTotal): string =>
  words.chart.number(words.counts.number(total.at_least), wordingOf(total));

/** `more than 300 drones and missiles` */
export const countText = (total: MonitorTotal): string =>
  words.chart.count(numberText(total), total.unit);
