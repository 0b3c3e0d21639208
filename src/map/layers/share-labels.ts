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
/** A narrower map has less room between its marks. */
const SMALL_SIZE = 12;
const SMALL_BELOW_WIDTH = 600;
/** A label keeps this far from marks and names, in pixels. */
const GAP = 4;
const LINE_HEIGHT_EMS = 1.2;
/** A little more than letters are on average. */
const LETTER_EMS = 0.56;

type Label = {
  readonly lon: number;
  readonly lat: number;
  readonly text: string;
  readonly size: number;
};

export type ShareLabelsLayer = MapLayer & {
  /** The boxes of the labels on screen. */
  boxes(map: Map): readonly Box[];
};

const linesOf = ({ text, size }: Pick<Label, 'text' | 'size'>) =>
  text.split('\n').map((line) => ({
    width: line.length * LETTER_EMS * size,
    height: LINE_HEIGHT_EMS * size,
  }));

const withGap = ({ left, right, top, bottom }: Box): Box => ({
  left: left - GAP,
  right: right + GAP,
  top: top - GAP,
  bottom: bottom + GAP,
});

const projectIn =
  (map: Map) =>
  (lon: number, lat: number): { readonly x: number; readonly y: number } =>
    map.project([nearestLongitude(lon, map.getCenter().lng), lat]);

const boxOf = (map: Map, label: Label): Box =>
  textBox({ ...projectIn(map)(label.lon, label.lat), lines: linesOf(label) }, 'center', 0);

/**
 * The numbers of the shaded governorates, written where they cover least of the marks and of the names that are always
 * written.
 *
 * `shareLabel`: in one line, and in two for an area that is narrow; `covers`: the parts of the page that lie over the map; `names`: the boxes of those names.
 */
export function shareLabels(
  shareLabel: (share: ModelShare['shares'][number]) => readonly [one: string, two: string],
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
    const size = right < SMALL_BELOW_WIDTH ? SMALL_SIZE : SIZE;
    const marks = extentsOf(shapes.view, project).map(withGap);
    const obstacles = [...names(map), ...covers()].map(withGap);
    return shares.flatMap(({ shape, shares: own }) => {
      const forms = [0, 1].flatMap((form) => {
        const text = own.map((share) => shareLabel(share)[form]).join('\n');
        const lines = linesOf({ text, size });
        const width = Math.max(...lines.map((line) => line.width));
        const height = lines.reduce((sum, line) => sum + line.height, 0);
        const point = roomyPoint(shape, { width, height }, { ...room, marks, obstacles });
        return point ? [{ ...point, text, size }] : [];
      });
      const [best] = forms.toSorted((a, b) => a.cost - b.cost);
      if (best) obstacles.push(withGap(boxOf(map, best)));
      return best ? [best] : [];
    });
  }

  function label(map: Map, model: MapModel): void {
    labels = placed(map, model);
    const features = labels.map(({ lon, lat, text, size }): Feature => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: { text, size },
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
        slot: 'key-names',
        type: 'symbol',
        source: SOURCE,
        layout: {
          'text-field': ['get', 'text'],
          'text-font': ['Dateline Sans Semibold', 'Dateline Arabic'],
          'text-size': ['get', 'size'],
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
