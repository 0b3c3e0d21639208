import type { Target, Weapon } from '../records/incident.ts';
import type { Layer } from '../records/layer.ts';

/*
 * Every sign is one SVG path on a 16 × 16 grid with the origin at the top left, to be filled by the
 * even-odd rule; y grows downwards.
 */

/** A question mark, wherever something is not known. */
const UNKNOWN_SIGN =
  'M4 5.6C4 3 5.8 1.2 8.2 1.2S12.4 2.9 12.4 5.2C12.4 8.1 9.3 8.2 9.3 10.6H6.7C6.7 7.2 9.6 7.1 9.6 5.3 9.6 4.3 9 3.7 8.1 3.7 7.2 3.7 6.6 4.4 6.6 5.6ZM6.5 12.2H9.5V15H6.5Z';

/** One shape for each layer, so that colour is never needed to distinguish them. */
const LAYER_SIGNS: Readonly<Record<Target, string>> = {
  /** A shield with a chevron. */
  'us-military':
    'M8 .6 14.2 2.8V7.6C14.2 11.3 11.8 13.9 8 15.4 4.2 13.9 1.8 11.3 1.8 7.6V2.8ZM8 4.8 4.4 8.4V11L8 7.4 11.6 11V8.4Z',
  /** A portico. */
  diplomatic:
    'M8 .8 15.2 4.8V6.4H.8V4.8ZM2.2 7.4H4.6V12H2.2ZM6.8 7.4H9.2V12H6.8ZM11.4 7.4H13.8V12H11.4ZM.8 13H15.2V15.2H.8Z',
  /** A tent. */
  'kurdish-group': 'M8 1.4 15.8 14.6H10.6L8 9.4 5.4 14.6H.2Z',
  /** A flame. */
  energy:
    'M9 .6C9.2 3.5 13.6 5.6 13.6 10A5.6 5.4 0 0 1 8 15.4 5.6 5.4 0 0 1 2.4 10C2.4 7.6 3.7 6.1 5 4.6 5.2 5.9 5.6 6.7 6.4 7.2 6.2 4.7 7.2 2.2 9 .6ZM8.4 8.6C8.3 10.3 6 10.7 6 12.3A2.1 2 0 0 0 10.2 12.3C10.2 10.9 8.8 10.3 8.4 8.6Z',
  /** A house. */
  civilian: 'M8 1 15.6 7.8H13.4V14.8H9.7V10H6.3V14.8H2.6V7.8H.4Z',
  /** A star. */
  'security-forces':
    'M8 .6 10.09 5.53 15.42 5.99 11.37 9.5 12.59 14.71 8 11.94 3.41 14.71 4.63 9.5 .58 5.99 5.91 5.53Z',
  /** A mast with two cross-arms. */
  infrastructure:
    'M7.1 .8H8.9L9.5 3.6H13.8V5.6H9.9L10.3 7.6H14.6V9.6H10.7L11.9 15.2H9.7L8.9 11.4H7.1L6.3 15.2H4.1L5.3 9.6H1.4V7.6H5.7L6.1 5.6H2.2V3.6H6.5Z',
  unknown: UNKNOWN_SIGN,
};

/** A plain shape for each style index, for layers that are categories of a reader's own file. */
const CATEGORY_SIGNS = [
  /** A disc. */
  'M8 1A7 7 0 0 1 8 15 7 7 0 0 1 8 1Z',
  /** A square. */
  'M2 2H14V14H2Z',
  /** A triangle. */
  'M8 1.2 15.2 14.4H.8Z',
  /** A diamond. */
  'M8 .4 15.6 8 8 15.6.4 8Z',
  /** A cross. */
  'M5.6 1H10.4V5.6H15V10.4H10.4V15H5.6V10.4H1V5.6H5.6Z',
  /** A triangle on its tip. */
  'M.8 1.6H15.2L8 14.8Z',
  /** A hexagon. */
  'M4.4 1.4H11.6L15.4 8 11.6 14.6H4.4L.6 8Z',
  /** A ring. */
  'M8 1A7 7 0 0 1 8 15 7 7 0 0 1 8 1ZM8 4.2A3.8 3.8 0 0 0 8 11.8 3.8 3.8 0 0 0 8 4.2Z',
] as const;

/** A total, as on the timeline: no layer's sign, since it counts attacks on any target. */
export const TOTAL_SIGN = 'M2.5 4.5H13.5L8 13.5Z';

/** The sign of a layer. */
export const layerSign = ({ name, styleIndex }: Pick<Layer, 'name' | 'styleIndex'>): string =>
  name.kind === 'target' ? LAYER_SIGNS[name.target] : (CATEGORY_SIGNS[styleIndex] ?? UNKNOWN_SIGN);

/** What was used, shown on a mark of a single incident at close zoom. */
export const WEAPON_SIGNS: Readonly<Record<Weapon, string>> = {
  /** A delta wing from above. */
  drone: 'M8 .8 9.3 4.2 15 12V13.6H10.2V15.2H5.8V13.6H1V12L6.7 4.2Z',
  /** One long body with four fins. */
  missile:
    'M8 .4C9.2 1.5 9.8 2.8 9.8 4.4V6L12.2 8.2V9.8L9.8 9V12L12.2 14V15.4H3.8V14L6.2 12V9L3.8 9.8V8.2L6.2 6V4.4C6.2 2.8 6.8 1.5 8 .4Z',
  /** Three thin bodies side by side. */
  rocket:
    'M3 4 4.4 6.4V12H1.6V6.4ZM1.6 13H4.4V15H1.6ZM8 1 9.4 3.4V12H6.6V3.4ZM6.6 13H9.4V15H6.6ZM13 4 14.4 6.4V12H11.6V6.4ZM11.6 13H14.4V15H11.6Z',
  /** A shell with its driving band. */
  artillery:
    'M8 .6C10.6 3 11.8 5.4 11.8 8.6V11H4.2V8.6C4.2 5.4 5.4 3 8 .6ZM4.2 12.2H11.8V15.4H4.2Z',
  /** An aeroplane from above. */
  airstrike:
    'M8 .4C8.9 1.2 9.3 2.2 9.3 3.4V5.6L15.6 10V12L9.3 10.2V12.6L11.6 14.2V15.6L8 14.8 4.4 15.6V14.2L6.7 12.6V10.2L.4 12V10L6.7 5.6V3.4C6.7 2.2 7.1 1.2 8 .4Z',
  /** A delta wing next to a missile. */
  mixed:
    'M5 1.4 5.9 4.2 9.6 10.6V12H6.4V13.2H3.6V12H.4V10.6L4.1 4.2ZM12.6 2.6C13.5 3.5 14 4.5 14 5.8V11.4L15.6 13V14.4H9.6V13.4L11.2 11.8V5.8C11.2 4.5 11.7 3.5 12.6 2.6Z',
  unknown: UNKNOWN_SIGN,
};

/** Work stopped, no weapon: two bars. */
export const HALT_SIGN = 'M3.4 2.4H6.8V13.6H3.4ZM9.2 2.4H12.6V13.6H9.2Z';
