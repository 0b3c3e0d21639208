import type { Map } from 'maplibre-gl';
import type { Bounds } from '../core/place/bounds.ts';
import type { MapPicture } from './map-options.ts';
import { pictureBox, type PixelBox } from './picture-box.ts';

/** What is seen of the map and not covered, drawn now; of that the surroundings of `about`, if given. */
export function drawPicture(
  map: Map,
  free: PixelBox,
  about: Bounds | undefined,
): MapPicture | undefined {
  // A WebGL canvas can be read only in the task that drew it.
  map.redraw();
  const source = map.getCanvas();
  const container = map.getContainer();
  const { clientWidth: width, clientHeight: height } = container;
  if (width === 0 || height === 0 || !('OffscreenCanvas' in globalThis)) return undefined;
  const [left, top, right, bottom] = about
    ? [map.project([about.west, about.north]), map.project([about.east, about.south])].flatMap(
        ({ x, y }) => [x, y],
      )
    : [];
  const box = pictureBox(
    { width, height },
    free,
    about && { left: left ?? 0, top: top ?? 0, right: right ?? 0, bottom: bottom ?? 0 },
  );
  const ratio = source.width / width;
  const canvas = new OffscreenCanvas(
    Math.round((box.right - box.left) * ratio),
    Math.round((box.bottom - box.top) * ratio),
  );
  canvas.getContext('2d')?.drawImage(source, -box.left * ratio, -box.top * ratio);
  const bar = container.querySelector<HTMLElement>('.maplibregl-ctrl-scale');
  return {
    canvas,
    width: box.right - box.left,
    height: box.bottom - box.top,
    scale: bar ? { width: Number.parseFloat(bar.style.width), text: bar.textContent } : undefined,
  };
}
