import { feature } from 'topojson-client';
import type { GeometryObject, Topology } from 'topojson-specification';
import { isObject } from '../source/is-object.ts';
import { listTable, type FoundRecords } from './found-records.ts';

type Named = { readonly name: string; readonly geometries: readonly unknown[] };

/** A Feature with its arcs as coordinates; undefined, a broken row, where they are not in the file. */
function featureOf(topology: Topology, geometry: unknown): unknown {
  if (!isObject(geometry)) return undefined;
  try {
    return feature(topology, geometry as unknown as GeometryObject);
  } catch {
    return undefined;
  }
}

export const isTopology = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isObject(value) && value['type'] === 'Topology' && isObject(value['objects']);

/**
 * The records of a TopoJSON document (https://github.com/topojson/topojson-specification): the
 * geometries of its largest object; undefined where it has none. Their arcs are positions in a list that all of them share, so they
 * are decoded first: taken as coordinates they would be places that nobody named.
 */
export function topologyRecords(
  document: Readonly<Record<string, unknown>>,
): FoundRecords | undefined {
  const objects = Object.entries(document['objects'] as object).map(([name, object]): Named => {
    const geometries = isObject(object) ? object['geometries'] : undefined;
    return { name, geometries: Array.isArray(geometries) ? geometries : [object] };
  });
  const largest = objects.reduce<Named | undefined>(
    (best, one) => (best && best.geometries.length >= one.geometries.length ? best : one),
    undefined,
  );
  if (!largest) return undefined;
  const topology = {
    ...document,
    arcs: Array.isArray(document['arcs']) ? document['arcs'] : [],
  } as unknown as Topology;
  return {
    ...listTable(
      'geojson',
      largest.geometries.map((one) => featureOf(topology, one)),
    ),
    member: largest.name,
    otherLists: objects.length - 1,
  };
}
