import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TARGETS } from '../../../../src/core/incident/incident.ts';
import { readAddress, writeAddress } from '../../../../src/core/view/view-address.ts';
import {
  OPENING_VIEW,
  TIME_MODES,
  type GroupKey,
  type ViewState,
} from '../../../../src/core/view/view-state.ts';

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
    ),
    fc.integer({ min: 1, max: 100_000 }),
  )
  .map(([from, length]) => ({ from, to: from + length }));
const group: fc.Arbitrary<GroupKey> = fc.oneof(
  fc.record({ kind: fc.constant('mark' as const), zoom: rounded(0, 20, 1), incident: id }),
  fc.record({ kind: fc.constant('area' as const), name: fc.constantFrom('Kirkuk', 'Halabja') }),
);
const panel = fc
  .record({ isListOpen: fc.boolean(), group: option(group), incident: option(id) })
  .chain((state) =>
    option(fc.nat(40)).map((report) => ({
      ...state,
      report: state.incident === undefined ? undefined : report,
    })),
  );
const view: fc.Arbitrary<ViewState> = fc.record({
  window: option(window),
  mode: fc.constantFrom(...TIME_MODES),
  targets: option(fc.subarray([...TARGETS])),
  text: fc.string({ unit: 'grapheme', maxLength: 20 }),
  camera: option(
    fc.record({ zoom: rounded(0, 22, 2), lat: rounded(-85, 85, 4), lon: rounded(-180, 180, 4) }),
  ),
  isOnlySeen: fc.boolean(),
  panel,
});

const partsOf = (query: string) => new Map(new URLSearchParams(query));

describe('the address of a view', () => {
  it('brings every view back as it was, through a real query', () => {
    fc.assert(
      fc.property(view, (asked) => {
        const query = new URLSearchParams([...writeAddress(asked)]).toString();
        expect(readAddress(partsOf(query))).toEqual({ view: asked, unread: [] });
      }),
    );
  });

  it('says nothing of the opening view', () => {
    expect(writeAddress(OPENING_VIEW).size).toBe(0);
    expect(readAddress(new Map())).toEqual({ view: OPENING_VIEW, unread: [] });
  });

  it('counts reports from 1', () => {
    const { view: read } = readAddress(partsOf('id=2026-03-01-a&source=1'));
    expect(read.panel).toMatchObject({ incident: '2026-03-01-a', report: 0 });
  });

  it.each([
    ['from=2026-02-30&to=2026-03-01', 'from, to'],
    ['from=2026-03-02&to=2026-03-01', 'from, to'],
    ['to=2026-03-01', 'from, to'],
    ['mode=backwards', 'mode'],
    ['layers=energy,ghosts', 'layers'],
    ['map=7/95/44', 'map'],
    ['list=yes', 'list'],
    ['group=circle:1', 'group'],
    ['id=../etc', 'id'],
    ['source=2', 'source'],
    ['id=2026-03-01-a&source=0', 'source'],
  ])('leaves out what it cannot read of %s and names it', (query, part) => {
    const { view: read, unread } = readAddress(partsOf(`${query}&q=koya`));
    expect(unread.map((one) => one.part)).toEqual([part]);
    expect(read.text).toBe('koya');
  });
});
