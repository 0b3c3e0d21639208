/** The published records, packed and listed in other ways. Nothing is made up but the broken line. */
import { readFileSync } from 'node:fs';
import { gzipSync, strFromU8, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { recordAt } from '../../../src/core/records/contents.ts';
import type { Incident } from '../../../src/core/records/incident.ts';
import { openFile } from './import-file.ts';
import { PUBLISHED } from '../published-counts.ts';

const published = new Uint8Array(
  readFileSync(new URL('../../../geodata/incidents.geojson', import.meta.url)),
);
const { features } = JSON.parse(strFromU8(published)) as { readonly features: readonly unknown[] };
const lines = features.map((feature) => JSON.stringify(feature));
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(strToU8(text));
const zipped = (name: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(zipSync({ [name]: bytes, 'README.txt': strToU8('made up') }));

async function incidentsIn(bytes: Uint8Array<ArrayBuffer>): Promise<readonly Incident[]> {
  const opened = await openFile('given', bytes);
  if (opened.kind === 'fault') throw new Error(opened.fault.kind);
  const { table } = opened.dataset;
  return Array.from({ length: table.length }, (_, row) => {
    const record = recordAt(table, row);
    if (record?.kind !== 'codebook') throw new Error('A row of a file, not a record.');
    return record.incident;
  });
}

describe('our own records in a zip file', async () => {
  const plain = await incidentsIn(published);

  it('are all there, each with its reports', () => {
    expect(plain).toHaveLength(PUBLISHED.records);
    expect(plain.every(({ reports }) => reports.length > 0)).toBe(true);
  });

  it.each([
    ['in a zip', zipped('incidents.geojson', published)],
    ['in a zip under another name', zipped('folder/data', published)],
    ['in a gzip', new Uint8Array(gzipSync(published))],
    ['after a byte order mark', bytesOf(`\ufeff${strFromU8(published)}`)],
    ['as a list of features', bytesOf(`[${lines.join(',\n')}]`)],
    ['one feature a line', bytesOf(lines.join('\n'))],
    ['one feature a line, in a gzip', new Uint8Array(gzipSync(strToU8(lines.join('\r\n'))))],
    ['one feature a record of RFC 8142', bytesOf(lines.map((one) => `\u001e${one}\n`).join(''))],
  ])('are the same %s', async (_, bytes) => {
    expect(await incidentsIn(bytes)).toEqual(plain);
  });

  it('are read from a single Feature without a collection', async () => {
    expect(await incidentsIn(bytesOf(lines[3] ?? ''))).toHaveLength(1);
  });

  it('are found after a file of the archive that is no data', async () => {
    const archive = zipSync({
      'a-larger-file.json': strToU8(`{"rows":[],"about":"${'made up '.repeat(100_000)}"}`),
      'incidents.geojson': published,
    });
    expect(await incidentsIn(new Uint8Array(archive))).toEqual(plain);
  });

  it('name the member of the archive in the report', async () => {
    const opened = await openFile('a.zip', zipped('incidents.geojson', published));
    expect(opened.kind === 'set' && opened.report).toMatchObject({
      file: 'a.zip',
      format: { format: 'native', member: 'incidents.geojson', otherMembers: 1 },
      read: PUBLISHED.records,
      kept: PUBLISHED.records,
    });
  });

  it('lose only a broken line', async () => {
    const opened = await openFile(
      'a.geojsonl',
      bytesOf([...lines.slice(0, 3), '{"type":'].join('\n')),
    );
    expect(opened.kind === 'set' && opened.report).toMatchObject({ read: 4, kept: 3, dropped: 1 });
  });
});
