import { clauseKey, type Clause } from '../../../../src/core/filters/clause.ts';
import { type Filter, filterOf } from '../../../../src/core/filters/filter.ts';
import { ROW_FILTER_NAMES } from '../../../../src/core/filters/row-filters.ts';
import fc from 'fast-check';
import { COLOR_SCHEMES } from '../../../../src/core/records/color-scheme.ts';
import { TARGETS } from '../../../../src/core/records/incident.ts';
import { RELATIONS } from '../../../../src/core/time/compared-period.ts';
import { DAY } from '../../../../src/core/time/minute.ts';
import { OUR_COLUMNS } from '../../../../src/core/index/table-sort.ts';
import {
  DOCK_TABS,
  TIME_MODES,
  type GroupKey,
  type ViewState,
} from '../../../../src/core/url/view-state.ts';

const id = fc.stringMatching(/^2026-03-[0-2]\d-[a-z]{1,8}$/);
const rounded = (least: number, most: number, digits: number) =>
  fc.integer({ min: least * 10 ** digits, max: most * 10 ** digits }).map((n) => n / 10 ** digits);
const option = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const window = fc
  .tuple(
    fc.oneof(
      fc.integer({ min: 0, max: 40_000_000 }),
      // Years before 1, of one or two digits, and far ones.
      fc.integer({ min: -2_140_000_000, max: 2_140_000_000 }),
      fc.integer({ min: 5_000_000_000, max: 50_000_000_000 }),
    ),
    fc.integer({ min: 1, max: 100_000 }),
  )
  .map(([from, length]) => ({ from, to: from + length }));
const group: fc.Arbitrary<GroupKey> = fc.oneof(
  fc.record({ kind: fc.constant('mark' as const), zoom: rounded(0, 20, 1), incident: id }),
  fc.record({
    kind: fc.constant('area' as const),
    name: fc.constantFrom('Kirkuk', 'Halabja', 'Nineveh (north)', 'هەولێر', 'A: b', 'St.'),
  }),
);
const panel = fc
  .record({
    list: fc.constantFrom(
      { isListOpen: false },
      { isListOpen: true },
      { isListOpen: true, isTable: true },
    ),
    group: option(group),
    incident: option(id),
  })
  .map(({ list, ...state }) => ({ ...list, ...state }))
  .chain((state) =>
    option(fc.nat(40)).map((report) => ({
      ...state,
      report: state.incident === undefined ? undefined : report,
    })),
  );
/** Searches that reading could spoil. */
const difficultText = fc.constantFrom(
  'koya.',
  'why?',
  '(koya)',
  'a (b',
  '"مصفى"',
  'a & b; from=2026-01-01',
  '100%',
  '50 %',
  'a+b',
  '#1',
  'هەولێر، کۆیە',
  '…',
  ' ',
  'https://example.org/?q=1&id=2',
  'utm_source=x',
);
/** Any text of a field or value. */
const anyText = fc.oneof(
  difficultText,
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
);
/** An address writes -0 as 0. */
const double = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((number) => number + 0);
const bound = option(fc.oneof(fc.integer(), double));
const minuteOfDay = fc.integer({ min: 0, max: DAY - 1 });
const written: fc.Arbitrary<Clause> = fc.oneof(
  fc
    .record({
      field: anyText,
      values: fc.array(fc.oneof(anyText, fc.constant('')), { maxLength: 3 }),
      excluded: fc.array(anyText, { maxLength: 3 }),
    })
    .filter(({ values, excluded }) => values.length + excluded.length > 0)
    .map((parts) => ({ kind: 'values', ...parts }) as const),
  fc
    .record({ field: anyText, from: bound, to: bound, orNotGiven: fc.boolean() })
    .filter(({ from, to, orNotGiven }) => (from ?? to) !== undefined || orNotGiven)
    .map((parts) => ({ kind: 'range', ...parts }) as const),
  fc
    .record({ field: anyText, text: anyText.filter((text) => text.trim() !== '') })
    .map((parts) => ({ kind: 'contains', ...parts }) as const),
  fc
    .tuple(minuteOfDay, minuteOfDay)
    .filter(([from, to]) => from !== to)
    .map(([from, to]) => ({ kind: 'hours', field: 'hours', from, to }) as const),
);
const parts = fc.record({
  hidden: fc.subarray([...TARGETS]),
  text: fc.oneof(fc.constant(''), difficultText, fc.string({ unit: 'grapheme', maxLength: 20 })),
  only: fc.subarray([...ROW_FILTER_NAMES]),
  knownBefore: option(
    fc.integer({ min: -1_000_000, max: 1_400_000 }).map((days) => (days + 1) * DAY),
  ),
});
/** A column of any file: of any name, and long ones. */
const column = fc
  .oneof(
    anyText,
    fc.constant('a'.repeat(1_900)),
    fc.constantFrom('No.', 'x#2', ' ', '-', '!', '\ud800'),
  )
  .map((name) => `column:${name}`);
/** Clauses on columns of a file, which are in the fragment. */
const ownClauses = fc.uniqueArray(
  fc.oneof(
    fc
      .tuple(written, column)
      .map(([clause, field]) =>
        clause.kind === 'hours' ? clause : ({ ...clause, field } as Clause),
      ),
    fc
      .record({ field: column, from: option(fc.nat(40_000_000)), to: option(fc.nat(40_000_000)) })
      .filter(({ from, to }) => (from ?? to) !== undefined)
      .map((parts) => ({ kind: 'range', ...parts, orNotGiven: false, isDate: true }) as const),
  ),
  { maxLength: 4, selector: clauseKey },
);
/** Any filter that an address can say. */
const filter: fc.Arbitrary<Filter> = fc
  .tuple(parts, fc.boolean(), fc.uniqueArray(written, { maxLength: 3, selector: clauseKey }))
  .map(([some, isSeen, clauses]) => [
    ...filterOf(some),
    ...(isSeen ? [{ kind: 'viewport', field: 'view' } as const] : []),
    ...clauses,
  ]);
/** Any view that an address can say. */
export const view: fc.Arbitrary<ViewState> = fc
  .record({
    window: option(window),
    compared: option(fc.oneof(fc.constantFrom(...RELATIONS), window)),
    mode: fc.constantFrom(...TIME_MODES),
    scheme: fc.constantFrom(...COLOR_SCHEMES),
    areSharesShaded: fc.boolean(),
    filter,
    own: ownClauses,
    camera: option(
      fc.record({ zoom: rounded(0, 22, 2), lat: rounded(-85, 85, 4), lon: rounded(-180, 180, 4) }),
    ),
    panel,
    dock: option(fc.constantFrom(...DOCK_TABS)),
    sort: option(
      fc.record({
        column: fc.oneof(fc.constantFrom<string>(...OUR_COLUMNS), column),
        isDescending: fc.boolean(),
      }),
    ),
  })
  .map(({ sort, ...one }) => ({ ...one, sort: one.panel.isTable ? sort : undefined }));
