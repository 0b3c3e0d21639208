const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * Ends of a segment that end no sentence: titles, months and other abbreviations before a name or a
 * number, and initials. The segmenter breaks after them where a capital letter follows.
 */
const NO_END =
  /(?:^|[\s("“«'’[–—-])(?:(?:Adm|Brig|Capt|Cmdr|Col|Cpl|Dr|Eng|Fr|Gen|Gov|Hon|Jr|Lt|Lt-Col|Maj|Mr|Mrs|Ms|Mt|Pfc|Pres|Prof|Pvt|Rep|Rev|Sen|Sgt|Sr|St|Ste|Supt|Mme|Mlle|Ing|Hr|Fig|No|Nos|Nr|Art|Ave|Dept|Ft|Gen|Govt|Inc|Ltd|Co|Corp|vs|approx|ca|c|cf|e\.g|i\.e|viz|al|est|vol|p|pp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.|(?:\p{Lu}\.)+)\s*$/iu;

/** Fewer letters are no sentence: `"Boom!" he said.`, `1. A strike`. */
const MIN_LETTERS = 8;
const letterCount = (text: string): number => text.match(/[\p{L}\p{M}]/gu)?.length ?? 0;

/** After a quotation the sentence goes on in small letters. */
const GOES_ON = /^["”’»)\]]*\s*(?:\p{Ll}|[,;:–—])/u;

/** A title is cut long before. Finding sentences takes time by the square of the length. */
const MAX_CHARACTERS = 1_000;

/**
 * The first sentence of a text, without its full stop. In doubt it is too long rather than cut in the
 * middle. A line break ends it.
 */
export function firstSentence(text: string): string {
  let first = '';
  for (const { segment } of sentences.segment(text.trim().slice(0, MAX_CHARACTERS))) {
    if (first !== '' && (LINE_END.test(first) || (isEnd(first) && !GOES_ON.test(segment)))) break;
    first += segment;
  }
  return first.trim().replace(/(?<!\.|\p{Lu}\.\p{Lu}|[ap]\.m)[.。۔]$/u, '');
}

const LINE_END = /[\n\r\u2028\u2029]\s*$/;

const isEnd = (said: string): boolean => !NO_END.test(said) && letterCount(said) >= MIN_LETTERS;
