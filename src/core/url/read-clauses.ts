import { readShape } from '../filters/area-text.ts';
import { clauseKey, MAX_CLAUSES, MAX_VALUES, type Clause } from '../filters/clause.ts';
import type { Filter } from '../filters/filter.ts';
import { DAY, readIsoText } from '../time/minute.ts';
import { OR_NOT_GIVEN } from './write-clauses.ts';

const MAX_LETTERS = 200;
/** Of all clauses as they are written, and of the name of a column. */
const MAX_WRITTEN = 200_000;
export const MAX_NAME = 2_000;

const ESCAPED = /~([0-9a-f]{1,6})\./gi;

export function readText(text: string): string {
  return text.replace(ESCAPED, (all, code: string) => {
    const point = Number.parseInt(code, 16);
    return point <= 0x10_ffff ? String.fromCodePoint(point) : all;
  });
}

const NUMBER = /^-?\d{1,22}(?:\.\d{1,22})?(?:e[+-]?\d{1,3})?$/i;

/** Undefined: no bound; `NaN`: it cannot be read. */
function readBound(text: string): number | undefined {
  if (text === '') return undefined;
  const written = readText(text);
  const number = NUMBER.test(written) ? Number(written) : NaN;
  // One that is too large for a number would be another in the key of a filter.
  return Number.isFinite(number) ? number : NaN;
}

function readClock(text: string): number | undefined {
  const [, hour = '', minute = ''] = /^(\d\d):(\d\d)$/.exec(text) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  return hour !== '' && Number(minute) < 60 && minutes < DAY ? minutes : undefined;
}

function readClause(kind: string, parts: readonly string[]): Clause | undefined {
  const [first = '', second = '', third = '', ...rest] = parts;
  const field = readText(first);
  if (field.length > MAX_NAME) return undefined;
  const isShort = (text: string): boolean => text.length <= MAX_LETTERS;
  switch (kind) {
    case 'values': {
      const all = parts.slice(1);
      const excluded = all
        .filter((one) => one.startsWith('!'))
        .map((one) => readText(one.slice(1)));
      const values = all.filter((one) => !one.startsWith('!')).map(readText);
      const isValid = field !== '' && all.length > 0 && all.length <= MAX_VALUES;
      return isValid ? { kind, field, values, excluded } : undefined;
    }
    case 'range': {
      const dates = [second, third].map((text) => readIsoText(readText(text)));
      const isDate = dates.some((date) => date !== undefined);
      const [from, to] = isDate ? dates : [readBound(second), readBound(third)];
      if (isDate && [second, third].some((text, at) => text !== '' && dates[at] === undefined))
        return undefined;
      const isBounded = from !== undefined || to !== undefined || rest.length > 0;
      const isNumeric = !Number.isNaN(from) && !Number.isNaN(to);
      const isKnown = rest.length === 0 || (rest.length === 1 && rest[0] === OR_NOT_GIVEN);
      if (field === '' || !isBounded || !isNumeric || !isKnown) return undefined;
      return { kind, field, from, to, orNotGiven: rest.length > 0, ...(isDate ? { isDate } : {}) };
    }
    case 'contains': {
      const text = readText(second);
      const isValid = field !== '' && parts.length === 2 && text.trim() !== '' && isShort(text);
      return isValid ? { kind, field, text } : undefined;
    }
    case 'hours': {
      const [from, to] = [readClock(first), readClock(second)];
      if (from === undefined || to === undefined || from === to || parts.length > 2)
        return undefined;
      return { kind, field: 'hours', from, to };
    }
    case 'area': {
      const shapes = parts.slice(0, MAX_VALUES).flatMap((one) => readShape(readText(one)) ?? []);
      return shapes.length === parts.length ? { kind, field: 'area', shapes } : undefined;
    }
    default:
      return undefined;
  }
}

/** The clauses of a text; undefined where any of them cannot be read, or two have one key: half a filter would show other records than were meant. */
export function readClauses(text: string): Filter | undefined {
  const clauses: Clause[] = [];
  const keys = new Set<string>();
  if (text.length > MAX_WRITTEN) return undefined;
  let rest = text;
  while (rest !== '' && clauses.length < MAX_CLAUSES) {
    const [all = '', kind = '', parts = ''] = /^([a-z]{1,20})\(([^()]*)\)/.exec(rest) ?? [];
    const clause = all === '' ? undefined : readClause(kind, parts.split(','));
    if (!clause || keys.has(clauseKey(clause))) return undefined;
    keys.add(clauseKey(clause));
    clauses.push(clause);
    rest = rest.slice(all.length);
  }
  return rest === '' && clauses.length > 0 ? clauses : undefined;
}
