import { expect, it } from 'vitest';
import { incidentTable } from '../../../src/core/records/build-incident-table.ts';
import { DATASET, publishedText, RECORDS } from '../published-records.ts';
import { openFile } from './import-file.ts';

it('a copy of the published records names whom the page names for its own', async () => {
  const bytes = new TextEncoder().encode(publishedText('incidents.geojson'));
  const file = await openFile('copy.geojson', bytes);
  if (file.kind === 'fault') throw new Error(file.fault.kind);
  expect(file.dataset.table.traits?.attributed).toEqual(
    incidentTable(RECORDS, 0, DATASET).traits?.attributed,
  );
});
