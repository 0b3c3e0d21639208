import type { RunningTotal } from '../../core/records/dataset-info.ts';
import { words } from '../../i18n/words.ts';

/** `about 16 March` */
export const dayText = ({
  day,
  isDayApproximate,
}: Pick<RunningTotal, 'day' | 'isDayApproximate'>): string =>
  isDayApproximate ? words.chart.about(words.dates.day(day)) : words.dates.day(day);
