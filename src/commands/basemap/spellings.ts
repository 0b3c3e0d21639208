import type { GeoName } from './read-geonames.ts';

export interface Spellings {
  readonly name_ar?: string;
  readonly name_ku?: string;
  readonly name_fa?: string;
}

const arabicScript = /^[\u0621-\u064a\u066e-\u06d5 -]+$/;
const soraniLetters = /[ەێۆڕڵڤ]/;
const lettersOutsideArabic = /[پچژگکیەێۆڕڵڤھہ]/;
const officeBeforeName = /^(محافظة|قضاء|ناحية|مركز|مدينة|قرية|استان|شهرستان|شهرک|ضلع|لواء|منطقة) /;

/** The country's own spelling and the Sorani one, distinguished by their letters: GeoNames' table names no languages. */
export function spellingsOf(place: GeoName): Spellings {
  const candidates = place.alternates.filter(
    (name) => arabicScript.test(name) && !officeBeforeName.test(name),
  );
  const kurdish = mostCommon(
    candidates.filter((name) => soraniLetters.test(name)).map(persianLetters),
  );
  const other = candidates.filter((name) => !soraniLetters.test(name));
  const arabic = other.filter((name) => !lettersOutsideArabic.test(name)).at(0);
  const persian = mostCommon(other.map(persianLetters));
  switch (place.country) {
    case 'IR':
      return { ...(persian ? { name_fa: persian } : {}), ...(kurdish ? { name_ku: kurdish } : {}) };
    case 'IQ':
    case 'SY':
      return { ...(arabic ? { name_ar: arabic } : {}), ...(kurdish ? { name_ku: kurdish } : {}) };
    case 'TR':
      return kurdish ? { name_ku: kurdish } : {};
    case 'JO':
    case 'KW':
    case 'LB':
    case 'SA':
      return arabic ? { name_ar: arabic } : {};
    default:
      return {};
  }
}

/** Arabic keyboards lack these two letters, so both languages are often typed without them. */
function persianLetters(name: string): string {
  return name.replaceAll('ك', 'ک').replaceAll(/[يى]/g, 'ی').replaceAll('ھ', 'ه');
}

function mostCommon(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const highest = Math.max(...counts.values());
  return names.find((name) => counts.get(name) === highest);
}
