import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ZoneCounts } from '../../../../src/core/index/zone-counts.ts';
import { withTexts, type DatasetInfo } from '../../../../src/core/records/dataset-info.ts';
import { findingsOf } from '../../../../src/core/records/figures.ts';
import type { Incident } from '../../../../src/core/records/incident.ts';
import { DAY, minuteOf } from '../../../../src/core/time/minute.ts';
import { firstWords as words } from '../../../../src/i18n/first-words.ts';
import {
  figureRows,
  othersSentence,
  type FigureRow,
} from '../../../../src/ui/masthead/window-figures.ts';
import { comparedIn, completeText, introOf } from '../../../../src/ui/masthead/finding.ts';
import { PUBLISHED } from '../../published-counts.ts';

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../geodata/${file}`, import.meta.url), 'utf8'));
const { features } = read('incidents.geojson') as {
  readonly features: readonly { readonly properties: Incident }[];
};
const dataset = read('dataset.json') as DatasetInfo;
const info: DatasetInfo = {
  ...dataset,
  findings: findingsOf(
    features.map(({ properties }) => properties),
    dataset,
  ),
};

const none = { certain: [0, 0], possible: [0, 0], incidents: 0 } as const;
/** Made up. */
const zones: ZoneCounts = {
  region: {
    attacks: { certain: 37, possible: 2 },
    killed: { certain: [6, 7], possible: [4, 6], incidents: 5 },
    injured: { certain: [0, 0], possible: [0, 3], incidents: 1 },
  },
  elsewhere: { attacks: { certain: 3, possible: 0 }, killed: none, injured: undefined },
};
const first = minuteOf(2026, 2, 28);
const until = (day: number) => ({ from: first, to: minuteOf(2026, 3, day) + DAY });

const textOf = (
  { cells }: FigureRow | undefined = { key: 'region', name: '', note: '', cells: '' },
) => (typeof cells === 'string' ? cells : cells.map(({ text, more = '' }) => text + more));
const rowsOf = (window = until(18), isFiltered = false) => {
  const rows = figureRows(words, info, zones, window, isFiltered);
  return { region: rows[0], monitors: rows[1], others: rows[2], length: rows.length };
};

describe('the table of the window', () => {
  it('has ranges, and what nobody reported is no 0', () => {
    const { region, others } = rowsOf();
    expect(textOf(region)).toEqual(['37+2?', '6–7+4–6?', '0–3?']);
    expect(textOf(others)).toEqual(['3', '–', '–']);
    const readOut = [region, others].flatMap((row) =>
      typeof row?.cells === 'object' ? row.cells.map(({ read: own }) => own) : [],
    );
    expect(readOut).toEqual([
      '37, possibly 2 more',
      '6 or 7, possibly 4 to 6 more',
      'possibly up to 3',
      undefined,
      words.masthead.table.none,
      words.masthead.table.notSaid,
    ]);
  });

  it.each([
    [18, ['307', '8', '51'], 'to about 16 March'],
    [16, ['307', '8', '51'], 'to about 16 March'],
    [15, ['196', '4', '19'], 'to about 8 March'],
    [8, ['196', '4', '19'], 'to about 8 March'],
    [7, 'no total for these days', undefined],
  ])(
    'compares a window to %i March with the last total of the same counter',
    (day, cells, note) => {
      const { monitors } = rowsOf(until(day));
      expect(textOf(monitors)).toEqual(cells);
      expect(monitors?.note).toBe(note);
    },
  );

  it('has no total where the window begins later, or something is filtered out', () => {
    const later = { from: first + DAY, to: minuteOf(2026, 3, 19) };
    expect(textOf(rowsOf(later).monitors)).toBe(words.masthead.table.noTotal);
    expect(textOf(rowsOf(until(18), true).monitors)).toBe(words.masthead.table.noTotalFiltered);
  });

  it('has no row of monitors where none counts the region', () => {
    const rows = figureRows(words, { ...info, totals: [] }, zones, until(18), false);
    expect(rows.map(({ key }) => key)).toEqual(['region', 'others']);
  });
});

describe('the sentence about the attacks elsewhere', () => {
  it('names each governorate, and adds up to all of them', () => {
    const sentence = othersSentence(words, info);
    expect(sentence).toContain(`${PUBLISHED.attacksInKirkuk} in Kirkuk governorate`);
    const counts = (sentence.match(/\d+/g) ?? []).map(Number);
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(
      PUBLISHED.attacks - PUBLISHED.attacksInRegion,
    );
    expect(sentence).not.toMatch(/Irbil|Sulaymaniyah|Duhok|Halabja/);
  });

  it('is empty where the figures do not say', () => {
    expect(othersSentence(words, dataset)).toBe('');
  });
});

describe('the headline', () => {
  it('has both counts, or no bars', () => {
    expect(comparedIn(info)).toMatchObject({ mapped: PUBLISHED.attacksInRegion });
    expect(comparedIn(dataset)).toBeUndefined();
    expect(comparedIn({ ...info, findings: findingsOf([], { ...dataset, totals: [] }) })).toBe(
      undefined,
    );
  });

  it('and all that goes with it is only of the data of the page alone', () => {
    const filled = withTexts(info, (text) =>
      words.figures.filled(text, info.findings?.figures ?? {}),
    );
    const on = (isBundledOn: boolean, isBundledAlone: boolean) =>
      introOf(words, { info: filled, isBundledOn, isBundledAlone }, 'my.csv');
    expect(on(true, true)).toMatchObject({ headline: filled.headline, topic: filled.topic });
    expect(on(true, true).standfirst).toBe(filled.standfirst);
    const none = { headline: 'my.csv', topic: '', compared: undefined };
    expect(on(true, false)).toEqual({ ...none, standfirst: '' });
    expect(on(false, false)).toEqual({ ...none, standfirst: words.shell.ownStandfirst });
  });

  it('claims no figure of all data where the page is as known on a day', () => {
    const day = minuteOf(2026, 3, 5);
    const on = (isBundledAlone: boolean) =>
      introOf(words, { info: dataset, isBundledOn: true, isBundledAlone }, 'my.csv', day);
    const { topic } = dataset;
    const headline = words.known.title(day);
    expect(on(true)).toEqual({ headline, topic: completeText(topic) || 'my.csv', standfirst: '' });
    expect(on(false)).toEqual({ headline, topic: 'my.csv', standfirst: '' });
  });

  it('is not shown with a figure missing', () => {
    expect(completeText('3 attacks.')).toBe('3 attacks.');
    expect(completeText('{attacks} attacks.')).toBe('');
  });
});
