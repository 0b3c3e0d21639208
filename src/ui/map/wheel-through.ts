import type { Attachment } from 'svelte/attachments';
import type { MapView } from '../../map/map-view.ts';

/** The wheel over what lies on the map zooms the map, as if it were not there. */
export const wheelThrough =
  (view: MapView): Attachment<HTMLElement> =>
  (element) => {
    const pass = (event: WheelEvent): void => {
      if (view.wheel(event)) event.preventDefault();
    };
    element.addEventListener('wheel', pass, { passive: false });
    return () => {
      element.removeEventListener('wheel', pass);
    };
  };
