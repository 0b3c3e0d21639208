/** `{attacks.region}`: the name of a figure in a text. */
const NAME = /\{([^{}]*)\}/g;

/** The names that a template asks for, in their order. */
export const namesIn = (template: string): readonly string[] =>
  [...template.matchAll(NAME)].map(([, name]) => name ?? '');

/** Puts a text in place of each name; a name without one stays as it is written. */
export const fillTemplate = (
  template: string,
  textOf: (name: string) => string | undefined,
): string => template.replaceAll(NAME, (written, name: string) => textOf(name) ?? written);
