import { isObject } from '../source/is-object.ts';

/** The part of JSON Schema 2020-12 that this project writes its schemas in. */
export type ShapeSchema = {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, ShapeSchema>>;
  /** Where it is given, the words of the schema for what is expected. */
  readonly title?: string;
  /** The same as a code, in schemas that are not published. */
  readonly expects?: 'day' | 'web-address' | 'source-file' | 'tile-archive';
  readonly type?: string | readonly string[];
  readonly const?: string;
  readonly enum?: readonly (string | null)[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: ShapeSchema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, ShapeSchema>>;
  readonly additionalProperties?: boolean | ShapeSchema;
};

/** A definition of a schema by its name in `$defs`; without a name, the whole schema. */
export type Shape = { readonly root: ShapeSchema; readonly definition?: string };

export function startOf({ root, definition }: Shape): ShapeSchema {
  const start = definition === undefined ? root : root.$defs?.[definition];
  if (!start) throw new Error(`The schema does not define ${definition ?? ''}.`);
  return start;
}

/** The schema with its references resolved; its own keywords come before those of a reference. */
export function resolved(schema: ShapeSchema, root: ShapeSchema): ShapeSchema {
  if (schema.$ref === undefined) return schema;
  const name = schema.$ref.split('/').at(-1) ?? '';
  return { ...root.$defs?.[name], ...schema };
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

const patterns = new Map<string, RegExp>();

function patternOf(pattern: string): RegExp {
  const known = patterns.get(pattern) ?? new RegExp(pattern, 'u');
  patterns.set(pattern, known);
  return known;
}

/** JSON Schema counts code points, of which a text has at least half as many as code units. */
const isAtLeast = (text: string, min: number): boolean =>
  text.length >= 2 * min || Array.from(text).length >= min;

function matches(value: unknown, given: ShapeSchema, root: ShapeSchema): boolean {
  const schema = resolved(given, root);
  const { type, minimum = -Infinity, maximum = Infinity, pattern, items, properties } = schema;
  if (type !== undefined && ![type].flat().some((one) => isOfType(value, one))) return false;
  if (schema.const !== undefined && value !== schema.const) return false;
  if (schema.enum && !schema.enum.some((one) => one === value)) return false;
  if (typeof value === 'number') return value >= minimum && value <= maximum;
  if (typeof value === 'string')
    return (
      isAtLeast(value, schema.minLength ?? 0) &&
      (pattern === undefined || patternOf(pattern).test(value))
    );
  if (Array.isArray(value))
    return (
      value.length >= (schema.minItems ?? 0) &&
      value.length <= (schema.maxItems ?? Infinity) &&
      (items === undefined || value.every((item) => matches(item, items, root)))
    );
  if (!isObject(value)) return true;
  return (
    (schema.required ?? []).every((name) => Object.hasOwn(value, name)) &&
    Object.entries(value).every(([name, part]) => {
      const known = properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
      const own = known ?? schema.additionalProperties ?? true;
      return typeof own === 'boolean' ? own : matches(part, own, root);
    })
  );
}

/**
 * Whether a JSON value has a shape: nothing more. Where it has not, `ShapeCheck` says what is wrong, with a
 * validator that is ten times as large; tests compare the two.
 */
export const matchesShape = (value: unknown, shape: Shape): boolean =>
  matches(value, startOf(shape), shape.root);
