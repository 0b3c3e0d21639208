import type { CustomLayerInterface } from 'maplibre-gl';
import type { MarkCounts } from '../../core/index/mark-counter.ts';
import { MAX_PARTS } from '../../core/model/mark-shape.ts';
import { LOOKS, looksOf } from '../../core/records/color-scheme.ts';
import type { MapLayer } from '../map-layer.ts';
import { chosenIn } from '../marks/chosen.ts';
import { Glyphs } from '../marks/glyph-atlas.ts';
import { Instances, type DrawnCounts } from '../marks/instances.ts';
import { MarkPainter } from '../marks/mark-painter.ts';
import type { Palette } from '../palette.ts';

/** The colours of the parts of a ring, in their order; the last one is of all others. */
function partColors({ layers }: Palette, order: readonly number[]): readonly string[] {
  const several = layers.at(-1) ?? '';
  return Array.from({ length: MAX_PARTS }, (_, part) => layers[order[part] ?? -1] ?? several);
}

const drawnCounts = ({ marks, looks, effects, deaths }: MarkCounts): DrawnCounts => ({
  ...marks,
  byLook: looks,
  looks: LOOKS,
  effects,
  deaths,
});

/**
 * The marks: arcs, numbers and signs that change with every step of the window. MapLibre would lay out
 * such icons and texts again, in its worker, so they are drawn here, in the frame of the step.
 */
export function marks(shortCount: (count: number) => string): MapLayer {
  let palette: Palette | undefined;
  let order: readonly number[] = [];
  let opened: { readonly painter: MarkPainter; readonly instances: Instances } | undefined;

  const layer: CustomLayerInterface = {
    id: 'marks',
    type: 'custom',
    renderingMode: '2d',
    onAdd(map, gl) {
      const glyphs = new Glyphs();
      opened = {
        painter: new MarkPainter(map, gl, glyphs),
        instances: new Instances(glyphs, shortCount),
      };
    },
    onRemove() {
      opened?.painter.remove();
      opened = undefined;
    },
    render(_, input) {
      if (!opened || !palette) return;
      const colors = { ...palette, parts: partColors(palette, order) };
      opened.painter.draw(input, opened.instances, colors);
    },
  };

  return {
    sources: {},
    layers(chosen) {
      palette = chosen;
      return [{ ...layer, slot: 'marks' }];
    },
    reads: ['shapes', 'counts', 'emphasis'],
    show(map, model, last) {
      const { view } = model.shapes;
      order = looksOf(view.groups.scheme);
      if (opened) {
        const { instances, painter } = opened;
        if (model.shapes !== last?.shapes) instances.place(view, map.getCenter());
        const second = model.counts.second && drawnCounts(model.counts.second);
        instances.fill(view, drawnCounts(model.counts), order, chosenIn(model), second);
        painter.changed();
      }
      map.triggerRepaint();
    },
  };
}
