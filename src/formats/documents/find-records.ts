import { isObject } from '../geojson/read-json.ts';
import { isFeature, isGeometry } from './feature-cells.ts';
import type { FoundRecords } from './found-records.ts';
import { isTopology, topologyRecords } from './topology-records.ts';

type NamedList = { readonly name: string; readonly list: readonly unknown[] };

/** How many objects deep a list of records is looked for: `{response: {data: […]}}` is two. */
const MOST_LEVELS = 3;

function listsInside(value: unknown, before = '', level = 1): readonly NamedList[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inside]): readonly NamedList[] => {
    if (Array.isArray(inside)) {
      const list: readonly unknown[] = inside;
      return list.some(isObject) ? [{ name: before + key, list }] : [];
    }
    return level < MOST_LEVELS ? listsInside(inside, `${before}${key}.`, level + 1) : [];
  });
}

const formatOf = (records: readonly unknown[]): FoundRecords['format'] =>
  records.some(isFeature) ? 'geojson' : 'json';

const only = (format: FoundRecords['format'], records: readonly unknown[]): FoundRecords => ({
  format,
  records,
  member: undefined,
  otherLists: 0,
});

/**
 * A FeatureCollection's features, the largest object of a TopoJSON document, a Feature or geometry by itself, a list of objects, or the longest
 * list of objects inside an object. Undefined where there is none.
 */
export function findRecords(document: unknown): FoundRecords | undefined {
  if (isFeature(document) || isGeometry(document)) return only('geojson', [document]);
  if (isTopology(document)) return topologyRecords(document);
  if (isObject(document) && document['type'] === 'FeatureCollection') {
    const { features } = document;
    return Array.isArray(features) ? only('geojson', features as unknown[]) : undefined;
  }
  if (Array.isArray(document)) {
    const records: readonly unknown[] = document;
    if (records.length > 0 && !records.some(isObject)) return undefined;
    return only(formatOf(records), records);
  }
  const lists = listsInside(document);
  const longest = lists.reduce<NamedList | undefined>(
    (best, one) => (best && best.list.length >= one.list.length ? best : one),
    undefined,
  );
  if (!longest) return undefined;
  return {
    format: formatOf(longest.list),
    records: longest.list,
    member: longest.name,
    otherLists: lists.length - 1,
  };
}
