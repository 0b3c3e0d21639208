import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { joinAreas } from './basemap/administrative-areas.ts';
import { fetchPackage, readPackageFile } from './basemap/fetch-package.ts';
import { governorateFeatures } from './basemap/governorates.ts';
import {
  cities500,
  geojsonPlaces,
  mapeoOfflineMap,
  sourcePackages,
  worldAtlas,
} from './basemap/packages.ts';
import { placeFeatures } from './basemap/places.ts';
import { readGeoNames } from './basemap/read-geonames.ts';
import { basemapReadme } from './basemap/readme.ts';
import { regionFeatures } from './basemap/region.ts';
import { readLakes, readRivers } from './basemap/waters.ts';
import { worldAreas } from './basemap/world-areas.ts';
import { worldFeatures } from './basemap/world.ts';
import { writeFeatures } from './basemap/write-features.ts';

const projectFolder = join(import.meta.dirname, '..', '..');
const cacheFolder = join(projectFolder, '.cache', 'basemap');
const outputFolder = join(projectFolder, 'geodata', 'basemap');

for (const source of sourcePackages) fetchPackage(source, cacheFolder);

const countries = readPackageFile(worldAtlas, cacheFolder, 'countries-50m.json');
const admin1 = readPackageFile(geojsonPlaces, cacheFolder, 'data/states/admin1.json');
const rivers = readRivers(readPackageFile(mapeoOfflineMap, cacheFolder, 'dist/rivers.json'));
const lakes = readLakes(readPackageFile(mapeoOfflineMap, cacheFolder, 'dist/lakes.json'));
const geoNames = readGeoNames(readPackageFile(cities500, cacheFolder, 'dist/cities500.txt'));

const areas = joinAreas(admin1);
const places = placeFeatures(geoNames);

mkdirSync(outputFolder, { recursive: true });
writeFeatures(join(outputFolder, 'world.json'), worldFeatures(countries, lakes, rivers));
writeFeatures(join(outputFolder, 'region.json'), regionFeatures(areas, lakes, rivers));
writeFeatures(join(outputFolder, 'governorates.json'), governorateFeatures(areas));
writeFeatures(join(outputFolder, 'places.json'), places.home);
writeFeatures(join(outputFolder, 'places-more.json'), places.closer);
writeFileSync(join(outputFolder, 'areas.json.gz'), worldAreas(admin1));
writeFileSync(join(outputFolder, 'README.md'), basemapReadme(outputFolder));

console.log(`Base map written to ${outputFolder}`);
