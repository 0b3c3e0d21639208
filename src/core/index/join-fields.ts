import type { FieldKind } from '../fields/field-column.ts';
import type { FieldKey } from '../fields/field-key.ts';
import type { FieldSummary } from './facet.ts';
import type { FieldShare } from './field-share.ts';

const CATEGORIES: ReadonlySet<FieldKind> = new Set(['category', 'boolean']);

/**
 * What a field is that data sets read as different kinds. Only a text is right for all of them then: numbers of
 * one file are no values of another, but all can be searched in. A column without values has no say.
 */
function joinedKind(shares: readonly FieldShare[]): FieldKind {
  const saying = shares.filter(({ given }) => given > 0);
  const kinds = new Set((saying.length > 0 ? saying : shares).map(({ kind }) => kind));
  const [first = 'text'] = kinds;
  if (kinds.size === 1) return first;
  return [...kinds].every((kind) => CATEGORIES.has(kind)) ? 'category' : 'text';
}

function joinShares(shares: readonly FieldShare[], first: FieldShare): FieldSummary {
  const kind = joinedKind(shares);
  const bounds = shares.flatMap((one) => (one.kind === kind ? (one.bounds ?? []) : []));
  return {
    key: first.key,
    column: first.column,
    kind,
    isMultiple: shares.some(({ isMultiple }) => isMultiple),
    given: shares.reduce((sum, { given }) => sum + given, 0),
    distinct: CATEGORIES.has(kind) ? new Set(shares.flatMap(({ values }) => values)).size : 0,
    bounds:
      bounds.length === 0
        ? undefined
        : {
            min: Math.min(...bounds.map(({ min }) => min)),
            max: Math.max(...bounds.map(({ max }) => max)),
            isWhole: bounds.every(({ isWhole }) => isWhole),
          },
  };
}

/** The fields of several data sets by their keys, in the order in which they are first met. */
export function joinFields(parts: readonly (readonly FieldShare[])[]): readonly FieldSummary[] {
  const byKey = new Map<FieldKey, FieldShare[]>();
  for (const share of parts.flat()) {
    const known = byKey.get(share.key);
    if (known) known.push(share);
    else byKey.set(share.key, [share]);
  }
  return [...byKey.values()].flatMap((shares) => {
    const [first] = shares;
    return first ? [joinShares(shares, first)] : [];
  });
}
