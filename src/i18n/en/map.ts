import { windowCount } from './counting.ts';

export const map = {
  label: 'Map of the reported incidents',
  instructions:
    'Arrow keys move the map, plus and minus zoom. Tab goes to the marks; there, arrow keys go from mark to mark and Enter opens one.',
  marks: 'Marks on the map',
  drawing: 'Drawing the map…',
  zoomIn: 'Come closer',
  zoomOut: 'Go further away',
  attribution: 'Natural Earth · GeoNames (CC BY 4.0)',
  areaLabel: (name: string, certain: number, possible: number): string =>
    `${name}\n${windowCount(certain, possible)}, no closer place`,
  /** For narrow screens; the outline of the area stands for its name. */
  areaLabelShort: (_name: string, certain: number, possible: number): string =>
    `${certain}${possible > 0 ? ` + ${possible} possibly` : ''}, no closer place`,
  markLabel: (place: string, others: number): string =>
    others === 0 ? place : `${place} and ${others} more ${others === 1 ? 'place' : 'places'}`,
  markDetail: windowCount,
};
