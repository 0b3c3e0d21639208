import type { Layout, Meaning, Proposal, TimeMeaning } from '../../core/reading/meaning.ts';
import { likelyCalendar } from '../../core/time/calendars.ts';
import { ColumnNames } from './column-names.ts';
import { dateOrderEvidence } from './date-order.ts';
import { profileColumns } from './guess/column-profile.ts';
import { withClock } from './guess/guess-clock.ts';
import { guessMeaning } from './guess/guess-meaning.ts';
import { recogniseAcled } from './layouts/acled.ts';
import { recogniseAirwars } from './layouts/airwars.ts';
import { recogniseCodebook } from './layouts/codebook.ts';
import { recogniseGdelt } from './layouts/gdelt.ts';
import { textsOf, type LayoutClues, type RecogniseLayout } from './layouts/layout-clues.ts';
import { recogniseBellingcat, recogniseTimemap } from './layouts/timemap.ts';
import { proposeSaved } from './layouts/saved.ts';
import { recogniseUcdp } from './layouts/ucdp.ts';
import { dateColumns, timeColumns } from './time-columns.ts';

/** From the surest to the loosest. */
const LAYOUTS: readonly RecogniseLayout[] = [
  recogniseAcled,
  recogniseUcdp,
  recogniseGdelt,
  recogniseAirwars,
  recogniseCodebook,
  recogniseBellingcat,
  recogniseTimemap,
];

/** Layouts whose files may have the time of day in a column of its own. */
const WITH_CLOCK: ReadonlySet<Layout> = new Set<Layout>(['airwars', 'bellingcat', 'timemap']);

function clocked(meaning: Meaning, { columns, samples }: LayoutClues): Meaning {
  const used = timeColumns(meaning.time);
  const free = profileColumns(columns, samples).filter(({ index }) => !used.includes(index));
  return { ...meaning, time: withClock(meaning.time, free) };
}

/** Whether month and day could be either, and no sample tells; with a date that shows it. */
function openOrder(
  { samples }: LayoutClues,
  time: TimeMeaning,
): Pick<Proposal, 'isDateOrderOpen' | 'openDate'> {
  if (time.kind !== 'one' && time.kind !== 'interval') return { isDateOrderOpen: false };
  const texts = [...textsOf(samples, ...dateColumns(time))];
  if (!dateOrderEvidence(texts).isOpen) return { isDateOrderOpen: false };
  const openDate = texts.find((text) => dateOrderEvidence([text]).isOpen);
  return { isDateOrderOpen: true, openDate };
}

/** Years that look like those of another calendar are asked for: the file cannot say which it is. */
function withCalendar({ samples }: LayoutClues, meaning: Meaning): Meaning {
  const { time } = meaning;
  if (time.kind === 'epoch' || time.kind === 'none') return meaning;
  const columns = time.kind === 'parts' ? [time.year] : timeColumns(time);
  return likelyCalendar(textsOf(samples, ...columns)) === undefined
    ? meaning
    : { ...meaning, calendar: 'unknown' };
}

/**
 * What the columns of a sheet mean, by their names and by the values in `samples`, trimmed cells of
 * some hundred rows from all over it. A known layout is recognised whatever the order and case of its
 * columns; any other table is guessed, for its reader to confirm. Without a header names are ignored.
 */
export function proposeMeaning(
  columns: readonly string[],
  samples: readonly (readonly string[])[],
  options: { readonly hasGeometry: boolean; readonly hasHeader: boolean },
): Proposal {
  const width = samples.reduce((most, row) => Math.max(most, row.length), 0);
  const named = options.hasHeader
    ? columns
    : Array.from({ length: Math.max(columns.length, width) }, () => '');
  const clues: LayoutClues = {
    columns: named,
    names: new ColumnNames(named),
    samples,
    hasGeometry: options.hasGeometry,
  };
  const saved = proposeSaved(clues, (columns, samples) =>
    proposeMeaning(columns, samples, { hasGeometry: false, hasHeader: true }),
  );
  if (saved) return saved;
  for (const recognise of LAYOUTS) {
    const found = recognise(clues);
    if (!found) continue;
    const dated = WITH_CLOCK.has(found.layout) ? clocked(found, clues) : found;
    const meaning = withCalendar(clues, dated);
    const timeCandidates = dateColumns(meaning.time);
    const order =
      meaning.layout === 'bellingcat' ? { isDateOrderOpen: false } : openOrder(clues, meaning.time);
    return { meaning, isKnown: true, ...order, timeCandidates };
  }
  const { meaning: guessed, timeCandidates } = guessMeaning(clues);
  const meaning = withCalendar(clues, guessed);
  return { meaning, isKnown: false, ...openOrder(clues, meaning.time), timeCandidates };
}
