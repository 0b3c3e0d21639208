import type { Attachment } from 'svelte/attachments';
import { MEDIA } from '../media.ts';
import { nearestHeight, PEEK_PIXELS, type SheetHeight } from './sheet-height.ts';

type Listener = {
  readonly moved: (pixels: number) => void;
  readonly dropped: (nearest: SheetHeight) => void;
};

/** A press that moves less is not a drag; in pixels. */
const SLACK_PIXELS = 4;

/** Pulls the sheet that the element heads up and down, where the panel is a sheet. */
export const sheetDrag =
  ({ moved, dropped }: Listener): Attachment<HTMLElement> =>
  (header) => {
    const phone = matchMedia(MEDIA.sheet);
    let start:
      { readonly y: number; readonly height: number; readonly maxHeight: number } | undefined;
    let now: number | undefined;

    const press = (event: PointerEvent): void => {
      const sheet = header.parentElement;
      const frame = sheet?.offsetParent;
      const isOnButton = event.target instanceof Element && event.target.closest('button');
      if (!phone.matches || !sheet || !frame || isOnButton || event.button !== 0) return;
      const box = sheet.getBoundingClientRect();
      const maxHeight = box.bottom - frame.getBoundingClientRect().top;
      start = { y: event.clientY, height: box.height, maxHeight };
      header.setPointerCapture(event.pointerId);
    };
    const move = (event: PointerEvent): void => {
      if (!start) return;
      const up = start.y - event.clientY;
      if (now === undefined && Math.abs(up) < SLACK_PIXELS) return;
      now = Math.min(Math.max(start.height + up, PEEK_PIXELS), start.maxHeight);
      moved(now);
    };
    const drop = (): void => {
      if (start && now !== undefined) dropped(nearestHeight(now, start.maxHeight));
      start = undefined;
      now = undefined;
    };

    const listening = new AbortController();
    const { signal } = listening;
    header.addEventListener('pointerdown', press, { signal });
    header.addEventListener('pointermove', move, { signal });
    header.addEventListener('pointerup', drop, { signal });
    header.addEventListener('pointercancel', drop, { signal });
    return () => {
      listening.abort();
    };
  };
