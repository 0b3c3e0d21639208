import type { Clause } from '../filters/clause.ts';
import { filterOf, type Filter } from '../filters/filter.ts';
import { ROW_FILTER_NAMES } from '../filters/row-filters.ts';
import { COLOR_SCHEMES, type ColorScheme } from '../records/color-scheme.ts';
import { TARGETS, type Target } from '../records/incident.ts';
import { DAY, readIsoText, type Minute } from '../time/minute.ts';
import { isStorable } from '../time/storable-range.ts';
import type { TimeRange } from '../time/time-range.ts';
import { readCompared } from './compared-text.ts';
import { decodedAgain } from './encoded-again.ts';
import type { InvalidParameter } from './invalid-parameter.ts';
import type { QueryParameters } from './query-parameters.ts';
import { readClauses } from './read-clauses.ts';
import { isKnownParameter, isTracking } from './read-query.ts';
import { readOrder, readSort } from './read-sort.ts';
import {
  DOCK_TABS,
  OPENING_VIEW,
  TIME_MODES,
  type Camera,
  type GroupKey,
  type PanelState,
  type TimeMode,
  type ViewState,
} from './view-state.ts';
import { NO_TARGETS, ONLY_SEEN } from './write-view-url.ts';

export type ReadViewUrl = {
  readonly view: ViewState;
  readonly unread: readonly InvalidParameter[];
};

/** The first 200 code points: a cut through one would be no text. */
const WHOLE_LETTERS = /^.{0,200}/su;
const ID = /^[a-z0-9][a-z0-9-]{0,120}$/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

function readCamera(text: string): Camera | undefined {
  const parts = text.split('/');
  if (parts.length !== 3 || !parts.every((part) => NUMBER.test(part))) return undefined;
  const [zoom = NaN, lat = NaN, lon = NaN] = parts.map(Number);
  const isOnEarth = zoom >= -2 && zoom <= 24 && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  return isOnEarth ? { zoom, lat, lon } : undefined;
}

function readGroup(text: string): GroupKey | undefined {
  const [kind, first = '', second = '', ...rest] = text.split(':');
  if (kind === 'area' && first !== '') return { kind, name: text.slice('area:'.length) };
  if (kind === 'mark' && NUMBER.test(first) && ID.test(second))
    return {
      kind,
      zoom: Number(first),
      incident: second,
      ...(rest.length > 0 ? { place: rest.join(':') } : {}),
    };
  return undefined;
}

/** Returns the layers that a list leaves off, and its unknown names as one text. */
function readTargets(text: string): readonly [hidden: readonly Target[], rest: string] {
  if (text === NO_TARGETS) return [TARGETS, ''];
  const asked = text.split(',');
  const known = TARGETS.filter((target) => asked.includes(target));
  const rest = asked.filter((name) => !known.some((target) => target === name));
  const hidden = TARGETS.filter((target) => !known.includes(target));
  return [known.length > 0 ? hidden : [], rest.join(',')];
}

function readWindow(from: string, to: string): TimeRange | undefined {
  const span = { from: readIsoText(from), to: readIsoText(to) };
  if (span.from === undefined || span.to === undefined || span.from >= span.to) return undefined;
  return { from: span.from, to: span.to };
}

/** A whole day: what was known at a time of day is not known. */
function readDay(text: string): Minute | undefined {
  const minute = readIsoText(text);
  const isDay = minute !== undefined && minute % DAY === 0;
  return isDay && isStorable({ from: minute, to: minute + DAY }) ? minute : undefined;
}

const isRowFilter = (text: string): boolean => ROW_FILTER_NAMES.some((name) => name === text);

const readScheme = (text: string): ColorScheme | undefined =>
  COLOR_SCHEMES.find((scheme) => scheme === text);

const readMode = (text: string): TimeMode | undefined => TIME_MODES.find((mode) => mode === text);

const readId = (text: string): string | undefined => (ID.test(text) ? text : undefined);

/** How the list of all records is open: as cards or as a table. */
const LISTS = ['open', 'table'] as const;

