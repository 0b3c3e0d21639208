import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
export const sourceFolder = join(projectFolder, 'src');

/** A file of `src` and the files of `src`, or the packages, that it imports. */
export type SourceFile = {
  /** Relative to `src`, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
  readonly packages: readonly string[];
};

/** Import and export declarations, type-only ones and dynamic imports included. */
const IMPORTS = /(?:\bimport\s*\(\s*|\bfrom\s+|\bimport\s+|new URL\(\s*)(['"])([^'"\n]+)\1/g;

export function importedNames(text: string): readonly string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  return [...code.matchAll(IMPORTS)].map((match) => match[2] ?? '');
}

/** The package of an import: without the path inside it. */
export const packageOf = (name: string): string =>
  name.split('/', name.startsWith('@') ? 2 : 1).join('/');

function readSource(file: string): SourceFile {
  const text = readFileSync(file, 'utf8');
  const names = importedNames(text);
  const inside = names
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(sourceFolder, normalize(join(dirname(file), name.split('?')[0] ?? ''))))
    .filter((path) => !path.startsWith('..') && /\.(ts|svelte)$/.test(path));
  return {
    path: relative(sourceFolder, file),
    text,
    imports: inside,
    packages: names.filter((name) => !/^(\.|node:|https?:)/.test(name)),
  };
}

/** Every TypeScript and Svelte file of `src`. */
export function sourceFiles(): readonly SourceFile[] {
  return readdirSync(sourceFolder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|svelte)$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => readSource(join(sourceFolder, path)));
}
