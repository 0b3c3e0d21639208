import { fromGeojsonVt } from '@maplibre/vt-pbf';

export const tileExtent = 4096;

export type TileProperties = Readonly<Record<string, string | number | undefined>>;

/** The numbers of the vector tile specification. */
type GeometryType = 1 | 2 | 3;

interface TileFeature {
  readonly type: GeometryType;
  readonly tags: TileProperties;
  /** Of each part x, y, x, y…: points of their own would take most of the memory. */
  readonly parts: (readonly number[])[];
}

/** In the order of drawing. */
export const layerNames = ['earth', 'admin1', 'river', 'border', 'label', 'place'] as const;

export type LayerName = (typeof layerNames)[number];

/** What is in one tile. Geometries of the same layer with the same properties are one feature. */
export class VectorTile {
  readonly #layers = new Map<LayerName, Map<string, TileFeature>>();

  addLine(layer: LayerName, tags: TileProperties, xy: readonly number[]): void {
    this.#featureOf(layer, 2, tags, 0).parts.push(xy);
  }

  /**
   * Rings must be wound as outer rings: each is a polygon of its own. Those of one depth are one feature, drawn
   * over those that were added before.
   */
  addRing(layer: LayerName, tags: TileProperties, xy: readonly number[], depth: number): void {
    this.#featureOf(layer, 3, tags, depth).parts.push(xy);
  }

  addPoint(layer: LayerName, tags: TileProperties, x: number, y: number): void {
    const features = this.#featuresOf(layer);
    features.set(`${features.size}`, { type: 1, tags, parts: [[x, y]] });
  }

  encode(): Uint8Array {
    const layers = layerNames.flatMap((name) => {
      const features = [...(this.#layers.get(name)?.values() ?? [])];
      return features.length > 0 ? [[name, { features: features.map(encodable) }] as const] : [];
    });
    // The encoder reads features only, of all that a tile of geojson-vt has.
    const tile = Object.fromEntries(layers) as unknown as Parameters<typeof fromGeojsonVt>[0];
    return fromGeojsonVt(tile, { version: 2, extent: tileExtent });
  }

  #featuresOf(layer: LayerName): Map<string, TileFeature> {
    const features = this.#layers.get(layer) ?? new Map<string, TileFeature>();
    this.#layers.set(layer, features);
    return features;
  }

  #featureOf(
    layer: LayerName,
    type: GeometryType,
    tags: TileProperties,
    depth: number,
  ): TileFeature {
    const features = this.#featuresOf(layer);
    const key = `${depth} ${JSON.stringify(tags)}`;
    const feature = features.get(key) ?? { type, tags, parts: [] };
    features.set(key, feature);
    return feature;
  }
}

function encodable({ type, tags, parts }: TileFeature): object {
  const lines = parts.map(pointsOf);
  if (type === 1) return { type, tags, geometry: lines.flat() };
  // The encoder expects closed rings, and leaves the repeated point out.
  const geometry = type === 3 ? lines.map((ring) => [...ring, ...ring.slice(0, 1)]) : lines;
  return { type, tags, geometry };
}

function pointsOf(xy: readonly number[]): number[][] {
  const points: number[][] = [];
  for (let index = 0; index < xy.length; index += 2) {
    points.push([xy[index] ?? NaN, xy[index + 1] ?? NaN]);
  }
  return points;
}
