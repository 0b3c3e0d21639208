import type { Position } from 'geojson';

/** Iraq and its neighbours, whose labels are placed for the home view of our own data set. */
export interface RegionCountry {
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

export const regionCountries: readonly RegionCountry[] = [
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

/** These labels change place where the home view begins, since the middle of Iran is not on it. */
export const nearZoom = 6.2;
