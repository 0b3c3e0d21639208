import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourcePackages } from './packages.ts';

const contents: readonly (readonly [file: string, holds: string])[] = [
  [
    'world.json',
    'the world at 1:50m, thinned: `land`, `lake`, `river`, `border` (borders only outside the region’s box)',
  ],
  [
    'region.json',
    'Iraq and its neighbours at 1:10m, 36–53°E 28.5–40.5°N: `sea`, `land`, `lake`, `river`, `admin`, `border`',
  ],
  ['governorates.json', 'Iraq’s governorates and the outline of the Kurdistan Region of Iraq'],
  [
    'areas.json.gz',
    'first-level areas of the world with their names, for rows of files that are only known to a province or a country; loaded when a file needs it',
  ],
  ['places.json', 'cities and towns of the home view, with country and water labels'],
  [
    'places-more.json',
    'smaller towns around the Kurdistan Region, 41.5–47.5°E 33.8–38°N, for closer zooms',
  ],
];

/** Written by the command, so that sums and versions are those of the files next to it. */
export function basemapReadme(folder: string): string {
  return `# Base map

Made by \`npm run basemap\`; do not edit by hand. The same packages give the same bytes.

## Files

| file | holds | bytes |
| --- | --- | ---: |
${contents.map(([file, holds]) => fileRow(folder, file, holds)).join('\n')}

\`sea\` in \`region.json\` covers the coarser world under the region: draw the world first, then \`sea\`, then the region.
Land, borders, inner borders and governorates come from one topology and share every vertex.

## Sources

| package | version | used for | licence |
| --- | --- | --- | --- |
${sourcePackages.map(({ name, version, holds, licence }) => `| ${name} | ${version} | ${holds} | ${licence} |`).join('\n')}

Credit on the map: *Made with Natural Earth. Place names © GeoNames, CC BY 4.0 (changed: see below).*

Common English names, and the Arabic, Kurdish and Persian spellings of the better known places, are set in
\`src/commands/basemap/place-names/\`. Other spellings are chosen from GeoNames' alternate names by their letters.

## What to keep in mind

- **The outline of the Kurdistan Region is the administrative one that Natural Earth draws**: the governorates of Irbil,
  Sulaymaniyah and Duhok. It is not the line of control on the ground, which has moved since 2003 and again since 2017.
  Parts of Kirkuk, Nineveh, Diyala and Salahaddin are disputed.
- Borders show what Natural Earth shows; they take no position.
- **Halabja** (a governorate in its own right since 2025, in the Region's own law since 2014) is not in Natural Earth. No
  border was invented: the polygon of Sulaymaniyah carries \`also: ["Halabja"]\`.
- **\`areas.json.gz\` follows Natural Earth**, simplified to about 1.5 km, and not the map under it: edges can differ by a few
  kilometres. Each area is in the country of its ISO 3166-2 code, so Crimea is in Ukraine; its name is found in files that
  name Russia, too. The Golan and East Jerusalem are in the areas in which Natural Earth draws them. Siachen and the
  Spratly Islands are in no country. Somaliland and Northern Cyprus are areas that files may also name as countries.
- Some younger areas are not in Natural Earth's table: they are listed in the older area that includes them
  (\`src/commands/basemap/area-names/corrections.ts\`), and a row of theirs is hatched there. Usual names of countries are
  in \`countries.ts\` next to it.
- Rivers and lakes are generalised to 0.01° and follow their true course only roughly. Of the region's rivers the source
  has only the Tigris and the Euphrates with their head streams: no Great Zab, Little Zab, Sirwan, Lake Dukan or Lake
  Darbandikhan.
- Lake Urmia has its historical extent; it is much smaller today.
- GeoNames gives a town one point and sometimes no population; those have no \`population\` here. Small places that GeoNames'
  cities500 lacks (Haji Omeran, Harir, Altun Kupri, Taqtaq, Sidakan, Bardarash…) are missing here.
- Coordinates are never moved, only rounded: 4 decimals (about 10 m) in the region, 3 for places, 2 in the world.

## SHA-256

\`\`\`
${contents.map(([file]) => `${sha256(folder, file)}  ${file}`).join('\n')}
\`\`\`
`;
}

function fileRow(folder: string, file: string, holds: string): string {
  const bytes = readFileSync(join(folder, file));
  return `| \`${file}\` | ${holds} | ${bytes.length} |`;
}

function sha256(folder: string, file: string): string {
  return createHash('sha256')
    .update(readFileSync(join(folder, file)))
    .digest('hex');
}
