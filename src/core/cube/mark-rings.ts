import { FORMS, TARGETS } from '../incident/incident.ts';

/** Cells of a mark: one for each layer and form. */
export const CELLS = TARGETS.length * FORMS.length;
export const cellOf = (target: number, form: number): number => target * FORMS.length + form;

/** Code of a ring that stands for several layers at once; one more than the last of `TARGETS`. */
export const SEVERAL_TARGETS = TARGETS.length;
/** Code of a ring that stands for several forms at once; one more than the last of `FORMS`. */
export const SEVERAL_FORMS = FORMS.length;

const HALT = FORMS.indexOf('halt');
const UNCLEAR = FORMS.indexOf('unclear');

/** Forms from the outside of a mark inwards: what hit stands in the middle. */
const FORM_ORDER = ['halt', 'intercepted', 'unclear', 'hit'] as const;
const FORMS_INWARDS = FORM_ORDER.map((form) => FORMS.indexOf(form));

/** A ring needs about this many pixels to be seen. */
const LEAST_RING_PIXELS = 2.5;
/** A small mark takes the colour of a layer that holds at least this part of it. */
const MAJORITY = 0.8;

/** What is counted by itself: cells of one layer. */
export type PlannedGroup = { readonly target: number; readonly cells: readonly number[] };
/** What is drawn: one or more groups. */
export type PlannedRing = {
  readonly target: number;
  readonly form: number;
  readonly groups: readonly PlannedGroup[];
};

type Filled = { readonly target: number; readonly form: number; readonly cells: readonly number[] };

function filledCells(count: (cell: number) => number, isHalt: boolean): readonly Filled[] {
  return TARGETS.flatMap((_, target) =>
    FORMS_INWARDS.flatMap((form) => {
      // Only a mark of nothing but halts is a square; beside attacks a halt is one more with no hit.
      if (form === HALT && !isHalt) return [];
      const forms = form === UNCLEAR && !isHalt ? [UNCLEAR, HALT] : [form];
      const cells = forms.map((one) => cellOf(target, one)).filter((cell) => count(cell) > 0);
      return cells.length > 0 ? [{ target, form, cells }] : [];
    }),
  );
}

/**
 * How a mark's counts are drawn, from the outside inwards, in the order of the legend: a ring for each
 * layer and form where there is room; else forms are joined; else the smaller layers, outermost.
 * `count` gives the incidents of a cell (see `cellOf`); `radius` is the whole mark's, in pixels.
 */
export function planRings(
  count: (cell: number) => number,
  radius: number,
): { readonly isHalt: boolean; readonly rings: readonly PlannedRing[] } {
  const room = Math.max(Math.floor(radius / LEAST_RING_PIXELS), 1);
  const isHalt = FORMS.every(
    (_, form) =>
      form === HALT || TARGETS.every((_one, target) => count(cellOf(target, form)) === 0),
  );
  const filled = filledCells(count, isHalt);
  if (filled.length <= room) {
    const rings = filled.map(({ target, form, cells }) => ({
      target,
      form,
      groups: [{ target, cells }],
    }));
    return { isHalt, rings };
  }
  const layers = TARGETS.flatMap((_, target) => {
    const own = filled.filter((one) => one.target === target);
    const [first] = own;
    if (!first) return [];
    const cells = own.flatMap((one) => one.cells);
    const sum = cells.reduce((total, cell) => total + count(cell), 0);
    const form = own.length === 1 ? first.form : SEVERAL_FORMS;
    return [{ target, form, sum, groups: [{ target, cells }] }];
  });
  if (layers.length <= room) return { isHalt, rings: layers };
  const bySize = layers.toSorted((a, b) => b.sum - a.sum);
  const total = layers.reduce((sum, layer) => sum + layer.sum, 0);
  const largest = bySize[0];
  if (room === 1 && largest && largest.sum >= MAJORITY * total)
    return { isHalt, rings: [{ ...largest, groups: layers.flatMap(({ groups }) => groups) }] };
  const kept = new Set(bySize.slice(0, room - 1));
  const joined = layers.filter((layer) => !kept.has(layer));
  const others = {
    target: SEVERAL_TARGETS,
    form: SEVERAL_FORMS,
    groups: joined.flatMap(({ groups }) => groups),
  };
  return { isHalt, rings: [others, ...layers.filter((layer) => kept.has(layer))] };
}