/** Report numbers start at 1 in URLs. */
const readReport = (text: string): number | undefined =>
  /^[1-9]\d{0,2}$/.test(text) ? Number(text) - 1 : undefined;

/** The text of clauses has no percent sign, unless the link was encoded once too often. */
const readWrittenClauses = (text: string): Filter | undefined => readClauses(decodedAgain(text));

/** Shortens an unknown name or value for display. */
const shortened = (text: string): string => WHOLE_LETTERS.exec(text)?.[0] ?? '';

/** Returns the unknown parameters, without those that trackers add (`utm_source`). */
const unknownParts = (parts: QueryParameters): readonly InvalidParameter[] =>
  [...parts]
    .filter(([name]) => !isKnownParameter(name) && !isTracking(name))
    .map(([name, text]) => ({ part: shortened(name), text: shortened(text) }));

/** Reads a URL one parameter at a time; those that cannot be read are left out and listed. */
export function readViewUrl(parts: QueryParameters): ReadViewUrl {
  const unread: InvalidParameter[] = [...unknownParts(parts)];
  const read = <Value>(part: string, reader: (text: string) => Value | undefined) => {
    const text = parts.get(part);
    if (text === undefined) return undefined;
    const value = reader(text);
    if (value === undefined) unread.push({ part, text });
    return value;
  };
  const window = (): TimeRange | undefined => {
    const from = parts.get('from');
    const to = parts.get('to');
    if (from === undefined && to === undefined) return undefined;
    const span = readWindow(from ?? '', to ?? '');
    if (!span) unread.push({ part: 'from, to', text: `${from ?? ''} … ${to ?? ''}` });
    return span;
  };
  const hidden = (): readonly Target[] => {
    const text = parts.get('layers');
    if (text === undefined) return [];
    const [off, rest] = readTargets(text);
    if (rest !== '') unread.push({ part: 'layers', text: rest });
    return off;
  };
  const only = parts.get('only')?.split(',') ?? [];
  const unknown = only.filter((one) => one !== ONLY_SEEN && !isRowFilter(one)).join(',');
  if (unknown !== '' || (only.length > 0 && only.every((one) => one === '')))
    unread.push({ part: 'only', text: unknown });
  const incident = read('id', readId);
  const report = read('source', readReport);
  if (report !== undefined && incident === undefined)
    unread.push({ part: 'source', text: parts.get('source') ?? '' });
  const list = read('list', (text) => LISTS.find((one) => one === text));
  const panel: PanelState = {
    isListOpen: list !== undefined,
    ...(list === 'table' ? { isTable: true } : {}),
    group: read('group', (text) => readGroup(decodedAgain(text))),
    incident,
    report: incident === undefined ? undefined : report,
  };
  const sort = read('sort', readSort);
  const order = read('order', (written) => readOrder(decodedAgain(written)));
  if (list !== 'table')
    for (const [part, by] of [['sort', sort] as const, ['order', order] as const])
      if (by) unread.push({ part, text: parts.get(part) ?? '' });
  const range = window();
  const mode = read('mode', readMode) ?? OPENING_VIEW.mode;
  const seen: Clause = { kind: 'viewport', field: 'view' };
  const off = hidden();
  const text = read('q', (written) => WHOLE_LETTERS.exec(decodedAgain(written))?.[0]);
  const day = read('known', readDay);
  const filter: Filter = [
    ...filterOf({
      hidden: off,
      text: text ?? '',
      only: ROW_FILTER_NAMES.filter((name) => only.includes(name)),
      knownBefore: day === undefined ? undefined : day + DAY,
    }),
    ...(only.includes(ONLY_SEEN) ? [seen] : []),
    ...(read('filter', readWrittenClauses) ?? []),
  ];
  const view: ViewState = {
    window: range,
    compared: read('vs', readCompared),
    mode,
    filter,
    own: read('own', readWrittenClauses) ?? [],
    scheme: read('color', readScheme) ?? OPENING_VIEW.scheme,
    camera: read('map', readCamera),
    panel,
    sort: list === 'table' ? (order ?? sort) : undefined,
    dock: read('dock', (written) => DOCK_TABS.find((one) => one === written)),
  };
  return { view, unread };
}
