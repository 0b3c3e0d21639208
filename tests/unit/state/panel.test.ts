import { describe, expect, it } from 'vitest';
import { CLOSED_PANEL } from '../../../src/core/url/view-state.ts';
import { Panel } from '../../../src/state/panel.svelte.ts';

const airport = { kind: 'mark', zoom: 7, incident: '2026-03-01-airport' } as const;

describe('`Panel`', () => {
  it('goes back from the record to the group to the list', () => {
    const panel = new Panel();
    panel.openList();
    panel.openGroup(airport);
    panel.openIncident({ id: '2026-03-01-airport', dataset: 0 });
    panel.openSource(2);
    const seen: [string, boolean][] = [];
    while (panel.showing !== 'nothing') {
      seen.push([panel.showing, panel.isOutermost]);
      panel.back();
    }
    expect(seen).toEqual([
      ['source', false],
      ['incident', false],
      ['group', false],
      ['list', true],
    ]);
  });

  it('shows the list without a history entry until the reader opens it', () => {
    const panel = new Panel();
    panel.offerList();
    expect([panel.showing, panel.isReadingOn]).toEqual(['list', true]);
    panel.close();
    panel.openList();
    expect([panel.showing, panel.isReadingOn]).toEqual(['list', false]);
  });

  it('offers the list again where Back leaves nothing open, until the reader has closed it', () => {
    const panel = new Panel();
    const seen = (): [string, boolean] => [panel.showing, panel.isOffered];
    panel.offerList();
    expect(seen()).toEqual(['list', true]);
    panel.openIncident({ id: '2026-03-01-airport', dataset: 0 });
    panel.offerList();
    expect(seen()).toEqual(['incident', false]);
    panel.restore(CLOSED_PANEL);
    panel.offerList();
    expect(seen()).toEqual(['list', true]);
    panel.close();
    panel.offerList();
    expect(seen()).toEqual(['nothing', false]);
  });

  it('tells what the reader opened from what a link or the page itself did', () => {
    const panel = new Panel();
    const state = { isListOpen: true, group: undefined, incident: undefined, report: undefined };
    const opened = [
      () => {
        panel.restore(state);
      },
      () => {
        panel.offerList();
      },
      () => {
        panel.openGroup(airport);
      },
      () => {
        panel.back();
      },
    ].map((open) => {
      open();
      return panel.isChosen;
    });
    expect(opened).toEqual([false, false, true, true]);
  });

  it('keeps the list a table under what is opened from it, and when it is opened again', () => {
    const panel = new Panel();
    panel.openList();
    expect(panel.isTable).toBe(false);
    panel.showTable(true);
    panel.openGroup(airport);
    panel.openIncident({ id: '2026-03-01-airport', dataset: 0 });
    expect([panel.showing, panel.isTable]).toEqual(['incident', true]);
    panel.close();
    expect(panel.isTable).toBe(false);
    panel.openList();
    expect([panel.showing, panel.isTable]).toEqual(['list', true]);
  });

  it('stays in the open group on the way to the next record', () => {
    const panel = new Panel();
    panel.openGroup(airport);
    panel.openIncident({ id: 'a', dataset: 0 });
    panel.openSource(0);
    panel.openIncident({ id: 'b', dataset: 0 });
    expect(panel.showing).toBe('incident');
    panel.back();
    expect(panel.state.group).toEqual(airport);
  });

  it('leaves the group for a record that is opened alone', () => {
    const panel = new Panel();
    panel.openGroup(airport);
    panel.openIncident({ id: 'a', dataset: 0 }, true);
    expect(panel.isOutermost).toBe(true);
    panel.back();
    expect(panel.showing).toBe('nothing');
  });

  it('closes from any state', () => {
    const panel = new Panel();
    panel.openList();
    panel.openIncident({ id: 'a', dataset: 0 });
    panel.close();
    expect(panel.showing).toBe('nothing');
    expect(panel.isOutermost).toBe(false);
  });
});
