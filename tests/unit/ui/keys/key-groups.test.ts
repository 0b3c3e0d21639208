import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { words } from '../../../../src/i18n/words.ts';
import {
  GROUP_NAMES,
  KEYS,
  listedKeys,
  type KeyGroup,
} from '../../../../src/ui/keys/key-groups.ts';

/**
 * Every file that listens for keys, and the groups of the list that say what they do; none where every key does the same
 * or the keys are those of another file.
 */
const LISTENERS: Readonly<Record<string, readonly KeyGroup[]>> = {
  'map/map-pointer.ts': ['map'],
  // The first key of a reader loads what comes later, to which the last one is handed on; any key keeps the map where it is.
  'ui/signs-of-reader.ts': [],
  // Any key but Escape says that a reader has gone on, which says that nothing is wanted any more.
  'ui/readers-place.ts': [],
  'ui/shell/OpenPage.svelte': [],
  'ui/shell/LateParts.svelte': [],
  'ui/map/MapPane.svelte': [],
  'ui/keys/KeyHelp.svelte': [],
  'ui/keys/asks-for-keys.ts': ['page'],
  'ui/map/MarkButtons.svelte': ['marks'],
  'ui/panel/SidePanel.svelte': [],
  'ui/panel/closes-on-escape.ts': ['page'],
  'ui/shell/KeyColumn.svelte': [],
  // As everywhere: Escape closes, Enter takes a date.
  'ui/compare/EndOnEscape.svelte': [],
  'ui/compare/SecondPeriod.svelte': [],
  'ui/timeline/CoverageBand.svelte': ['notes'],
  'ui/timeline/DateFields.svelte': ['dates'],
  'ui/timeline/WindowThumb.svelte': ['thumbs'],
  'ui/charts/WeekHourChart.svelte': ['weekHours'],
  'ui/map/DrawingSurface.svelte': [],
  'ui/map/drawing-steps.ts': ['drawing'],
  'ui/map/AreaHandles.svelte': ['handles'],
  'ui/map/HandleButton.svelte': [],
  'ui/map/arrow-steps.ts': ['handles'],
  'ui/map/focus-return.ts': ['handles'],
  'ui/shell/DockColumn.svelte': [],
  'ui/table/TableDock.svelte': ['table'],
  'ui/table/TableGrid.svelte': [],
  'ui/table/grid-input.ts': ['table'],
  'ui/table/grid-keys.ts': ['table'],
};
/** Where the keys of a listener are compared, if not in itself. */
const MORE_OF: Readonly<Record<string, string>> = {
  'ui/timeline/WindowThumb.svelte': 'ui/timeline/thumb-moves.ts',
};
/** Keys that browsers and MapLibre act on by themselves, and what only a pointer does. */
const NOT_OURS: readonly string[] = [
  ...['Tab', 'Space', 'Shift', 'Alt', 'Control', 'v'],
  ...['drag', 'wheel', 'double-click'],
];

/** Keys of a button, which the browser turns into a click. */
const BY_BROWSER: Readonly<Record<string, readonly string[]>> = {
  'ui/map/MarkButtons.svelte': ['Enter'],
};
/** Groups that more than one file has keys of, or MapLibre. */
const SHARED: readonly KeyGroup[] = ['page', 'map', 'drawing', 'handles', 'table'];

const textOf = (file: string): string => readFileSync(`src/${file}`, 'utf8');

const KEY =
  /(?<=[=[(] ?|case |, )'(Escape|Enter|Tab|Delete|Backspace|Arrow\w*|Page\w+|Home|End|[a-z?+=_/-])'|'([+=-])'(?=: )|\b(Arrow\w+)(?=: )/g;

/** Keys that a file names, in the words of the list. */
const keysIn = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(KEY)].map(([, name, sign, arrow]) => {
      const key = name ?? sign ?? arrow ?? '';
      if (key.startsWith('Arrow')) return 'Arrow';
      // The same keys, with and without Shift.
      return { '=': '+', _: '-' }[key] ?? key;
    }),
  );

const listed = (group: KeyGroup): readonly string[] =>
  Object.values<readonly (readonly string[])[]>(KEYS[group]).flat(2);

describe('the list of keys', () => {
  it('knows every file that listens for keys', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.(?:ts|svelte)$/.test(file) && /keydown|KeyboardEvent/.test(textOf(file)),
    );
    expect(files.sort()).toEqual(Object.keys(LISTENERS).sort());
  });

  it.each(Object.entries(LISTENERS).filter(([, groups]) => groups.length > 0))(
    'has the keys of %s, and no others of ours',
    (file, groups) => {
      const more = MORE_OF[file];
      const used = keysIn(textOf(file) + (more === undefined ? '' : textOf(more)));
      const names = groups.flatMap(listed);
      expect(used.size).toBeGreaterThan(0);
      for (const key of used) expect(names).toContain(key);
      const known = [...used, ...(BY_BROWSER[file] ?? []), ...NOT_OURS];
      if (!groups.some((group) => SHARED.includes(group)))
        expect(names.filter((name) => !known.includes(name))).toEqual([]);
    },
  );

  it('says what each command does, and names each key', () => {
    for (const group of GROUP_NAMES) {
      const lines = listedKeys(words.keys, group);
      expect(lines.length).toBe(Object.keys(words.keys.groups[group].commands).length);
      for (const { text, combinations } of lines) {
        expect(text).not.toBe('');
        expect(combinations.flat().every((key) => key.length > 0)).toBe(true);
      }
    }
    expect(GROUP_NAMES.toSorted()).toEqual(Object.keys(words.keys.groups).sort());
  });
});
