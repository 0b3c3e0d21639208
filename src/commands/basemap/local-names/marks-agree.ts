/** Marks of GeoNames' Latin spellings, decomposed, and the letters of Arabic script that they are given for. */
const marks: readonly (readonly [mark: RegExp, letters: RegExp])[] = [
  [/h\u0327/gi, /ح/g],
  [/s\u0327/gi, /ص/g],
  [/t\u0327/gi, /ط/g],
  [/d\u0327/gi, /ض/g],
  [/z\u0327/gi, /ظ/g],
  [/[‘ʻʿ]/g, /ع/g],
];

const longVowels: readonly (readonly [mark: RegExp, letters: RegExp])[] = [
  [/a\u0304/gi, /[اآى]/g],
  [/i\u0304/gi, /[يی]/g],
  [/u\u0304/gi, /و/g],
];

/** Whether a spelling has exactly the letters that the marks of the Latin name are for. */
export function marksAgree(latin: string, local: string): boolean {
  const name = latin.normalize('NFD');
  return (
    marks.every(([mark, letters]) => count(name, mark) === count(local, letters)) &&
    longVowels.every(([mark, letters]) => count(name, mark) <= count(local, letters))
  );
}

/** A systematic spelling; an English one, such as Mecca, has no marks and says nothing of the letters. */
export function hasMarks(latin: string): boolean {
  return /[\u0304\u0327‘ʻʿ]/.test(latin.normalize('NFD'));
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
