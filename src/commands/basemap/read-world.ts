import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { admin1Lines } from './admin1-lines.ts';
import type { AreaTopology } from './administrative-areas.ts';
import { borderLines, type DisputedLines } from './border-lines.ts';
import { readCountries } from './countries.ts';
import { readEarth } from './earth.ts';
import { readPackageFile } from './fetch-package.ts';
import { earthLands, mapeoOfflineMap, osmBorders } from './packages.ts';
import { riverLines, type Rivers } from './rivers.ts';
import { SegmentIndex } from './segment-index.ts';
import type { WorldLayers } from './world-tiles.ts';

/** Everything but the points, read from the unpacked packages. */
export function readWorld(cacheFolder: string, joined: AreaTopology): Omit<WorldLayers, 'points'> {
  const earth = readEarth(readPackageFile(earthLands, cacheFolder, 'map.geo.json'));
  const countries = readCountries(readPackageFile(osmBorders, cacheFolder, 'borders.geo.json'));
  const rivers = readPackageFile(mapeoOfflineMap, cacheFolder, 'dist/rivers.json');
  const ground = new SegmentIndex(
    earth.filter(({ depth }) => depth === 0),
    true,
  );
  const borders = borderLines(countries, readDisputedLines(), joined, earth);
  return {
    earth,
    borders,
    admin1: admin1Lines(joined, borders, ground),
    rivers: riverLines(JSON.parse(rivers) as Rivers, ground),
  };
}

function readDisputedLines(): DisputedLines {
  const path = join(import.meta.dirname, 'disputed-lines.geojson');
  return JSON.parse(readFileSync(path, 'utf8')) as DisputedLines;
}
