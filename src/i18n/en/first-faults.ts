import type { Fault } from '../../core/faults/fault.ts';
import { outsideText } from '../../core/text/outside-text.ts';
import { counts, lists } from './format.ts';
import { statusText } from './status-text.ts';
import type { ByKind } from '../sentences/by-kind.ts';

const bug = {
  title: 'Something went wrong in this page',
  advice: 'This is our mistake. Reload the page. If it happens again, tell us what you did before.',
};

/** The faults that may keep the rest of the page from being loaded, so their sentences must be there before. */
const sentences = {
  'file-missing': (fault) =>
    `${fault.file} could not be loaded (${statusText(fault.status)}). Reload the page to try again. If it keeps failing, contact the publisher.`,
  network: (fault) => `${fault.file} could not be loaded. Check your connection and try again.`,
  'no-webgl': () =>
    'There is no map, because it needs WebGL 2, which this browser does not provide. The list, the timeline and the source texts work without it.',
  'map-lost': () =>
    'The graphics card stopped drawing the map. Reload the page to see it again. The list, the timeline and the source texts still work.',
  'base-map-missing': (fault) =>
    `A part of the base map (${fault.file}) could not be loaded. All incidents are still shown. Reload the page to try again.`,
  bug: (fault) => `${bug.title} (${fault.message}). ${bug.advice}`,
  'part-missing': () =>
    'A part of this page could not be loaded: the connection was lost, or a new version was published after you opened the page. “Try again” reloads the page and returns to this view.',
  'page-unreachable': () =>
    'The page was not reloaded, because its server does not answer. Check your connection and try again.',
  'map-not-loaded': () =>
    'The map program could not be loaded: the connection was lost, or a new version was published after you opened the page. The list, the timeline and the source texts work without the map. “Try again” reloads the page.',
} satisfies Partial<ByKind<Fault>>;

export type FirstFault = Extract<Fault, { readonly kind: keyof typeof sentences }>;

export const firstFaults = {
  sentences,
  deleteSaved: 'Remove from this device',
  tryAgain: 'Try again',
  /** Next to “Try again”, which reloads the page. */
  lostOnReload: (files: readonly string[]): string =>
    `You will have to open these files again: ${lists.plain(files.map((file) => outsideText(file)))}.`,
  dismiss: 'Close this notice',
  report: 'Show how each row was read',
  showStreetMap: 'Show it',
  region: 'Notices',
  /** Other notices that wait behind the one that is shown. */
  waiting: (count: number): string =>
    counts.counted(count, { one: '# more notice', other: '# more notices' }),
  details: 'Show these records',
};
