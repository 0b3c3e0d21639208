import { TARGETS, type Target } from '../core/records/incident.ts';

/** The colours of the page as the map needs them; their one home is `app.css`. */
export type Palette = {
  readonly paper: string;
  readonly ink: string;
  readonly water: string;
  readonly land: string;
  readonly country: string;
  readonly region: string;
  readonly border: string;
  readonly borderHalo: string;
  readonly admin: string;
  readonly river: string;
  readonly label: string;
  readonly labelSoft: string;
  readonly labelWater: string;
  readonly labelHalo: string;
  readonly halo: string;
  readonly hatch: string;
  /** By style index: one for each of `TARGETS`, then one for what represents several layers. */
  readonly layers: readonly string[];
  /** What reads best on a layer's colour: paper or ink. */
  readonly onLayers: readonly string[];
  /** The layer's colour where no hit is known. */
  readonly paleLayers: readonly string[];
};

export function readPalette(root: Element): Palette {
  const style = getComputedStyle(root);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const layer = (code: Target | 'several'): string => token(`layer-${code}`);
  const codes = [...TARGETS, 'several'] as const;
  const part = Number.parseFloat(token('pale')) / 100;
  return {
    paper: token('paper-raised'),
    ink: token('ink'),
    water: token('map-water'),
    land: token('map-land'),
    country: token('map-country'),
    region: token('map-region'),
    border: token('map-border'),
    borderHalo: token('map-border-halo'),
    admin: token('map-admin'),
    river: token('map-river'),
    label: token('map-label'),
    labelSoft: token('map-label-soft'),
    labelWater: token('map-label-water'),
    labelHalo: token('map-label-halo'),
    halo: token('map-halo'),
    hatch: token('map-hatch'),
    layers: codes.map(layer),
    onLayers: codes.map((target) =>
      contrast(layer(target), token('map-region')) >= contrast(layer(target), token('ink'))
        ? token('map-region')
        : token('ink'),
    ),
    paleLayers: codes.map((target) => mixed(layer(target), token('map-region'), part)),
  };
}

/** Contrast of two `#rrggbb` colours, 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** `part` of the first colour and the rest of the second; both as `#rrggbb`. */
function mixed(color: string, ground: string, part: number): string {
  const channel = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  const mix = (at: number): string =>
    Math.round(channel(color, at) * part + channel(ground, at) * (1 - part))
      .toString(16)
      .padStart(2, '0');
  return `#${mix(1)}${mix(3)}${mix(5)}`;
}
