import type { RowReport } from '../../core/records/imported-row.ts';
import { beginsWithDate, withoutLeadingDate } from '../../core/time/leading-date.ts';
import { ColumnNames } from '../table/column-names.ts';
import type { DatasetSchema } from './dataset-schema.ts';
import { firstSentence } from './first-sentence.ts';
import { report } from './report-parts.ts';
import { NO_MAPPING, orderIn, placeIn, shareOf } from './table-sample.ts';

/** A line that begins a block of addresses, in some files in italics or with an address in it. */
const HEADING = /^[\s*_]*(sources?(?:\(s\))?|geolocations?(?:\(s\))?)[\s*_]*:/i;
const IS_GEOLOCATION = /^geo/i;
const ADDRESS = /https?:\/\/[^\s<>"]+/gi;

/** Punctuation after an address in a sentence, and a bracket that the address did not open. */
const cleaned = (address: string): string => {
  const plain = address.replace(/[.,;:!?*]+$/, '');
  return plain.includes('(') ? plain : plain.replace(/\)+$/, '');
};

/** The addresses under `Source(s):` and `Geolocation(s):`, each a report that says which of them it is from. */
export function blockReports(description: string): readonly RowReport[] {
  let block: string | undefined;
  return description.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((line) => {
    block = HEADING.exec(line)?.[1] ?? block;
    if (block === undefined) return [];
    const addresses = line.match(ADDRESS) ?? [];
    return addresses
      .map(cleaned)
      .filter((address) => URL.canParse(address))
      .map((address): RowReport => {
        const named = report({ text: block, urls: [address] });
        // Where the material of the sources was made: found by looking at it, so no other source.
        return IS_GEOLOCATION.test(block ?? '') ? { ...named, isAnalysis: true } : named;
      });
  });
}

const NAMES = ['name', 'title'];
const TEXTS = ['description', 'desc'];

/** Of the first rows: reference sites without a date come before all events. */
const MIN_DATED = 0.1;

/**
 * The map of GeoConfirmed as KML or as a table: names begin with the date, `05 JAN 2026`, and descriptions end
 * with blocks of addresses. It has no other time.
 */
const detectGeoConfirmed: DatasetSchema['detect'] = (sample) => {
  const { names } = sample;
  const [name, text] = [names.find(...NAMES), names.find(...TEXTS)];
  if (name === undefined || text === undefined) return undefined;
  const inBlocks = shareOf(sample, (row) => blockReports(row[text] ?? '').length > 0);
  const dated = shareOf(sample, (row) => beginsWithDate(row[name] ?? ''));
  if (inBlocks < 0.5 || dated < MIN_DATED) return undefined;
  return {
    ...NO_MAPPING,
    schema: 'geoconfirmed',
    place: placeIn(sample, names.find('latitude', 'lat'), names.find('longitude', 'lon', 'lng')),
    time: { kind: 'leading', column: name, order: orderIn(sample, name) },
    id: names.find('id'),
    text,
    category: names.find('faction', 'category', 'type', 'folder'),
  };
};

export const geoConfirmed: DatasetSchema = {
  id: 'geoconfirmed',
  detect: detectGeoConfirmed,
  /** What the name says besides its date, or else how the description begins. */
  titleOf: (columns, { text }) => {
    const name = new ColumnNames(columns).find(...NAMES);
    return (cell) => withoutLeadingDate(cell(name)) || firstSentence(cell(text));
  },
  reportsOf: (columns) => {
    const text = new ColumnNames(columns).find(...TEXTS);
    return (cell) => blockReports(cell(text));
  },
};
