/** Every value is made up. */
import { expect, it } from 'vitest';
import { kmlRow } from '../../../../src/formats/kml/kml-row.ts';
import { parseXml } from '../../../../src/formats/xml/parse-xml.ts';
import { childrenOf, descendantsOf, nameOf } from '../../../../src/formats/xml/xml-elements.ts';
import { memorySource } from '../../../../src/formats/source/byte-source.ts';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { bytesOf } from '../table/read-whole.ts';

/** Rows of a Folder in a Document, and how often the children of both are gone through. */
async function read(placemarks: number, inFolder: string) {
  const kml = `<kml><Document><Folder>${inFolder}${'<Placemark><Point/></Placemark>'.repeat(placemarks)}</Folder></Document></kml>`;
  const parsed = await parseXml(memorySource('a.kml', bytesOf(kml)), UNINTERRUPTED);
  if (parsed.kind === 'failed') throw new Error(parsed.failure.kind);
  const elements = [...descendantsOf(parsed.value.root)];
  let visits = 0;
  for (const container of elements.filter((one) => ['Document', 'Folder'].includes(nameOf(one)))) {
    const [first = null] = childrenOf(container);
    Object.defineProperty(container, 'firstChild', {
      get() {
        visits += 1;
        return first;
      },
    });
  }
  const rows = elements
    .filter((one) => nameOf(one) === 'Placemark')
    .map((one) => {
      const cells: Record<string, string> = {};
      kmlRow(one, (path, text) => {
        cells[path] = text;
      });
      return cells;
    });
  return { rows, visits };
}

it.each([
  ['nothing', '', {}],
  ['a name', '<name>made up</name>', { folder: 'made up' }],
  ['a time', '<TimeStamp><when>2026-03-01</when></TimeStamp>', { time: '2026-03-01' }],
])(
  'properties of a KML folder are looked up once for all its placemarks: %s',
  async (_, inFolder, cells) => {
    const { rows, visits } = await read(200, inFolder);
    expect(rows).toEqual(Array(200).fill(cells));
    expect(visits).toBe((await read(1, inFolder)).visits);
  },
);
