import type { Map } from 'maplibre-gl';
import { WEAPONS, type Weapon } from '../core/records/incident.ts';
import { HALT_SIGN, WEAPON_SIGNS } from '../core/model/signs.ts';
import type { Palette } from './palette.ts';

const PIXEL_RATIO = 2;
const SIGN_GRID = 16;

/** Side of the transparent square that keeps other labels off a mark, in CSS pixels. */
export const ROOM_SIDE = 64;
/** Side of the drawn square of a halt mark at icon size 1, in CSS pixels. */
export const SQUARE_SIDE = 32;

/** `isOnColor`: the sign is on the full colour of a layer, not on paper. */
export const signImage = (weapon: Weapon | null, isOnColor: boolean): string =>
  `sign-${weapon ?? 'halt'}-${isOnColor ? 'light' : 'dark'}`;

function drawn(
  side: number,
  draw: (pen: CanvasRenderingContext2D) => void,
): { width: number; height: number; data: Uint8ClampedArray } {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side * PIXEL_RATIO;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('The browser provides no 2D drawing context for the signs of the map.');
  pen.scale(PIXEL_RATIO, PIXEL_RATIO);
  draw(pen);
  const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
  return { width: canvas.width, height: canvas.height, data };
}

function sign(path: string, fill: string): ReturnType<typeof drawn> {
  return drawn(SIGN_GRID, (pen) => {
    pen.fillStyle = fill;
    pen.fill(new Path2D(path), 'evenodd');
  });
}

const hatch = (color: string): ReturnType<typeof drawn> =>
  drawn(8, (pen) => {
    pen.strokeStyle = color;
    pen.lineWidth = 0.8;
    pen.beginPath();
    for (const at of [-8, 0, 8]) {
      pen.moveTo(at, 8);
      pen.lineTo(at + 8, 0);
    }
    pen.stroke();
  });

const placeDot = ({ label, labelHalo }: Palette): ReturnType<typeof drawn> =>
  drawn(8, (pen) => {
    pen.beginPath();
    pen.arc(4, 4, 1.9, 0, 2 * Math.PI);
    pen.fillStyle = labelHalo;
    pen.fill();
    pen.strokeStyle = label;
    pen.lineWidth = 1.1;
    pen.stroke();
  });

/** Adds every image of the style, or repaints it in another theme's colours. */
export function addImages(map: Map, palette: Palette): void {
  const put = (id: string, image: ReturnType<typeof drawn>): void => {
    if (map.hasImage(id)) map.updateImage(id, image);
    else map.addImage(id, image, { pixelRatio: PIXEL_RATIO });
  };
  put('hatch', hatch(palette.hatch));
  put('place-dot', placeDot(palette));
  put(
    'room',
    drawn(ROOM_SIDE, () => undefined),
  );
  palette.layers.forEach((color, styleIndex) => {
    const edge = 1.4;
    put(
      `square-${styleIndex}`,
      drawn(SQUARE_SIDE, (pen) => {
        pen.fillStyle = palette.region;
        pen.fillRect(0, 0, SQUARE_SIDE, SQUARE_SIDE);
        pen.fillStyle = color;
        pen.fillRect(edge, edge, SQUARE_SIDE - 2 * edge, SQUARE_SIDE - 2 * edge);
      }),
    );
  });
  for (const weapon of [...WEAPONS, null]) {
    const path = weapon === null ? HALT_SIGN : WEAPON_SIGNS[weapon];
    put(signImage(weapon, true), sign(path, palette.region));
    put(signImage(weapon, false), sign(path, palette.ink));
  }
}
