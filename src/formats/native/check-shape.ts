import {
  dereference,
  validate,
  type OutputUnit,
  type Schema,
  type SchemaDraft,
} from '@cfworker/json-schema';
import type { RecordFault } from '../../core/records/bundled-report.ts';
import { isObject } from '../source/read-json.ts';

/** The part of JSON Schema 2020-12 that this project writes its schemas in. */
export type ShapeSchema = {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, ShapeSchema>>;
  /** Where it is given, the words for what is expected. */
  readonly title?: string;
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
  readonly additionalProperties?: boolean;
};

/** A fault before it is known whose it is. */
export type FieldFault = Omit<RecordFault, 'record'>;

const draft: SchemaDraft = '2020-12';
const shownLength = 80;

const brokenName: FieldFault = {
  field: '',
  problem: 'has a field whose name is half a character',
  expected: 'names of whole characters',
};

/** A value as an editor finds it in the file, cut where it is long. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}

const pathOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'));

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, part) => {
    if (Array.isArray(inner)) return inner[Number(part)];
    return isObject(inner) ? inner[part] : undefined;
  }, value);
}

function kindWords(value: unknown): string {
  if (value === null) return 'is null';
  if (Array.isArray(value)) return 'is a list';
  if (typeof value === 'object') return 'is an object';
  const kind = typeof value === 'string' ? 'text' : typeof value;
  return `${shown(value)} is a ${kind}`;
}

const rangeWords = ({ minimum, maximum }: ShapeSchema): string =>
  minimum === undefined || maximum === undefined
    ? ''
    : ` from ${String(minimum)} to ${String(maximum)}`;

function typeWords(type: string, schema: ShapeSchema): string {
  switch (type) {
    case 'string':
      return 'a text';
    case 'number':
      return `a number${rangeWords(schema)}`;
    case 'integer':
      return `a whole number${rangeWords(schema)}`;
    case 'array':
      return schema.minItems ? `a list with at least ${schema.minItems} in it` : 'a list';
    case 'object':
      return schema.required ? `an object with ${schema.required.join(', ')}` : 'an object';
    default:
      return type;
  }
}

function expectedWords(schema: ShapeSchema): string {
  if (schema.title !== undefined) return schema.title;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return `one of ${schema.enum.map(String).join(', ')}`;
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  return types.map((type) => typeWords(type, schema)).join(' or ');
}

function problemWords(keyword: string, value: unknown, name: string): string | undefined {
  switch (keyword) {
    case 'type':
      return kindWords(value);
    case 'const':
    case 'enum':
      return `${shown(value)} is not a known ${name}`;
    case 'pattern':
    case 'minLength':
      if (value === '') return 'is empty';
      if (typeof value === 'string' && value.trim() === '') return `${shown(value)} is blank`;
      return `${shown(value)} does not have the right form`;
    case 'minItems':
    case 'maxItems':
      return `has ${Array.isArray(value) ? value.length : 0} in it`;
    case 'minimum':
      return `${shown(value)} is too small`;
    case 'maximum':
      return `${shown(value)} is too large`;
    default:
      return undefined;
  }
}

/** A check of JSON values against a schema; it generates no code, so a strict CSP allows it. */
export class ShapeCheck {
  readonly #root: ShapeSchema;
  readonly #schema: Schema;
  readonly #lookup: Record<string, Schema | boolean>;
  readonly #start: ShapeSchema;

  /** @param definition The name in `$defs` of what a value must be; else the whole schema. */
  constructor(root: ShapeSchema, definition?: string) {
    this.#root = root;
    const start = definition === undefined ? root : root.$defs?.[definition];
    if (!start) throw new Error(`The schema does not define ${definition ?? ''}.`);
    this.#start = start;
    this.#schema = start as Schema;
    this.#lookup = dereference(root as Schema);
  }

  /**
   * One fault for each wrong, missing or unknown field, named by its dotted path (empty: the value
   * itself); none where the value is as it must be.
   */
  faultsOf(value: unknown): readonly FieldFault[] {
    const units = this.#unitsOf(value);
    if (!units) return [brokenName];
    const faults = new Map<string, FieldFault>();
    for (const unit of units) {
      const fault = this.#faultOf(unit, value);
      if (fault && !faults.has(fault.field)) faults.set(fault.field, fault);
    }
    return [...faults.values()];
  }

  /** Undefined where a field's name is half a surrogate pair, which the validator cannot write. */
  #unitsOf(value: unknown): readonly OutputUnit[] | undefined {
    try {
      return validate(value, this.#schema, draft, this.#lookup, false).errors;
    } catch (cause) {
      if (cause instanceof URIError) return undefined;
      throw cause;
    }
  }

  #faultOf(unit: OutputUnit, value: unknown): FieldFault | undefined {
    const path = pathOf(unit.instanceLocation);
    if (unit.keyword === 'required') {
      const name = /"(.*)"/s.exec(unit.error)?.[1] ?? '';
      const expected = expectedWords(this.#schemaAt([...path, name]));
      return { field: [...path, name].join('.'), problem: 'is missing', expected };
    }
    if (unit.keyword === 'false') {
      const known = Object.keys(this.#schemaAt(path.slice(0, -1)).properties ?? {});
      const expected = `only ${known.join(', ')}`;
      return { field: path.join('.'), problem: 'is not a known field', expected };
    }
    const name = (path.at(-1) ?? 'value').replaceAll('_', ' ');
    const problem = problemWords(unit.keyword, valueAt(value, path), name);
    if (problem === undefined) return undefined;
    return { field: path.join('.'), problem, expected: expectedWords(this.#schemaAt(path)) };
  }

  #schemaAt(path: readonly string[]): ShapeSchema {
    return path.reduce<ShapeSchema>(
      (schema, part) => this.#resolved(schema.items ?? schema.properties?.[part] ?? {}),
      this.#resolved(this.#start),
    );
  }

  #resolved(schema: ShapeSchema): ShapeSchema {
    if (schema.$ref === undefined) return schema;
    const name = schema.$ref.split('/').at(-1) ?? '';
    return { ...this.#root.$defs?.[name], ...schema };
  }
}
