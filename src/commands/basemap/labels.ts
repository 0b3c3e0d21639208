import type { Position } from 'geojson';
import { mapFeature, type MapFeature } from './write-features.ts';

interface CountryLabel {
  readonly name: string;
  readonly country: string;
  /** The spelling in a language of the country. */
  readonly name_local?: string;
  readonly name_ar?: string;
  readonly name_ku?: string;
  /** Where the label reads best with the whole country in view. */
  readonly far?: Position;
  /** Where it reads best with northern Iraq filling the window. */
  readonly near?: Position;
}

const countryLabels: readonly CountryLabel[] = [
  {
    name: 'Iraq',
    country: 'IQ',
    name_local: 'العراق',
    name_ar: 'العراق',
    name_ku: 'عێراق',
    far: [43.2, 32.7],
    near: [42.45, 35.2],
  },
  { name: 'Iran', country: 'IR', name_local: 'ایران', far: [49.6, 34.3], near: [46.02, 36.42] },
  { name: 'Turkey', country: 'TR', name_local: 'Türkiye', far: [39.4, 39.1], near: [43.3, 37.85] },
  {
    name: 'Syria',
    country: 'SY',
    name_local: 'سوريا',
    name_ar: 'سوريا',
    far: [38.4, 34.95],
    near: [40.75, 35.95],
  },
  { name: 'Jordan', country: 'JO', name_local: 'الأردن', name_ar: 'الأردن', far: [37.1, 31.3] },
  {
    name: 'Saudi Arabia',
    country: 'SA',
    name_local: 'السعودية',
    name_ar: 'السعودية',
    far: [42.2, 29.6],
  },
  { name: 'Kuwait', country: 'KW', name_local: 'الكويت', name_ar: 'الكويت', far: [47.45, 29.15] },
  { name: 'Armenia', country: 'AM', far: [45.35, 40.05] },
  { name: 'Azerbaijan', country: 'AZ', far: [48.2, 40.2] },
];

interface WaterLabel {
  readonly name: string;
  readonly water: 'lake' | 'river' | 'sea';
  readonly minzoom: number;
  readonly at: Position;
  readonly name_local?: string;
}

/**
 * Only waters whose geometry is drawn: the source has no Great Zab, Little Zab or Lake Dukan. River labels
 * are on points of their lines.
 */
const waterLabels: readonly WaterLabel[] = [
  { name: 'Caspian Sea', water: 'sea', minzoom: 4, at: [50.9, 38.6] },
  { name: 'Persian Gulf', water: 'sea', minzoom: 4.5, at: [49.6, 29.1] },
  {
    name: 'Lake Urmia',
    water: 'lake',
    minzoom: 5.5,
    at: [45.45, 37.65],
    name_local: 'دریاچه ارومیه',
  },
  { name: 'Lake Van', water: 'lake', minzoom: 5.5, at: [42.9, 38.6], name_local: 'Van Gölü' },
  { name: 'Lake Sevan', water: 'lake', minzoom: 6, at: [45.4, 40.25] },
  {
    name: 'Lake Tharthar',
    water: 'lake',
    minzoom: 6,
    at: [43.2, 33.95],
    name_local: 'بحيرة الثرثار',
  },
  {
    name: 'Lake Razzaza',
    water: 'lake',
    minzoom: 6.5,
    at: [43.65, 32.75],
    name_local: 'بحيرة الرزازة',
  },
  { name: 'Tigris', water: 'river', minzoom: 6.2, at: [42.77, 36.54], name_local: 'دجلة' },
  { name: 'Tigris', water: 'river', minzoom: 6.2, at: [44.87, 32.93], name_local: 'دجلة' },
  { name: 'Euphrates', water: 'river', minzoom: 6.2, at: [40.62, 34.84], name_local: 'الفرات' },
  { name: 'Euphrates', water: 'river', minzoom: 6.2, at: [43.11, 33.53], name_local: 'الفرات' },
  { name: 'Euphrates', water: 'river', minzoom: 6.2, at: [44.36, 32.16], name_local: 'الفرات' },
];

/** Country labels change place where the home view begins, since the middle of Iran is not on it. */
const nearZoom = 6.2;

export function labelFeatures(): MapFeature[] {
  return [
    ...countryLabels.flatMap(({ far, near, ...properties }) => [
      ...(far ? [countryFeature(properties, far, near ? { maxzoom: nearZoom } : {})] : []),
      ...(near ? [countryFeature(properties, near, { minzoom: nearZoom })] : []),
    ]),
    ...waterLabels.map(({ at, ...properties }) =>
      mapFeature({ kind: 'water', ...properties }, { type: 'Point', coordinates: at }, 3),
    ),
  ];
}

function countryFeature(
  properties: Omit<CountryLabel, 'far' | 'near'>,
  coordinates: Position,
  zooms: { minzoom?: number; maxzoom?: number },
): MapFeature {
  return mapFeature(
    { kind: 'country', ...properties, ...{ minzoom: 3, maxzoom: 9, ...zooms } },
    { type: 'Point', coordinates },
    3,
  );
}
