/** A column's name as its file writes it, or its position from 1 where it has none. */
export const columnName = (columns: readonly string[], column: number): string =>
  columns[column] || `#${column + 1}`;
