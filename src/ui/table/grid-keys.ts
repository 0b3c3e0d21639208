/** A cell of the grid: line -1 has the names of the columns. */
export type GridCell = { readonly line: number; readonly column: number };

export type GridSize = {
  readonly lines: number;
  readonly columns: number;
  /** Lines that are seen at once. */
  readonly page: number;
};

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>;

export const HEADER_LINE = -1;

/**
 * Where a key moves the focus of a grid (https://www.w3.org/WAI/ARIA/apg/patterns/grid/); undefined: it moves nothing.
 * `isRtl`: the first column is on the right.
 */
export function movedBy(
  { key, ctrlKey, metaKey }: Pressed,
  { line, column }: GridCell,
  { lines, columns, page }: GridSize,
  isRtl = false,
): GridCell | undefined {
  const within = (to: number): number => Math.min(Math.max(to, HEADER_LINE), lines - 1);
  const across = (steps: number): GridCell => ({
    line,
    column: Math.min(Math.max(column + (isRtl ? -steps : steps), 0), columns - 1),
  });
  const isWhole = ctrlKey || metaKey;
  switch (key) {
    case 'ArrowLeft':
      return across(-1);
    case 'ArrowRight':
      return across(1);
    case 'ArrowUp':
      return { line: within(line - 1), column };
    case 'ArrowDown':
      return { line: within(line + 1), column };
    case 'PageUp':
      return { line: Math.max(within(line - page), Math.min(line, 0)), column };
    case 'PageDown':
      return { line: within(line + page), column };
    case 'Home':
      return { line: isWhole ? within(0) : line, column: 0 };
    case 'End':
      return { line: isWhole ? within(lines - 1) : line, column: columns - 1 };
    default:
      return undefined;
  }
}
