/** The top and the foot of each column, in any unit. */
type Column = { readonly from: number; readonly to: number };

/** One path for all columns of a chart, each one unit wide and `highest` high at most; drawn upwards from zero. */
export function columnPath(columns: readonly Column[], highest: number): string {
  const y = (count: number): string => (1 - count / Math.max(highest, 1)).toFixed(4);
  return columns
    .map(({ from, to }, at) =>
      to > from ? `M${String(at)} ${y(from)}V${y(to)}h1V${y(from)}z` : '',
    )
    .join('');
}
