import type { Messages } from '../../i18n/messages.ts';

type KeyWords = Messages['keys'];
export type KeyGroup = keyof KeyWords['groups'];
/** A key as browsers name it, all four arrows as one, or what a pointer does while a key is held. */
type KeyName = keyof KeyWords['names'];
/** Keys that are pressed together. */
type Combination = readonly KeyName[];

type Registry = {
  readonly [Group in KeyGroup]: Readonly<
    Record<keyof KeyWords['groups'][Group]['commands'], readonly Combination[]>
  >;
};

/** All four. */
const ARROWS = [['Arrow']] as const;

/**
 * The keys of every command, by the groups of `src/i18n/en/keys.ts`, which says what they do. A new group or command is
 * added there and here; a test compares both with the code that listens for keys.
 */
export const KEYS: Registry = {
  page: {
    next: [['Tab'], ['Shift', 'Tab']],
    press: [['Enter'], ['Space']],
    close: [['Escape']],
    paste: [['Control', 'v']],
    help: [['?']],
  },
  map: { move: ARROWS, zoom: [['+'], ['-']] },
  marks: { go: ARROWS, open: [['Enter']] },
  thumbs: {
    move: ARROWS,
    moveFar: [['Shift', 'Arrow'], ['PageUp'], ['PageDown']],
    ends: [['Home'], ['End']],
    zoom: [['+'], ['-']],
    zoomToWindow: [['Enter']],
  },
  plot: {
    brush: [['Shift', 'drag']],
    free: [['Alt', 'drag']],
    zoom: [['wheel'], ['Control', 'wheel']],
    pan: [['Shift', 'wheel']],
    whole: [['double-click']],
  },
  table: {
    move: ARROWS,
    page: [['PageDown'], ['PageUp']],
    row: [['Home'], ['End']],
    corner: [
      ['Control', 'Home'],
      ['Control', 'End'],
    ],
    open: [['Enter']],
    choose: [['Space']],
    extend: [
      ['Shift', 'Arrow'],
      ['Shift', 'Space'],
    ],
    all: [['Control', 'a']],
    copy: [['Control', 'c']],
    width: [['Alt', 'Arrow']],
    height: ARROWS,
  },
  weekHours: { move: ARROWS },
  drawing: {
    move: ARROWS,
    moveFar: [['Shift', 'Arrow']],
    corner: [['Enter'], ['Space']],
    remove: [['Backspace'], ['Delete']],
    zoom: [['+'], ['-']],
    cancel: [['Escape']],
  },
  handles: {
    move: ARROWS,
    moveFar: [['Shift', 'Arrow']],
    add: [['Enter'], ['Space']],
    remove: [['Backspace'], ['Delete']],
    zoom: [['+'], ['-']],
    cancel: [['Escape']],
  },
  dates: { take: [['Enter']], leave: [['Tab']] },
  notes: { hide: [['Escape']] },
};

export const GROUP_NAMES = Object.keys(KEYS) as KeyGroup[];

/** A line of the list. */
type ListedCommand = {
  readonly text: string;
  /** By their names on the keyboard. */
  readonly combinations: readonly (readonly string[])[];
};

export function listedKeys(words: KeyWords, group: KeyGroup): readonly ListedCommand[] {
  const texts: Readonly<Record<string, string>> = words.groups[group].commands;
  return Object.entries<readonly Combination[]>(KEYS[group]).map(([command, combinations]) => ({
    text: texts[command] ?? '',
    combinations: combinations.map((keys) => keys.map((key) => words.names[key])),
  }));
}
