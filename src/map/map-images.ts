import type { Map } from 'maplibre-gl';
import { WEAPONS, type Weapon } from '../core/records/incident.ts';
import { HALT_SIGN, WEAPON_SIGNS } from '../core/model/signs.ts';
import type { Palette } from './palette.ts';

const PIXEL_RATIO = 2;
const SIGN_GRID = 16;

/** Side of the transparent square that keeps other labels off a mark, in CSS pixels. */
export const ROOM_SIDE = 64;

/** What a sign lies on: the full colour of a layer, paper, or its left half on the colour. */
const SIGN_GROUNDS = ['color', 'paper', 'half'] as const;
export type SignGround = (typeof SIGN_GROUNDS)[number];

export const signImage = (weapon: Weapon | null, ground: SignGround): string =>
  `sign-${weapon ?? 'halt'}-${ground}`;

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

function sign(path: string, left: string, right: string): ReturnType<typeof drawn> {
  return drawn(SIGN_GRID, (pen) => {
    pen.fillStyle = left;
    pen.fill(new Path2D(path), 'evenodd');
    pen.globalCompositeOperation = 'source-atop';
    pen.fillStyle = right;
    pen.fillRect(SIGN_GRID / 2, 0, SIGN_GRID / 2, SIGN_GRID);
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
  const { region, ink } = palette;
  const fills: Readonly<Record<SignGround, readonly [left: string, right: string]>> = {
    color: [region, region],
    paper: [ink, ink],
    half: [region, ink],
  };
  for (const weapon of [...WEAPONS, null]) {
    const path = weapon === null ? HALT_SIGN : WEAPON_SIGNS[weapon];
    for (const ground of SIGN_GROUNDS) put(signImage(weapon, ground), sign(path, ...fills[ground]));
  }
}
