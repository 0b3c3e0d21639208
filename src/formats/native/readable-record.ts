import type { FieldFault } from './field-fault.ts';
import { isObject } from '../source/is-object.ts';

/** What can be read of a record with faults: any part may be missing, what is there is sound. */
export type Readable<Value> = Value extends readonly (infer Item)[]
  ? readonly (Readable<Item> | undefined)[]
  : Value extends object
    ? { readonly [Key in keyof Value]?: Readable<Value[Key]> | undefined }
    : Value;

function withoutFields(value: unknown, field: string, faulty: ReadonlySet<string>): unknown {
  if (faulty.has(field)) return undefined;
  const inner = (name: string): string => (field === '' ? name : `${field}.${name}`);
  if (Array.isArray(value))
    return value.map((item, i) => withoutFields(item, inner(String(i)), faulty));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, withoutFields(part, inner(name), faulty)]),
  );
}

/** The value without its faulty fields; sound where `faults` are all that a shape check found. */
export function readablePart<Value>(
  value: unknown,
  faults: readonly FieldFault[],
): Readable<Value> | undefined {
  return withoutFields(value, '', new Set(faults.map(({ field }) => field))) as
    Readable<Value> | undefined;
}
