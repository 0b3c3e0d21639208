import { TARGETS } from '../core/records/incident.ts';

/** The colours of the page as the map needs them; their one home is `app.css`. */
export type Palette = {
  readonly paper: string;
  readonly ink: string;
  readonly water: string;
  readonly shore: string;
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
  readonly accent: string;
  /** Under the number of a mark of several. */
  readonly core: string;
  /** By style index: one for each of `TARGETS`, then one for what represents several layers. */
  readonly layers: readonly string[];
};

export function readPalette(root: Element): Palette {
  const style = getComputedStyle(root);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const codes = [...TARGETS, 'several'] as const;
  return {
    paper: token('paper-raised'),
    ink: token('ink'),
    water: token('map-water'),
    shore: token('map-shore'),
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
    accent: token('accent'),
    core: token('mark-core'),
    layers: codes.map((code) => token(`layer-${code}`)),
  };
}
