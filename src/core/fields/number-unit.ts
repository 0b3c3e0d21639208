/** Signs and codes of units in which numbers are written. Letters of any other code may be an id. */
const UNIT = '[%٪‰$€£¥₹₺₽₪﷼]|USD|EUR|GBP|IQD|IRR|TRY|SYP|AED|SAR|KWD|JOD|د\\.ع';
const DIGIT = '[\\d٠-٩۰-۹]';
const BEFORE = new RegExp(`^([-−+]?)\\s?(${UNIT})\\s?(?=[-−+.,]?${DIGIT})`, 'u');
const AFTER = new RegExp(`(?<=${DIGIT})\\s?(${UNIT})$`, 'u');
const IS_NUMBER = new RegExp(`^[-−+]?${DIGIT}[^\\p{L}]*$`, 'u');

type Written = { readonly unit: string; readonly number: string };

/** A number as it is written next to its unit; undefined where there is none, or two. */
function split(text: string): Written | undefined {
  const [before] = BEFORE.exec(text) ?? [];
  const rest = before === undefined ? text : text.replace(BEFORE, '$1');
  const [after, ofEnd] = AFTER.exec(rest) ?? [];
  const unit = before === undefined ? ofEnd : BEFORE.exec(text)?.[2];
  if (unit === undefined || (before !== undefined && after !== undefined)) return undefined;
  return { unit, number: after === undefined ? rest : rest.slice(0, -after.length) };
}

/** The unit that the numbers among some texts have, all the same; undefined where any of them has none, or another. */
export function unitOf(texts: readonly string[]): string | undefined {
  let found: string | undefined;
  for (const text of texts) {
    const unit = split(text)?.unit;
    if (unit === undefined ? IS_NUMBER.test(text) : found !== undefined && unit !== found)
      return undefined;
    found ??= unit;
  }
  return found;
}

/** The number of a text in a unit; empty for one that is not in it. */
export function withoutUnit(text: string, unit: string): string {
  const written = split(text);
  return written?.unit === unit ? written.number : '';
}
