import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFolder } from './source-tree.ts';

const outside = readdirSync(join(sourceFolder, 'ui'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.svelte') && !path.startsWith('kit/'))
  .map((path) => ({ path, text: readFileSync(join(sourceFolder, 'ui', path), 'utf8') }));

const filesWith = (tag: RegExp, isAllowed: (text: string) => boolean = () => false) =>
  outside.filter(({ text }) => tag.test(text) && !isAllowed(text)).map(({ path }) => path);

describe('components outside of the kit', () => {
  it('leave choices, fieldsets and tables to the kit', () => {
    expect(outside.length).toBeGreaterThan(50);
    expect(filesWith(/<(?:select|fieldset|table)\b/)).toEqual([]);
    expect(filesWith(/<input\b[^>]*type="(?:radio|checkbox)"/)).toEqual([]);
  });

  it('write into fields of the kit only, each with its label', () => {
    const inField = (text: string) =>
      (text.match(/<Field\b/g) ?? []).length >=
      (text.match(/<(?:input\b(?![^>]*\bhidden\b)|textarea\b)/g) ?? []).length;
    expect(filesWith(/<(?:input|textarea)\b/, inField)).toEqual([]);
    expect(inField('<label><input /></label>')).toBe(false);
  });

  it('have buttons of their own only where these are more than a button', () => {
    expect(filesWith(/<button\b/).sort()).toEqual([
      // Triangle and label, laid over a chart.
      'chart/TotalLabel.svelte',
      // A value with its bar and its number; cells of a grid.
      'charts/ValueRow.svelte',
      'charts/WeekHourChart.svelte',
      // A line of the key with a sign for each incident.
      'legend/AreaRows.svelte',
      // A name with its bar and its number.
      'legend/PlaceRows.svelte',
      // A whole card of a list.
      'list/IncidentCard.svelte',
      // A title and a line of text over the map.
      'map/Captions.svelte',
      // Marks on a map and captions on an axis, laid over what is drawn.
      'map/HandleButton.svelte',
      'map/MarkButtons.svelte',
      // A note that lies on the map, as small as its text.
      'map/OutsideNote.svelte',
      // The way back, whose name shortens with the room.
      'panel/PanelHeader.svelte',
      // A title within a sentence, which breaks with its lines.
      'record/Remark.svelte',
      // Unseen until it has the focus.
      'shell/SkipLink.svelte',
      // Captions and notes on an axis, laid over what is drawn.
      'timeline/AnnotationLane.svelte',
      'timeline/CoverageBand.svelte',
      // Play, and the steps that are as narrow as its row.
      'timeline/Transport.svelte',
    ]);
  });
});
