import { foldText } from '../../core/text/fold-text.ts';

/** Kinds of divisions, articles and prepositions: a file writes them around a name or leaves them out. */
const AROUND = new Set(
  [
    'province provinces provincia provincie provinz prowincja state states estado etat stato region regions regiao regione',
    'governorate governorates gouvernorat gobernacion department departement departamento district districts distrito',
    'division county prefecture canton oblast oblasti oblys oblasty krai kray viloyati viloyat voivodeship judet okrug',
    'rayon raion municipality municipio municipal capital administrative autonomous republic territory emirate parish',
    'muhafazat muhafazah muhafaza muhafazath mohafazat mohafazah wilaya wilayah wilayat wilayate velayat velayate',
    'shabiyat gobolka gobol il ili ostan ostane mkoa sheng shi ken fu',
    'al el ad ed ar er as es ash esh at et az ez an ath the la le les los las of de do da du des del della di dei e d l',
    'محافظه ولایه ولایت مقاطعه منطقه اقلیم امانه استان ایالت صوبه پاریزگای',
    'область области республика край район провинция штат округ департамент префектура',
    'область провінція республіка район',
  ].flatMap((words) => words.split(' ')),
);
/** Written at the end of a name, with no space before them. */
const ENDINGS = /(?:省|自治区|自治區|州|県|县|市|府)$/u;

const IN_BRACKETS = /\([^)]*\)|\[[^\]]*\]/g;

const plain = (name: string): string =>
  foldText(name)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** Where no country is known, these alone name no area: most countries have a `South`. */
const OF_NO_AREA = new Set(
  [
    'north south east west northern southern eastern western northeast northwest southeast southwest',
    'northeastern northwestern southeastern southwestern nord sud est ouest norte sur este oeste sul leste',
    'central centre center centro midlands middle upper lower inner outer interior coast coastal costa litoral',
    'savannah savanna sahel highland highlands lowland lowlands hills mountain mountains valley plain plains plateau',
    'plateaux lake lakes river rivers delta island islands city town rural urban metropolitan greater new old',
    'شمال جنوب شرق غرب وسط الشمال الجنوب الشرق الغرب الوسط الشماليه الجنوبيه الشرقيه الغربيه الوسطي العاصمه',
  ].flatMap((words) => words.split(' ')),
);

/** A name of such words only. */
export const isGeneric = (name: string): boolean =>
  plain(name)
    .split(' ')
    .every((word) => OF_NO_AREA.has(word) || AROUND.has(word));

/** A name without case, accents, punctuation and spaces. */
export const foldedName = (name: string): string => plain(name).replaceAll(' ', '');

/** The same without the words around it: `Al Anbār province` is `Anbar`. A name of nothing else is kept. */
export function bareName(name: string): string {
  const words = plain(name.replace(IN_BRACKETS, ' ')).split(' ');
  const bare = words.filter((word) => !AROUND.has(word)).join('');
  return bare.replace(ENDINGS, '') || foldedName(name);
}
