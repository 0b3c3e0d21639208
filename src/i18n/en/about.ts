import { outsideText } from '../../core/outside-text.ts';
import { counts } from './counting.ts';

export const about = {
  title: 'How this map is made, and what it misses',
  close: 'Close',
  sections: {
    coverage: 'What is missing',
    counted: 'Counted by officials and monitors, against what is mapped',
    method: 'How the records were made',
    time: 'Time',
    place: 'Place',
    marks: 'How to read the marks',
    keys: 'With the keyboard',
    privacy: 'What leaves your device',
    licences: 'Sources and licences',
  },
  monitors: {
    caption: 'What officials and monitors counted',
    asOf: 'As of',
    figure: 'Figure',
    area: 'Area',
    who: 'Who',
  },
  mapped: {
    caption: 'What is mapped',
    upTo: 'Up to',
    mapped: 'Mapped',
    notMereClaim: 'Not a mere claim',
    byGovernorate: 'By governorate',
    counted: 'Counted elsewhere',
  },
  time: [
    'All dates and times are civil time in Irbil and Baghdad (UTC+3), whatever your device says.',
    'A window holds its first minute and not its last: “1 to 7 March” ends when 8 March begins.',
    'An incident is in the window when all of the time that its sources leave open lies in it. It is possibly in the window when only a part does. The two numbers are counted apart: “31 incidents, 5 more possibly”.',
    'A clock time that a source gives loosely (“about 20:00”, “evening”) is kept as a note beside the day.',
  ],
  place: [
    'Nothing is drawn finer than its sources know. Around a point stands a halo: 1.5 km when the site is known, 5 km when the town is, 20 km when the district is. The place lies somewhere inside.',
    'What is known only to a governorate or to the Region is shown as that area, hatched and labelled, never as a point.',
    'No coordinate is finer than about 1 km. “Stated” means that a source names the place; “inferred” means that we concluded it, and the record says why.',
  ],
  layers: 'Each layer has a colour and a sign of its own:',
  keys: [
    ['Tab', 'from part to part: masthead, layers, map, panel, timeline'],
    ['Arrow keys', 'move the map, go from mark to mark, move a thumb of the timeline'],
    ['+ and −', 'come closer, go further away'],
    ['Enter', 'open what has the focus'],
    ['Esc', 'close the innermost thing that is open'],
  ] as readonly (readonly [key: string, does: string])[],
  keysNote: 'Everything that the map says is also in the list.',
  privacy:
    'Nothing leaves your device: this page sets no cookie, counts no visitor and asks no other server for anything, unless you open data by a link to another site; then you are asked first. A file that you open is read in this browser and stays there; it is kept for the next visit only if you say so. Your choice of light or dark is remembered in this browser only. A link that you follow to a report leads to another site; the address of this page is not passed on.',
  credits: [
    'Made with Natural Earth. Place names © GeoNames, CC BY 4.0 (changed).',
    'Drawn with MapLibre GL JS (BSD 3-Clause).',
    'Set in Source Serif 4, Source Sans 3 and Noto Sans Arabic (SIL Open Font License 1.1).',
  ],

  share: {
    button: 'Share',
    title: 'Link to what is on screen',
    label: 'Address',
    copied: 'Link copied',
    notCopied: 'The browser did not let the page copy. The link is selected: copy it from here.',
    note: 'Window, layers, search, map and what is open come back with it.',
    missing: (names: readonly string[]): string =>
      `Missing from the link: ${names.map((name) => outsideText(name)).join(', ')}. The rows of a file on your device are never part of a link: readers who open it see the map without them.`,
    restricted:
      'This map shows rows of ACLED. Its terms forbid passing them on in a form from which they could be put together again; look into your agreement before you share them.',
  },

  waiting: {
    title: 'Opening the map',
    files: (files: readonly string[]): string =>
      files.length === 0
        ? 'Everything has arrived; reading it.'
        : `Waiting for ${counts.counted(files.length, { one: 'file', other: 'files' })}: ${files.join(', ')}`,
  },
  failed: {
    title: 'The map could not be opened',
    tryAgain: 'Try again',
  },
};
