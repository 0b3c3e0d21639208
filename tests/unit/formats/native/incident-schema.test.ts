import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import schema from '../../../../geodata/incidents.schema.json';
import {
  CLAIMS,
  EFFECTS,
  KINDS,
  STATUSES,
  TARGETS,
  WEAPONS,
} from '../../../../src/core/records/incident.ts';
import { PLACE_PRECISIONS } from '../../../../src/core/place/place.ts';

const geodata = new URL('../../../../geodata/', import.meta.url);
const { record, place, attribution } = schema.$defs;

describe('`incidents.schema.json`', () => {
  it('has the same terms as the program', () => {
    expect(record.properties.kind.enum).toEqual([...KINDS]);
    expect(record.properties.target.enum).toEqual([...TARGETS]);
    expect(record.properties.weapon.enum).toEqual([...WEAPONS, null]);
    expect(record.properties.effect.enum).toEqual([...EFFECTS]);
    expect(record.properties.status.enum).toEqual([...STATUSES]);
    expect(place.properties.precision.enum).toEqual([...PLACE_PRECISIONS]);
    expect(attribution.properties.claim.enum).toEqual([...CLAIMS]);
  });

  it('requires every field but quote, origin and receipt of a report', () => {
    expect(record.required).toEqual(Object.keys(record.properties));
    expect(place.required).toEqual(Object.keys(place.properties));
    const { required, properties } = schema.$defs.report;
    expect([...required, 'quote', 'origin', 'receipt']).toEqual(Object.keys(properties));
  });

  it('is valid and accepts the published file, also with another validator', () => {
    const validate = new Ajv2020({ strict: false }).compile(schema);
    const published: unknown = JSON.parse(
      readFileSync(new URL('incidents.geojson', geodata), 'utf8'),
    );
    expect(validate(published), JSON.stringify(validate.errors)).toBe(true);
  });

  it('is small, since the page loads it', () => {
    expect(readFileSync(new URL('incidents.schema.json', geodata)).byteLength).toBeLessThan(12_000);
  });
});
