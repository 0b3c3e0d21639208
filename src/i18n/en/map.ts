import type { DEATHS } from '../../core/records/incident.ts';
import { outsideText } from '../../core/text/outside-text.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import { counts, dates } from './format.ts';

export const map = {
  label: 'Map of reported incidents',
  instructions:
    'Use the arrow keys to move the map, and plus and minus to zoom. Press Tab to go to the marks. There, use the arrow keys to go from mark to mark, and Enter to open one.',
  marks: 'Marks on the map',
  captions: 'Events',
  captionCount: (count: number): string =>
    counts.counted(count, { one: '# captioned event', other: '# captioned events' }),
  /** The same in little room. */
  captionCountShort: (count: number): string => `Events: ${counts.number(count)}`,
  showCaptions: 'Captions of events',
  /** The days of an event, and what its caption says. */
  captionText: (days: TimeRange, text: string, hasYears: boolean): string =>
    `${dates.span(days, hasYears)}: ${text}`,
  drawing: 'Drawing the map…',
  arranging: 'Placing the marks…',
  /** Shown over a map inside another page, where scrolling moves that page. */
  wheelHelp: 'Hold Ctrl and scroll to zoom the map',
  wheelHelpMac: 'Hold ⌘ and scroll to zoom the map',
  touchHelp: 'Use two fingers to move the map',
  baseMap: 'Base map',
  /** Stops its download. */
  cancelBaseMap: 'Cancel',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  attribution: '© OpenStreetMap contributors (ODbL) · GeoNames (CC BY 4.0) · Natural Earth',
  /** Rows without any place belong to an area without a name. */
  areaName: (name: string): string => outsideText(name) || 'No place given',
  /** Of a mark that includes deaths, after its count. */
  deaths: {
    none: '',
    possible: 'deaths possible',
    certain: 'deaths reported',
  } satisfies Record<(typeof DEATHS)[number], string>,
  precisionLabel: (radiusMeters: number): string =>
    radiusMeters < 1000
      ? `within ${counts.number(radiusMeters)} m`
      : `within ${counts.number(radiusMeters / 1000)} km`,
  /** Of a mark most of which is in one town. */
  aroundLabel: (town: string): string => `${town} and around`,
  markLabel: (place: string, others: number): string =>
    others === 0
      ? place
      : `${place} and ${counts.counted(others, { one: '# more place', other: '# more places' })}`,
};
