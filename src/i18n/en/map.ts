import { cutText, outsideText } from '../../core/outside-text.ts';
import { counts, windowCount } from './counting.ts';

/** Characters of a name on the map. */
const MAX_LABEL = 80;

export const map = {
  label: 'Map of the reported incidents',
  instructions:
    'Arrow keys move the map, plus and minus zoom. Tab goes to the marks; there, arrow keys go from mark to mark and Enter opens one.',
  marks: 'Marks on the map',
  drawing: 'Drawing the map…',
  arranging: 'Arranging the marks…',
  /** Shown over a map inside another page, where scrolling moves that page. */
  wheelHelp: 'Hold Ctrl and scroll to zoom the map',
  wheelHelpMac: 'Hold ⌘ and scroll to zoom the map',
  touchHelp: 'Use two fingers to move the map',
  zoomIn: 'Come closer',
  zoomOut: 'Go further away',
  attribution: 'Natural Earth · GeoNames (CC BY 4.0)',
  /** Rows whose place nobody gives stand for no area at all. */
  areaName: (name: string): string => outsideText(name) || 'No place given',
  areaLabel: (name: string, certain: number, possible: number): string =>
    `${cutText(name, MAX_LABEL)}\n${windowCount(certain, possible)}, no closer place`,
  /** For narrow screens. */
  areaLabelShort: (name: string, certain: number, possible: number): string =>
    `${cutText(name.replace(/ of Iraq$/, ''), MAX_LABEL)}\n${certain}${possible > 0 ? ` + ${possible}?` : ''}, no closer place`,
  /** On the circle of a series. */
  seriesLabel: 'series, not counted',
  precisionLabel: (radiusMeters: number): string =>
    `within ${counts.number(radiusMeters / 1000)} km`,
  markLabel: (place: string, others: number): string =>
    others === 0
      ? place
      : `${place} and ${counts.number(others)} more ${others === 1 ? 'place' : 'places'}`,
  markDetail: windowCount,
};
