import { isMissing } from '../../core/text/missing-value.ts';

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

type CellKind = 'missing' | 'year' | 'number' | 'date' | 'address' | 'word';

const YEAR = /^(?:1[5-9]|20)\d{2}$/;

function kindOf(cell: string): CellKind {
  if (isMissing(cell)) return 'missing';
  if (ADDRESS.test(cell)) return 'address';
  if (YEAR.test(cell)) return 'year';
  if (WRITTEN_DATE.test(cell)) return 'date';
  if (!NUMBER_LIKE.test(cell)) return 'word';
  return /\d[-/:.]\d+[-/:.]\d|^\d{4}[-/]\d{1,2}$/.test(cell) ? 'date' : 'number';
}

/** The kind of most cells of a column, `missing` where they have nothing in common. */
function usualKind(cells: readonly string[]): CellKind {
  const counts = new Map<CellKind, number>();
  let known = 0;
  for (const cell of cells) {
    const kind = kindOf(cell);
    if (kind === 'missing') continue;
    known++;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  for (const [kind, count] of counts) if (count >= 0.7 * known) return kind;
  return 'missing';
}

const areConsecutive = (cells: readonly string[]): boolean =>
  cells.every((cell, at) => cell !== '' && cell === String(Number(cells[0]) + at));

/** `0 1 2 3 4`: names that programs give to columns without one, the column of row names before them. */
function areCounted(cells: readonly string[], below: readonly (readonly string[])[]): boolean {
  const from = cells[0] === '' ? 1 : 0;
  const numbers = cells.slice(from);
  if (numbers.length < 4 || !['0', '1'].includes(numbers[0] ?? '')) return false;
  return areConsecutive(numbers) && !below.some((row) => areConsecutive(row.slice(from)));
}

/**
 * True for a row that names the columns of the rows below it, although some names look like values
 * (`2019`, `1`) or repeat: it differs in kind from more columns than it is like. Where a cell of the row
 * appears in the rows below too, or is a number over numbers, the row is one of them.
 */
export function namesColumnsOf(
  cells: readonly string[],
  below: readonly (readonly string[])[],
): boolean {
  if (looksLikeNames(cells)) return true;
  if (below.length === 0) return false;
  if (areCounted(cells, below)) return true;
  let [unlike, alike] = [0, 0];
  cells.forEach((cell, column) => {
    const kind = kindOf(cell);
    if (kind === 'missing') return;
    const texts = below.map((row) => row[column] ?? '');
    const usual = usualKind(texts);
    if (usual === 'missing') return;
    const isNumberOverYears = kind === 'number' && usual === 'year';
    if (kind !== usual && !isNumberOverYears) unlike++;
    else if (kind !== 'word' || texts.includes(cell)) alike++;
  });
  return unlike > alike && (unlike > 1 || alike === 0);
}

/** HXL (hxlstandard.org): `#geo+lat`, `#date +start`. Every filled cell of such a row is a tag. */
const TAG = /^#[a-z][a-z\d_]*(?:\s*\+\s*[a-z][a-z\d_]*)*$/i;

export function isTagRow(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => TAG.test(cell));
}
