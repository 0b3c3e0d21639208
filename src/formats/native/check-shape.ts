import {
  dereference,
  validate,
  type OutputUnit,
  type Schema,
  type SchemaDraft,
} from '@cfworker/json-schema';
import type {
  Expectation,
  ExpectedType,
  RecordProblem,
} from '../../core/records/record-problem.ts';
import { isObject } from '../source/is-object.ts';
import { shown, type FieldFault } from './field-fault.ts';
import { resolved, startOf, type Shape, type ShapeSchema } from './matches-shape.ts';

const draft: SchemaDraft = '2020-12';

const brokenName: FieldFault = {
  field: '',
  problem: { kind: 'broken-name' },
  expected: { kind: 'whole-names' },
};

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

function typeProblem(value: unknown): RecordProblem {
  if (value === null) return { kind: 'null' };
  if (Array.isArray(value)) return { kind: 'list' };
  if (typeof value === 'object') return { kind: 'object' };
  return { kind: 'type', value: shown(value), type: typeof value };
}

function expectedType(type: string, schema: ShapeSchema): ExpectedType {
  const { minimum, maximum, minItems = 0, required = [] } = schema;
  switch (type) {
    case 'number':
    case 'integer': {
      const isBounded = minimum !== undefined && maximum !== undefined;
      return { kind: type, range: isBounded ? [minimum, maximum] : undefined };
    }
    case 'array':
      return { kind: 'list', atLeast: minItems };
    case 'object':
      return { kind: 'object', fields: required };
    default:
      return { kind: 'other', name: type };
  }
}

function expectationOf(schema: ShapeSchema): Expectation {
  if (schema.expects !== undefined) return { kind: schema.expects };
  if (schema.title !== undefined) return { kind: 'described', text: schema.title };
  if (schema.const !== undefined) return { kind: 'value', value: JSON.stringify(schema.const) };
  if (schema.enum) return { kind: 'one-of', values: schema.enum.map(String) };
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  return { kind: 'types', types: types.map((type) => expectedType(type, schema)) };
}

function problemOf(keyword: string, value: unknown, field: string): RecordProblem | undefined {
  switch (keyword) {
    case 'type':
      return typeProblem(value);
    case 'const':
    case 'enum':
      return { kind: 'unknown-value', value: shown(value), field };
    case 'pattern':
    case 'minLength':
      if (value === '') return { kind: 'empty' };
      if (typeof value === 'string' && value.trim() === '')
        return { kind: 'blank', value: shown(value) };
      return { kind: 'form', value: shown(value) };
    case 'minItems':
    case 'maxItems':
      return { kind: 'length', length: Array.isArray(value) ? value.length : 0 };
    case 'minimum':
      return { kind: 'too-small', value: shown(value) };
    case 'maximum':
      return { kind: 'too-large', value: shown(value) };
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

  constructor(shape: Shape) {
    this.#root = shape.root;
    this.#start = startOf(shape);
    this.#schema = this.#start as Schema;
    this.#lookup = dereference(shape.root as Schema);
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
      const expected = expectationOf(this.#schemaAt([...path, name]));
      return { field: [...path, name].join('.'), problem: { kind: 'missing' }, expected };
    }
    if (unit.keyword === 'false') {
      const fields = Object.keys(this.#schemaAt(path.slice(0, -1)).properties ?? {});
      const expected = { kind: 'only-fields', fields } as const;
      return { field: path.join('.'), problem: { kind: 'unknown-field' }, expected };
    }
    // A name that the file chose, such as an id, does not say what its value is.
    const isChosen = isObject(this.#schemaAt(path.slice(0, -1)).additionalProperties);
    const name = isChosen ? 'value' : (path.at(-1) ?? 'value').replaceAll('_', ' ');
    const problem = problemOf(unit.keyword, valueAt(value, path), name);
    if (problem === undefined) return undefined;
    return { field: path.join('.'), problem, expected: expectationOf(this.#schemaAt(path)) };
  }

  #schemaAt(path: readonly string[]): ShapeSchema {
    return path.reduce<ShapeSchema>((schema, part) => {
      const { items, properties, additionalProperties: others } = schema;
      const anyOther = typeof others === 'object' ? others : {};
      return this.#resolved(items ?? properties?.[part] ?? anyOther);
    }, this.#resolved(this.#start));
  }

  #resolved(schema: ShapeSchema): ShapeSchema {
    return resolved(schema, this.#root);
  }
}
