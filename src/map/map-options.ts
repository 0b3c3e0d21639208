import type { Fault } from '../core/faults/fault.ts';
import type { Bounds } from '../core/place/bounds.ts';
import type { MappedShare } from '../core/records/mapped-shares.ts';
import type { Camera } from '../core/url/view-state.ts';
import type { Box } from './box.ts';
import type { DisputedBorders } from './layers/border-layers.ts';

/**
 * What lies over the map: a part of the page for good, buttons on the map, a part that covers too little to
 * matter, the panel at the side, a sheet that is pulled over the map for a while, or a card that moves with the map.
 */
export type CoverKind = 'part' | 'buttons' | 'a-little' | 'panel' | 'sheet' | 'card';
export type Cover = Box & { readonly kind: CoverKind };

/** The map at one moment; all lengths are CSS pixels on screen. */
export type MapPicture = {
  readonly canvas: OffscreenCanvas;
  readonly width: number;
  readonly height: number;
  readonly scale: { readonly width: number; readonly text: string } | undefined;
};

/** How the map speaks to the page; events leave it as plain data. */
export type MapOptions = {
  /** Where it begins, until the model says what there is to see. */
  readonly start: Camera;
  readonly label: string;
  /** In a page that scrolls, the wheel and one finger move that page and not the map. */
  readonly sharesGestures: boolean;
  readonly gestureHelp: {
    readonly wheel: string;
    readonly wheelMac: string;
    readonly touch: string;
  };
  readonly precisionLabel: (radiusMeters: number) => string;
  /** Mapped and counted of a governorate, in one line and in two. */
  readonly shareLabel: (share: MappedShare) => readonly [one: string, two: string];
  /** A count in little room. */
  readonly shortCount: (count: number) => string;
  readonly address: (file: string) => string;
  readonly disputedBorders: DisputedBorders;
  /** Downloads a file that its server does not send in parts; undefined where that is cancelled or fails. */
  readonly wholeFile: (file: string) => Promise<Blob | undefined>;
  /** The parts of the page over the map, in pixels of the map. */
  readonly covers: () => readonly Cover[];
  readonly prefersLessMotion: () => boolean;
  readonly onCamera: (camera: Camera, bounds: Bounds, isByReader: boolean) => void;
  /** The map stopped after it had moved, with this in its free part. */
  readonly onRest: (free: Bounds) => void;
  /** After that, or after other names of places were written, all is drawn. */
  readonly onSettled: () => void;
  /** Marks are named by their position in the model. */
  readonly onSelect: (mark: number) => void;
  readonly onHover: (mark: number | undefined) => void;
  readonly onFault: (fault: Fault) => void;
  /** What was reported as lost is back. */
  readonly onRestored: (lost: 'map-lost' | 'base-map-missing') => void;
  /** Called once, when everything that the first view needs is drawn. */
  readonly onDrawn: () => void;
};
