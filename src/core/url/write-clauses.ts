import { isFieldClause, type FieldClause } from '../filters/clause.ts';
import type { Filter } from '../filters/filter.ts';
import { writeShape } from '../filters/write-shape.ts';
import { isoText } from '../time/minute.ts';

/** Signs that mean something in the text of a clause, or at the end of a link in a sentence. */
const RESERVED = /[~,()!%&;#+=?"'<>\\[\]{}|^`\p{C}]/gu;

export const escapeText = (text: string): string =>
  text.replace(RESERVED, (sign) => `~${(sign.codePointAt(0) ?? 0).toString(16)}.`);

/** Ends a range that records without a number pass too. */
export const OR_NOT_GIVEN = 'or-not-given';

const writeBound = (bound: number | undefined, isDate = false): string =>
  bound === undefined ? '' : escapeText(isDate ? isoText(bound) : String(bound));

const clockText = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

function writeClause(clause: FieldClause): string {
  const write = (...parts: readonly string[]): string => `${clause.kind}(${parts.join(',')})`;
  switch (clause.kind) {
    case 'values':
      return write(
        escapeText(clause.field),
        ...clause.values.map(escapeText),
        ...clause.excluded.map((one) => `!${escapeText(one)}`),
      );
    case 'range':
      return write(
        escapeText(clause.field),
        writeBound(clause.from, clause.isDate),
        writeBound(clause.to, clause.isDate),
        ...(clause.orNotGiven ? [OR_NOT_GIVEN] : []),
      );
    case 'contains':
      return write(escapeText(clause.field), escapeText(clause.text));
    case 'hours':
      return write(clockText(clause.from), clockText(clause.to));
    case 'area':
      return write(...clause.shapes.map((shape) => escapeText(writeShape(shape))));
  }
}

/**
 * The text of the clauses that no other part of an address has; undefined without any:
 *
 *     values(weapon,drone,!rocket)range(killed,1,)hours(18:00,06:00)
 */
export const writeClauses = (filter: Filter): string | undefined =>
  filter.filter(isFieldClause).map(writeClause).join('') || undefined;
