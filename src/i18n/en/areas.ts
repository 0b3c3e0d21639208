import { outsideText } from '../../core/text/outside-text.ts';
import { counts } from './format.ts';

/** Longer names are cut where a filter is named. */
const MAX_NAME = 60;

/** Areas that are drawn on the map or chosen by name, to filter by. */
export const areas = {
  title: 'Area',
  note: 'Incidents that may lie outside, because only an area around them is known, count as possibly.',
  tools: { box: 'Rectangle', circle: 'Circle', polygon: 'Polygon' },
  draw: 'Draw on the map',
  view: 'This map view',
  named: 'Province, region or country',
  place: 'Place',
  add: 'Add',
  addNamed: (kind: string): string => `Add: ${kind}`,
  unknown: {
    named: 'The map has no area of this name.',
    place: 'No record names a place like this.',
  },
  list: 'Areas that are filtered by',
  onlyHere: 'Only here',
  onlyHereHint: 'Filter by this area',
  edit: (shape: string): string => `Edit: ${shape}`,
  remove: (shape: string): string => `Remove: ${shape}`,
  fields: {
    radius: 'Radius in km',
    lat: 'Latitude',
    lon: 'Longitude',
    west: 'West',
    south: 'South',
    east: 'East',
    north: 'North',
    corner: (number: number): string => `Corner ${counts.number(number)}`,
    addCorner: 'Add a corner',
    removeCorner: (number: number): string => `Remove corner ${counts.number(number)}`,
  },
  invalid: 'This is no area. Check the numbers; the last one that was valid is still used.',
  shapes: {
    circle: (radius: string, middle: string): string => `within ${radius} of ${middle}`,
    box: (from: string, to: string): string => `in a rectangle from ${from} to ${to}`,
    polygon: (corners: number): string =>
      `in a polygon of ${counts.counted(corners, { one: '# corner', other: '# corners' })}`,
    place: (name: string): string => `at the place ${outsideText(name, MAX_NAME)}`,
    named: (name: string): string => `in ${outsideText(name, MAX_NAME)}`,
  },
  kilometres: (km: number): string => `${counts.number(km)} km`,
  metres: (metres: number): string => `${counts.number(metres)} m`,

  drawing: {
    /** Of what the arrow keys move and Enter sets. */
    surface: {
      box: 'Draw a rectangle',
      circle: 'Draw a circle',
      polygon: 'Draw a polygon',
    },
    hint: {
      box: 'Drag, or set two opposite corners.',
      circle: 'Drag from the middle, or set the middle and the edge.',
      polygon: 'Set corners; the first one or a double click finishes.',
    },
    keys: 'Arrow keys move the cross, with Shift further. Enter sets a corner, Backspace takes the last one back, Escape cancels.',
    begun: (at: string): string => `The cross is at ${at}.`,
    corner: (corners: number): string =>
      counts.counted(corners, { one: '# corner is set.', other: '# corners are set.' }),
    middle: 'The middle is set.',
    undone: (corners: number): string =>
      corners === 0
        ? 'The corner was taken back.'
        : counts.counted(corners, {
            one: 'The corner was taken back. # is left.',
            other: 'The corner was taken back. # are left.',
          }),
    finished: (shape: string): string => `Filtered: ${shape}.`,
    cancelled: 'Drawing was cancelled.',
    tooSmall: 'This is too small for an area. Go on, or cancel.',
    finish: 'Finish',
    undo: 'Undo corner',
    cancel: 'Cancel',
    restored: 'The area is as it was before.',
  },
  /** Of an area that is filtered by, changed on the map. */
  editing: {
    begin: 'Edit on the map',
    beginLabel: (shape: string): string => `Edit on the map: ${shape}`,
    label: (shape: string): string => `Change the area: ${shape}`,
    hint: {
      polygon: 'Drag the corners, or the middle of an edge to add one.',
      circle: 'Drag the middle or the edge.',
      box: 'Drag the corners.',
    },
    keys: 'Arrow keys move it, with Shift further. Delete removes a corner of a polygon. Escape restores the area.',
    noArea: 'This is no area. The last one that was is still used.',
    handle: {
      middle: 'Middle',
      edge: (radius: string): string => `Edge: ${radius}`,
      between: (from: number, to: number): string =>
        `Add a corner between corners ${counts.number(from)} and ${counts.number(to)}`,
      box: {
        nw: 'North-west corner',
        ne: 'North-east corner',
        sw: 'South-west corner',
        se: 'South-east corner',
      },
    },
    remove: 'Remove corner',
    removed: 'The corner was removed.',
    done: 'Done',
  },
};
