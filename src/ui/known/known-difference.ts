import { daysBefore, knownNow } from '../../core/index/known-now.ts';
import type { IncidentCells } from '../../core/index/incident-cells.ts';
import type { Count, PickCell } from '../../core/index/tally.ts';
import { EFFECT_CLASSES } from '../../core/records/incident.ts';
import { words } from '../../i18n/words.ts';
import type { AppState } from '../../state/app-state.svelte.ts';
import type { Shown } from '../../state/shown.svelte.ts';

const HALT = EFFECT_CLASSES.indexOf('halt');
const haltsOf =
  ({ effectClass }: IncidentCells): PickCell =>
  (cell) =>
    effectClass[cell] === HALT;

/** How much was known on the day of the page, and how much is known now of the same days; empty while it is counted. */
export function knownDifference(
  { filters, timeline }: Pick<AppState, 'filters' | 'timeline'>,
  shown: Shown,
): string {
  const { knownBefore } = filters;
  if (knownBefore === undefined) return '';
  const window = timeline.span;
  const days = daysBefore(window, knownBefore);
  if (!days) return words.knownOn.notBegun;
  const { now } = shown.queries.counted;
  if (!now) return '';
  const count = (pick?: typeof haltsOf): Count =>
    knownNow({ now, then: shown.cells }, days, window, shown.isOn, pick);
  return words.knownOn.difference(shown.count, shown.withHalts(count(), count(haltsOf)), days);
}
