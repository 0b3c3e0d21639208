import type { Layout, Meaning } from '../../core/reading/meaning.ts';
import { isMissing } from '../../core/reading/missing-value.ts';
import type { ColumnNames } from '../meaning/column-names.ts';
import { ucdpColumns } from '../meaning/layouts/ucdp.ts';

/** Words of a title that would be a text by itself. */
const MOST_TITLE = 160;

type Cells = (column: number | undefined) => string;

export const cutTitle = (title: string): string =>
  title.length > MOST_TITLE ? `${title.slice(0, MOST_TITLE).trimEnd()}…` : title;

/** Layouts whose descriptions begin with what happened, and which have no title. */
const DESCRIBED: ReadonlySet<Layout> = new Set(['timemap', 'bellingcat']);

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The first sentence of a text, without its full stop. */
export function firstSentence(text: string): string {
  const [first] = sentences.segment(text.trim());
  return (first?.segment ?? '').trim().replace(/(?<!\.)[.。۔]$/u, '');
}

const UCDP_PLACES = ['where_coordinates', 'where_description', 'adm_2', 'adm_1'] as const;

function ucdpTitle(names: ColumnNames, cell: Cells): string {
  const said = (name: string): string => {
    const text = cell(names.find(name)).trim();
    return isMissing(text) ? '' : text;
  };
  const sides = [said('side_a'), said('side_b')].filter(Boolean).join(' – ') || said('dyad_name');
  // A cut of the table without its actors has a headline at best.
  if (sides === '') return said('source_headline');
  const place = UCDP_PLACES.map(said).find((text) => text !== '') ?? '';
  return [sides, place].filter(Boolean).join(', ');
}

/** How the rows of one sheet are headed: by a column, or as their layout asks for. */
export function titleReader(columns: readonly string[], meaning: Meaning): (cell: Cells) => string {
  const { title, text, layout } = meaning;
  if (title !== undefined) return (cell) => cell(title);
  if (layout === 'ucdp') {
    const names = ucdpColumns(columns);
    return (cell) => ucdpTitle(names, cell);
  }
  return DESCRIBED.has(layout) ? (cell) => firstSentence(cell(text)) : () => '';
}
