import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { disputes } from './disputes.ts';
import { sourcePackages } from './packages.ts';

const contents: readonly (readonly [file: string, holds: string])[] = [
  ['world.pmtiles', 'the world as vector tiles, zoom 0 to 7'],
  ['governorates.json', 'Iraq’s governorates and the outline of the Kurdistan Region of Iraq'],
  [
    'areas.json.gz',
    'first-level areas of the world with their names, for rows of files that are only known to a province or a country; loaded when a file needs it',
  ],
];

/** Written by the command, so that sums, versions and disputes are those of the files next to it. */
export function basemapReadme(folder: string): string {
  return `# Base map

Made by \`npm run basemap\`; do not edit by hand. The same packages give the same bytes.

## Files

| file | holds | bytes |
| --- | --- | ---: |
${contents.map(([file, holds]) => fileRow(folder, file, holds)).join('\n')}

\`world.pmtiles\` is a PMTiles 3 archive of Mapbox vector tiles, compressed with gzip. Beyond zoom 7 the tiles of zoom 7 are
enlarged. Its layers:

| layer | from zoom | properties |
| --- | ---: | --- |
| \`earth\` | 0 | \`kind\`: \`land\`, \`lake\`, or \`island\` in a lake. Each ring is a polygon of its own; later ones are drawn over earlier ones |
| \`admin1\` | 3 | \`country\` (ISO 3166), \`min_zoom\` |
| \`river\` | 3 | \`weight\` 1 to 4, growing downstream |
| \`border\` | 0 | \`disputed\` 1 and \`dispute\` (an id below), \`maritime\` 1 (from zoom 4) |
| \`label\` | 0 | \`kind\`: \`country\`, \`admin1\` or \`water\`; \`name\`, \`name_local\`, \`country\`, \`min_zoom\`, \`max_zoom\`, \`rank\` |
| \`place\` | 2 | \`name\`, \`name_local\`, \`country\`, \`rank\` 1 (the largest) to 6, \`capital\`, \`population\` in thousands, \`min_zoom\` |

Draw the land, then \`admin1\` and \`river\`, then lakes and their islands over them. Zoom 7 has every name; filter by \`min_zoom\`.

## Sources and licences

| package | version | used for | licence |
| --- | --- | --- | --- |
${sourcePackages.map(({ name, version, holds, licence }) => `| ${name} | ${version} | ${holds} | ${licence} |`).join('\n')}
| \`src/commands/basemap/disputed-lines.geojson\` | 4.1 | Natural Earth lines of disputed areas | public domain |

\`world.pmtiles\` and \`governorates.json\` are derived from the database of OpenStreetMap, so they are under the **Open
Database License 1.0** (https://opendatacommons.org/licenses/odbl/1-0/); \`areas.json.gz\` is Natural Earth's only, public domain. Their names of places are from GeoNames, under CC BY 4.0, and were
changed: common English names, and the Arabic, Kurdish and Persian spellings of the better known places, are set in
\`src/commands/basemap/place-names/\`; other local names are shown only where their letters prove the language.

Credit on the map: *© OpenStreetMap contributors, © GeoNames, Natural Earth.*

## Borders and disputes

Borders are those of OpenStreetMap, which shows who controls the land. They take no position. A line that is not a settled
border is dashed (\`disputed\`), and where two states claim the same land, the lines of both are. Where OpenStreetMap has no line,
Natural Earth's is used. A line at sea is never a settled border between claimants.

An editor can restyle a dispute by its id, in \`disputed_borders\` of \`dataset.json\`.

| id | dispute | what is shown |
| --- | --- | --- |
${disputes.map(({ id, name, note }) => `| \`${id}\` | ${name} | ${note} |`).join('\n')}

Not shown: lines of a front, as in Ukraine, Sudan or Myanmar; they move, and no source used has them.

## What to keep in mind

- **The outline of the Kurdistan Region is the administrative one that Natural Earth draws**: the governorates of Irbil,
  Sulaymaniyah and Duhok. It is not the line of control on the ground, which has moved since 2003 and again since 2017.
  Parts of Kirkuk, Nineveh, Diyala and Salahaddin are disputed. Governorates reach to the border of Iraq that
  OpenStreetMap has, simplified, and share every vertex.
- **Halabja** (a governorate in its own right since 2025, in the Region's own law since 2014) is not in Natural Earth. No
  border was invented: the polygon of Sulaymaniyah carries \`also: ["Halabja"]\`.
- **\`areas.json.gz\` follows Natural Earth**, simplified to about 1.5 km, and not the map under it: edges can differ by a few
  kilometres. Each area is in the country of its ISO 3166-2 code, so Crimea is in Ukraine; its name is found in files that
  name Russia, too. The Golan and East Jerusalem are in the areas in which Natural Earth draws them. Siachen and the
  Spratly Islands are in no country. Two of the regions in which Morocco holds Western Sahara are in Western Sahara, and
  found in files that name Morocco, too; Guelmim-Es Semara, which reaches into it, is in Morocco. Abyei is in Sudan and
  the Halaib Triangle in Egypt where Natural Earth draws them so; neither is an area apart. Somaliland and Northern Cyprus are areas that files may also name as countries.
- Some younger areas are not in Natural Earth's table: they are listed in the older area that includes them
  (\`src/commands/basemap/area-names/corrections.ts\`), and a row of theirs is hatched there. Usual names of countries are
  in \`countries.ts\` next to it.
- Coasts are of 2017, and at zoom 7 within about 50 m of the source. Lakes smaller than 5 km² are left out, those smaller
  than 25 km² below zoom 7 too, and the shores of others are coarse. A lake has the extent that was mapped: some, as Lake
  Urmia, are smaller today.
- Rivers are generalised to 0.01° (1 km), also in Iraq, and follow their true course only roughly. The source has only
  large ones: of the region's, the Tigris and the Euphrates with their head streams, but no Great Zab or Little Zab.
- First-level areas are those of Natural Earth, some years old and coarser than the borders; their lines are cut or
  lengthened by up to 8 km to meet borders and coasts. Crimea and Sevastopol are counted with Ukraine.
- GeoNames gives a town one point and sometimes no population; those have no \`population\` here. Small places that GeoNames'
  cities500 lacks (Haji Omeran, Harir, Altun Kupri, Taqtaq, Sidakan, Bardarash…) are missing here.

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
