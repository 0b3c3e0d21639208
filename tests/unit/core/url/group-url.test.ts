import { describe, expect, it } from 'vitest';
import { OPENING_VIEW, CLOSED_PANEL } from '../../../../src/core/url/view-state.ts';
import { readViewUrl } from '../../../../src/core/url/read-view-url.ts';
import { writeViewUrl } from '../../../../src/core/url/write-view-url.ts';

describe('the group of a link', () => {
  it.each(['Irbil International Airport', "Near Irbil ('Bashik Heights')", 'Camp: north, 2'])(
    'names one place of a mark: %s',
    (place) => {
      const group = { kind: 'mark', zoom: 9, incident: '2026-03-01-airport', place } as const;
      const panel = { ...CLOSED_PANEL, group };
      const written = writeViewUrl({ ...OPENING_VIEW, panel });
      expect(readViewUrl(written)).toMatchObject({ unread: [], view: { panel: { group } } });
    },
  );

  it('is the whole mark without a place', () => {
    const parts = new Map([['group', 'mark:7:2026-03-01-airport']]);
    expect(readViewUrl(parts).view.panel.group).toEqual({
      kind: 'mark',
      zoom: 7,
      incident: '2026-03-01-airport',
    });
  });
});
