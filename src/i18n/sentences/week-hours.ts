/** A week hour as `weekHourOf` writes it: `1-0` is the one after midnight on Monday. */
const WEEK_HOUR = /^([1-7])-(1?\d|2[0-3])$/;

/** Hours of one weekday, counted from Monday as 0; half-open. */
export type WeekHours = { readonly weekday: number; readonly from: number; readonly to: number };

export function weekHourOfText(value: string): WeekHours | undefined {
  const [, day, hour] = WEEK_HOUR.exec(value) ?? [];
  if (day === undefined || hour === undefined) return undefined;
  return { weekday: Number(day) - 1, from: Number(hour), to: Number(hour) + 1 };
}

/** By weekday and hour, those that follow on each other as one: three hours of an evening are one time. */
export function joinedWeekHours(hours: readonly WeekHours[]): readonly WeekHours[] {
  const joined: WeekHours[] = [];
  for (const one of hours.toSorted((a, b) => a.weekday - b.weekday || a.from - b.from)) {
    const before = joined.at(-1);
    if (before?.weekday === one.weekday && before.to >= one.from)
      joined[joined.length - 1] = { ...before, to: Math.max(before.to, one.to) };
    else joined.push(one);
  }
  return joined;
}
