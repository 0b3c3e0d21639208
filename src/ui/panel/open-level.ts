import type { GroupKey, PanelState } from '../../core/url/view-state.ts';

/** One open level of the panel: list, group, incident or source text. */
export type OpenLevel = {
  /** 0 if nothing is open, up to 5 for a source text. */
  readonly depth: number;
  /** Equal for the same thing. */
  readonly key: string;
};

function groupLevel(group: GroupKey): OpenLevel {
  if (group.kind === 'area') return { depth: 2, key: `group:area:${group.name}` };
  const key = `group:mark:${group.zoom}:${group.incident}`;
  // The records of one place are a part of those of the mark.
  return group.place === undefined ? { depth: 2, key } : { depth: 3, key: `${key}:${group.place}` };
}

/** Returns the innermost open level of the panel. */
export function openLevel({ isListOpen, isTable, group, incident, report }: PanelState): OpenLevel {
  if (incident !== undefined && report !== undefined)
    return { depth: 5, key: `source:${incident}:${report}` };
  if (incident !== undefined) return { depth: 4, key: `incident:${incident}` };
  if (group) return groupLevel(group);
  if (!isListOpen) return { depth: 0, key: 'nothing' };
  return { depth: 1, key: isTable ? 'table' : 'list' };
}

/**
 * How to find, in an outer level, what the reader had opened there: the value of the attribute
 * `data-opens`.
 */
export function opensOf({ group, incident, report }: PanelState): string {
  if (report !== undefined) return `report:${report}`;
  if (incident !== undefined) return `incident:${incident}`;
  return `place:${(group?.kind === 'mark' && group.place) || ''}`;
}
