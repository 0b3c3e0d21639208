import { mapFeature, type MapFeature } from './write-features.ts';
import {
  admin1Names,
  contestedAreas,
  contestedLabels,
  unlabelledCountries,
} from './admin1-names.ts';

/** The columns of Natural Earth's admin-1 table that are read here. */
export interface Admin1Properties {
  readonly adm1_code: string;
  readonly adm0_a3: string;
  readonly iso_a2: string;
  readonly name: string | null;
  readonly name_en?: string | null;
  readonly type_en?: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly min_label: number;
  readonly max_label: number;
}

/** Borders of first-level areas are drawn from zoom 3; at 4 there is room for names. */
const firstZoom = 4;
/** Natural Earth gives areas that are not to be labelled this or more. */
const neverLabelled = 12;

/** Cities that are areas of their own: their place is named there already. */
const cityType = /\b(?:city|capital|municipality|metropolis|federal district)\b/i;

export function admin1Labels(areas: readonly Admin1Properties[]): MapFeature[] {
  const ofCountry = new Map<string, Admin1Properties[]>();
  for (const area of areas) {
    const others = ofCountry.get(area.adm0_a3);
    if (others) others.push(area);
    else ofCountry.set(area.adm0_a3, [area]);
  }
  const labels = areas
    .filter((area) => isLabelled(area, ofCountry.get(area.adm0_a3) ?? []))
    .flatMap((area) => {
      const name = nameOf(area);
      return name ? [label(area, name)] : [];
    });
  return [...labels, ...contestedLabels.map(contestedLabel)].sort(compareLabels);
}

function isLabelled(area: Admin1Properties, ofCountry: readonly Admin1Properties[]): boolean {
  if (ofCountry.length < 2 || area.min_label >= neverLabelled) return false;
  if (unlabelledCountries.has(area.adm0_a3)) return false;
  // The governorates of Iraq are named with our own data set.
  if (area.iso_a2 === 'IQ') return false;
  const cities = ofCountry.filter(isCity);
  return !isCity(area) || cities.length > ofCountry.length / 2;
}

function isCity({ type_en }: Admin1Properties): boolean {
  return cityType.test(type_en ?? '');
}

function label(area: Admin1Properties, name: string): MapFeature {
  const { longitude, latitude, min_label, max_label, iso_a2 } = area;
  const properties = {
    kind: 'admin1',
    name,
    ...(contestedAreas.has(area.adm1_code) ? {} : { country: iso_a2 }),
    min_zoom: Math.max(min_label, firstZoom),
    max_zoom: Math.max(max_label, min_label + 3),
  };
  return mapFeature(properties, { type: 'Point', coordinates: [longitude ?? 0, latitude ?? 0] }, 3);
}

function nameOf(area: Admin1Properties): string | undefined {
  if (area.longitude === null || area.latitude === null) return undefined;
  const set = admin1Names[area.adm1_code];
  if (set !== undefined) return set || undefined;
  return plainName(area.name_en ?? area.name ?? '') || undefined;
}

/** What the area is called in running English, without what kind of area it is. */
function plainName(name: string): string {
  return name
    .replace(
      /^(?:Free Hanseatic|(?:Autonomous )?Republic of|Province of|State of|Emirate of|Comarca) /i,
      '',
    )
    .replace(
      / (?:Voivodeship|Governorate|Economic Prefecture|Prefecture|Province|Departament|Department|Comarca)$/,
      '',
    )
    .replace(/(?<!Free|Niger|Lagos) State$/i, '')
    .replace(/ Republic$/, '')
    .replace(/^(\p{Ll})/u, (letter) => letter.toUpperCase())
    .trim();
}

function contestedLabel([name, at, minZoom]: (typeof contestedLabels)[number]): MapFeature {
  const properties = { kind: 'admin1', name, min_zoom: minZoom, max_zoom: 11 };
  return mapFeature(properties, { type: 'Point', coordinates: [...at] }, 3);
}

function compareLabels(a: MapFeature, b: MapFeature): number {
  const keyOf = ({ properties }: MapFeature): string =>
    `${Number(properties['min_zoom']).toFixed(1).padStart(4, '0')} ${String(properties['country'])} ${String(properties['name'])}`;
  return keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0;
}
