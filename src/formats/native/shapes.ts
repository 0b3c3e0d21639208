import { LISTED_ACTORS } from '../../core/records/attributed.ts';
import { BORDER_LOOKS } from '../../core/records/dataset-info.ts';
import { TARGETS } from '../../core/records/incident.ts';
import schema from '../../../geodata/incidents.schema.json';
import type { Shape, ShapeSchema } from './matches-shape.ts';

const text: ShapeSchema = { type: 'string', minLength: 1 };
const whole: ShapeSchema = { type: 'integer', minimum: 0, maximum: 1_000_000_000 };
const address: ShapeSchema = {
  type: 'string',
  pattern: '^https?://[^\\s]+$',
  expects: 'web-address',
};

const day: ShapeSchema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', expects: 'day' };

const objectOf = (properties: Readonly<Record<string, ShapeSchema>>): ShapeSchema => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
});
const listOf = (items: ShapeSchema): ShapeSchema => ({ type: 'array', items });

const orNull = (schema: ShapeSchema): ShapeSchema => ({
  ...schema,
  type: [schema.type ?? [], 'null'].flat(),
});
/** Whole numbers by any name. */
const countsByName: ShapeSchema = { type: 'object', additionalProperties: whole };

const numberIn = (minimum: number, maximum: number): ShapeSchema => ({
  type: 'number',
  minimum,
  maximum,
});
/** A text by language code. */
const labels: ShapeSchema = objectOf({ en: text });

/** One Feature of a file of our own records. */
export const FEATURE_SHAPE: Shape = { root: schema, definition: 'feature' };

/** Which named disputes are drawn in another way. */
const disputed_borders: ShapeSchema = {
  type: 'object',
  additionalProperties: { enum: [...BORDER_LOOKS] },
};

/** What the build adds to `dataset.json`. */
const findings: ShapeSchema = objectOf({
  figures: {
    type: 'object',
    additionalProperties: {
      type: 'object',
      required: ['kind'],
      properties: {
        kind: { enum: ['count', 'people', 'day', 'period'] },
        count: whole,
        range: { type: 'array', minItems: 2, maxItems: 2, items: whole },
        day: { type: 'integer' },
        period: objectOf({ from: { type: 'integer' }, to: { type: 'integer' } }),
      },
    },
  },
  mapped: listOf(
    objectOf({
      day: { type: 'integer' },
      attacks: whole,
      moreThanClaims: whole,
      byGovernorate: listOf(whole),
      byTarget: listOf(whole),
    }),
  ),
  running: listOf(
    objectOf({
      total: whole,
      governorate: orNull(whole),
      day: { type: 'integer' },
      isDayApproximate: { type: 'boolean' },
      record: orNull(text),
    }),
  ),
  delays: objectOf({ byDays: listOf(whole), unknown: whole }),
});

const dataset = objectOf({
  title: text,
  topic: text,
  headline: text,
  standfirst: text,
  utc_offset_minutes: { type: 'integer', minimum: -1440, maximum: 1440 },
  description: labels,
  time_zone: labels,
  map: objectOf({ lon: numberIn(-180, 180), lat: numberIn(-90, 90), zoom: numberIn(0, 22) }),
  layers: objectOf(Object.fromEntries(TARGETS.map((target) => [target, labels]))),
  licence: text,
  method: listOf(text),
  coverage: listOf(objectOf({ from: text, to: text, note: text })),
  coverage_note: text,
  region: objectOf({ name: labels, governorates: listOf(text), counted_from: day }),
  actors: objectOf(Object.fromEntries(LISTED_ACTORS.map((one) => [one, listOf(text)]))),
  totals: listOf(
    objectOf({
      as_of: day,
      from: orNull(day),
      who: text,
      via: orNull(text),
      unit: text,
      at_least: whole,
      approximate: { type: 'boolean' },
      area: text,
      by_governorate: orNull(countsByName),
      by_target: orNull(countsByName),
      by_weapon: orNull(countsByName),
      killed: orNull(whole),
      injured: orNull(whole),
      url: address,
      note: orNull(text),
    }),
  ),
  totals_note: text,
  mapped_note: text,
  annotations: listOf(
    objectOf({
      title: labels,
      short: labels,
      text: labels,
      incidents: { ...listOf(text), minItems: 1 },
      view: objectOf({ from: day, to: day, record: text }),
    }),
  ),
  spellings: listOf(listOf(text)),
});

/** `dataset.json` */
export const DATASET_SHAPE: Shape = {
  root: { ...dataset, properties: { ...dataset.properties, findings, disputed_borders } },
};

/**
 * An area of `basemap/governorates.json`. The rings are taken as `build-basemap` writes them, so that a start does
 * not walk every point.
 */
export const AREA_SHAPE: Shape = {
  root: {
    type: 'object',
    required: ['properties', 'geometry'],
    properties: {
      properties: {
        type: 'object',
        required: ['name', 'kind'],
        properties: {
          name: { type: 'string', minLength: 1 },
          also: { type: 'array', items: { type: 'string', minLength: 1 } },
          kind: { enum: ['governorate', 'region'] },
        },
      },
      geometry: {
        type: 'object',
        required: ['type', 'coordinates'],
        properties: {
          type: { enum: ['Polygon', 'MultiPolygon'] },
          coordinates: { type: 'array', minItems: 1 },
        },
      },
    },
  },
};

/** A document of `sources/index.json`. */
export const DOCUMENT_SHAPE: Shape = {
  root: {
    type: 'object',
    required: ['id', 'file', 'publisher', 'title', 'url', 'published', 'language', 'note'],
    properties: {
      id: text,
      file: {
        type: 'string',
        pattern: '^[a-z0-9][a-z0-9.-]*$',
        expects: 'source-file',
      },
      publisher: text,
      title: text,
      url: address,
      published: day,
      language: text,
      note: text,
    },
  },
};
