/** A number, a date or a clock time, whatever the separators. */
const NUMBER_LIKE = /^[+\-−~<>≈]?[.,]?\d[\d\s.,:/'’°"+\-−–%TZ]*$/;
/** `30-Apr-19`, `15 July 2022`, `July 15, 2022`. */
const WRITTEN_DATE =
  /^(?:\d{1,2}[\s\-/.]+\p{L}{3,12}|\p{L}{3,12}\.?[\s-]+\d{1,2})[\s\-/.,]+\d{2,4}$/u;
const ADDRESS = /^https?:\/\//i;

const isValue = (cell: string): boolean =>
  NUMBER_LIKE.test(cell) || WRITTEN_DATE.test(cell) || ADDRESS.test(cell);

/** True for a row whose cells could name columns: none is a value, and most differ. */
export function looksLikeNames(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && !filled.some(isValue) && new Set(filled).size * 2 > filled.length;
}

/** HXL (hxlstandard.org): `#geo+lat`, `#date +start`. Every filled cell of such a row is a tag. */
const TAG = /^#[a-z][a-z\d_]*(?:\s*\+\s*[a-z][a-z\d_]*)*$/i;

export function isTagRow(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => TAG.test(cell));
}
