import { columnOfField } from '../fields/field-key.ts';
import {
  clauseOf,
  hiddenLayers,
  knownBeforeOf,
  searchTextOf,
  type Filter,
} from '../filters/filter.ts';
import { ROW_FILTER_NAMES } from '../filters/row-filters.ts';
import type { SortedBy } from '../index/table-sort.ts';
import { TARGETS } from '../records/incident.ts';
import { DAY, isoText } from '../time/minute.ts';
import { writeCompared } from './compared-text.ts';
import { isEncodedAgain } from './encoded-again.ts';
import type { QueryParameters } from './query-parameters.ts';
import {
  OPENING_VIEW,
  type Camera,
  type GroupKey,
  type PanelState,
  type ViewState,
} from './view-state.ts';
import { escapeText, writeClauses } from './write-clauses.ts';

/** In place of the names of layers where all are off. */
export const NO_TARGETS = 'none';
/** Only what the map shows. */
export const ONLY_SEEN = 'seen';
/** What governorates are shaded by. */
export const SHARES = 'shares';

const writeCamera = (camera: Camera): string =>
  [camera.zoom.toFixed(2), camera.lat.toFixed(4), camera.lon.toFixed(4)].join('/');

function writeGroup(group: GroupKey): string {
  if (group.kind === 'area') return `area:${group.name}`;
  const mark = `mark:${group.zoom}:${group.incident}`;
  return group.place === undefined ? mark : `${mark}:${group.place}`;
}

/** The layers that are on, where any is off. */
function writeTargets(filter: Filter): string | undefined {
  const hidden = hiddenLayers(filter);
  const on = TARGETS.filter((target) => !hidden.has(target));
  return on.length === TARGETS.length ? undefined : on.join(',') || NO_TARGETS;
}

function writeOnly(filter: Filter): string | undefined {
  const names = clauseOf(filter, 'only')?.names ?? [];
  const seen = clauseOf(filter, 'viewport') ? [ONLY_SEEN] : [];
  return (
    [...seen, ...ROW_FILTER_NAMES.filter((name) => names.includes(name))].join(',') || undefined
  );
}

/** The midnight that begins the day as known on which everything is shown. */
function writeKnown(filter: Filter): string | undefined {
  const before = knownBeforeOf(filter);
  return before === undefined ? undefined : isoText(before - DAY);
}

function writeList({ isListOpen, isTable }: PanelState): string | undefined {
  if (!isListOpen) return undefined;
  return isTable ? 'table' : 'open';
}

const writeSort = ({ column, isDescending }: SortedBy): string =>
  `${isDescending ? '-' : ''}${escapeText(column)}`;

/** A search that looks like an encoded text is encoded, so that reading does not decode it once too often. */
const writeText = (text: string): string =>
  isEncodedAgain(text) ? encodeURIComponent(text) : text;

/**
 * What differs from `OPENING_VIEW`, as the parts of a query in a fixed order. Parts of any text come
 * first: the last value should survive the punctuation of a sentence that the link is written in.
 */
export function writeViewUrl(view: ViewState): QueryParameters {
  const { window, panel, filter, sort } = view;
  const isByColumn = sort && columnOfField(sort.column) !== undefined;
  const all: (readonly [string, string | undefined])[] = [
    ['q', writeText(searchTextOf(filter)) || undefined],
    ['filter', writeClauses(filter)],
    ['group', panel.group && writeText(writeGroup(panel.group))],
    ['id', panel.incident],
    ['source', panel.report === undefined ? undefined : String(panel.report + 1)],
    ['list', writeList(panel)],
    ['sort', sort && !isByColumn ? writeSort(sort) : undefined],
    ['dock', view.dock],
    ['from', window && isoText(window.from)],
    ['to', window && isoText(window.to)],
    ['vs', view.compared && writeCompared(view.compared)],
    ['layers', writeTargets(filter)],
    ['only', writeOnly(filter)],
    ['known', writeKnown(filter)],
    ['color', view.scheme === OPENING_VIEW.scheme ? undefined : view.scheme],
    ['shade', view.areSharesShaded ? SHARES : undefined],
    ['map', view.camera && writeCamera(view.camera)],
    ['mode', view.mode === OPENING_VIEW.mode ? undefined : view.mode],
    ['own', writeClauses(view.own)],
    ['order', isByColumn ? writeSort(sort) : undefined],
  ];
  return new Map(all.flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])));
}
