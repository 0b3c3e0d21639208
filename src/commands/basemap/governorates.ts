import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { merge } from 'topojson-client';
import { topology } from 'topojson-server';
import type {
  GeometryCollection,
  MultiPolygon as TopologyMultiPolygon,
  Topology,
} from 'topojson-specification';
import { areasOf, countryCode, type Area, type AreaTopology } from './administrative-areas.ts';
import { fitAreas } from './fit-areas.ts';
import { mapFeature, type MapFeature } from './write-features.ts';

const decimals = 4;

interface GovernorateName {
  readonly name: string;
  readonly ku: string;
  readonly inRegion?: true;
  /** Governorates that Natural Earth still draws as part of this one. */
  readonly also?: readonly string[];
}

/** By Natural Earth's code, since its own names are of several transliterations and times. */
const governorateNames: Readonly<Record<string, GovernorateName>> = {
  'IRQ-3050': { name: 'Irbil', ku: 'هەولێر', inRegion: true },
  'IRQ-3242': { name: 'Sulaymaniyah', ku: 'سلێمانی', inRegion: true, also: ['Halabja'] },
  'IRQ-3046': { name: 'Duhok', ku: 'دهۆک', inRegion: true },
  'IRQ-3049': { name: 'Kirkuk', ku: 'کەرکووک' },
  'IRQ-3051': { name: 'Nineveh', ku: 'نەینەوا' },
  'IRQ-3052': { name: 'Salahaddin', ku: 'سەلاحەدین' },
  'IRQ-3243': { name: 'Diyala', ku: 'دیالە' },
  'IRQ-3471': { name: 'Anbar', ku: 'ئەنبار' },
  'IRQ-3063': { name: 'Baghdad', ku: 'بەغدا' },
  'IRQ-3472': { name: 'Babil', ku: 'بابل' },
  'IRQ-3062': { name: 'Karbala', ku: 'کەربەلا' },
  'IRQ-3061': { name: 'Najaf', ku: 'نەجەف' },
  'IRQ-3224': { name: 'Qadisiyah', ku: 'قادسیە' },
  'IRQ-3227': { name: 'Wasit', ku: 'واست' },
  'IRQ-3226': { name: 'Maysan', ku: 'مەیسان' },
  'IRQ-3225': { name: 'Dhi Qar', ku: 'زیقار' },
  'IRQ-3223': { name: 'Muthanna', ku: 'موسەننا' },
  'IRQ-3222': { name: 'Basra', ku: 'بەسرە' },
};

/** Fits the governorates into the outline of Iraq, whose borders the tiles draw. */
export function governorateFeatures(
  joined: AreaTopology,
  iraq: MultiPolygon,
  tolerance: number,
): MapFeature[] {
  const areas = areasOf(joined).filter((area) => countryCode(area) === 'IRQ');
  const governorates = fitAreas(joined, areas, iraq, tolerance)
    .map(({ area, polygons }) => ({ area, shape: joinPolygons(polygons), named: nameOf(area) }))
    .sort((a, b) => compareCodeUnits(a.named.name, b.named.name));
  const union = unionOf(
    governorates.filter(({ named }) => named.inRegion).map(({ shape }) => shape),
  );
  return [
    mapFeature(
      {
        kind: 'region',
        name: 'Kurdistan Region of Iraq',
        name_ar: 'إقليم كردستان العراق',
        name_ku: 'هەرێمی کوردستانی عێراق',
      },
      union,
      decimals,
    ),
    ...governorates.map(({ area, shape, named }) =>
      mapFeature(
        {
          kind: 'governorate',
          name: named.name,
          name_ar: (area.properties?.name_ar ?? '').replace(/^محافظة /, ''),
          name_ku: named.ku,
          inRegion: named.inRegion ?? false,
          ...(named.also ? { also: named.also } : {}),
        },
        shape,
        decimals,
      ),
    ),
  ];
}

function joinPolygons(polygons: readonly Polygon[]): Polygon | MultiPolygon {
  const [first] = polygons;
  if (!first) throw new Error('Nothing in Iraq is in one of its governorates.');
  if (polygons.length === 1) return first;
  return { type: 'MultiPolygon', coordinates: polygons.map(({ coordinates }) => coordinates) };
}

function unionOf(shapes: readonly (Polygon | MultiPolygon)[]): MultiPolygon {
  const features = shapes.map((geometry): Feature<Polygon | MultiPolygon> => ({
    type: 'Feature',
    properties: {},
    geometry,
  }));
  const collection: FeatureCollection = { type: 'FeatureCollection', features };
  const joined = topology({ shapes: collection }) as Topology<{
    shapes: GeometryCollection;
  }>;
  return merge(joined, joined.objects.shapes.geometries as TopologyMultiPolygon[]);
}

function nameOf(area: Area): GovernorateName {
  const code = area.properties?.adm1_code ?? '';
  const named = governorateNames[code];
  if (!named) throw new Error(`Natural Earth has a governorate ${code} that has no name here.`);
  return named;
}

function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
