import type { GeoJSONSource, Map } from 'maplibre-gl';
import type { Feature } from 'geojson';
import { nearestLongitude } from '../../core/place/longitude.ts';
import type { MapModel, ModelShare } from '../../core/model/map-model.ts';
import type { Box } from '../box.ts';
import { textBox } from '../label-box.ts';
import { extentsOf } from '../mark-extents.ts';
import { filledLater, type MapLayer } from '../map-layer.ts';
import { roomyPoint } from '../roomy-point.ts';
import { sameFeatures } from '../same-features.ts';

const SOURCE = 'share-labels';

const SIZE = 13.5;
const LINE_HEIGHT_EMS = 1.2;
/** A little more than letters are on average. */
const LETTER_EMS = 0.56;

type Label = { readonly lon: number; readonly lat: number; readonly text: string };

export type ShareLabelsLayer = MapLayer & {
  /** The boxes of the labels on screen. */
  boxes(map: Map): readonly Box[];
};

const linesOf = (text: string) =>
  text.split('\n').map((line) => ({
    width: line.length * LETTER_EMS * SIZE,
    height: LINE_HEIGHT_EMS * SIZE,
  }));

const projectIn =
  (map: Map) =>
  (lon: number, lat: number): { readonly x: number; readonly y: number } =>
    map.project([nearestLongitude(lon, map.getCenter().lng), lat]);

const boxOf = (map: Map, { lon, lat, text }: Label): Box =>
  textBox({ ...projectIn(map)(lon, lat), lines: linesOf(text) }, 'center', 0);

/**
 * The numbers of the shaded governorates, written where they cover least of the marks and of the names that are always
 * written.
 *
 * `covers`: the parts of the page that lie over the map; `names`: the boxes of those names.
 */
export function shareLabels(
  shareLabel: (share: ModelShare['shares'][number]) => string,
  covers: () => readonly Box[],
  names: (map: Map) => readonly Box[],
): ShareLabelsLayer {
  let labels: readonly Label[] = [];
  let drawn: readonly Feature[] = [];

  function placed(map: Map, { shares, shapes }: MapModel): readonly Label[] {
    if (shares.length === 0) return [];
    const project = projectIn(map);
    const { clientWidth: right, clientHeight: bottom } = map.getContainer();
    const seen = map.getBounds();
    const room = {
      project,
      seen: [seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth()] as const,
      frame: { left: 0, top: 0, right, bottom },
    };
    const obstacles = [...extentsOf(shapes.view, project), ...names(map), ...covers()];
    return shares.flatMap(({ shape, shares: own }) => {
      const text = own.map(shareLabel).join('\n');
      const lines = linesOf(text);
      const width = Math.max(...lines.map((line) => line.width));
      const height = lines.reduce((sum, line) => sum + line.height, 0);
      const point = roomyPoint(shape, { width, height }, { ...room, obstacles });
      return point ? [{ lon: point[0], lat: point[1], text }] : [];
    });
  }

  function label(map: Map, model: MapModel): void {
    labels = placed(map, model);
    const features = labels.map(({ lon, lat, text }): Feature => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: { text },
    }));
    if (sameFeatures(features, drawn)) return;
    drawn = features;
    void map.getSource<GeoJSONSource>(SOURCE)?.setData({ type: 'FeatureCollection', features });
  }

  return {
    sources: { [SOURCE]: filledLater },
    layers: (palette) => [
      {
        id: 'mapped-share-labels',
        slot: 'labels',
        type: 'symbol',
        source: SOURCE,
        layout: {
          'text-field': ['get', 'text'],
          'text-font': ['Dateline Sans Semibold', 'Dateline Arabic'],
          'text-size': SIZE,
          'text-line-height': LINE_HEIGHT_EMS,
          'text-max-width': 30,
          'text-allow-overlap': true,
        },
        paint: {
          'text-color': palette.ink,
          'text-halo-color': palette.labelHalo,
          'text-halo-width': 2.5,
        },
      },
    ],
    boxes: (map) => labels.map((one) => boxOf(map, one)),
    reads: ['shares', 'shapes'],
    show(map, model, last) {
      if (model.shares !== last?.shares || model.shapes !== last.shapes) label(map, model);
    },
    // What is seen of a governorate, and what covers it, are others.
    moved: label,
  };
}
