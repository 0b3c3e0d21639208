import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** A package in the bundle and what its licence says. */
export type PackageLicence = {
  readonly name: string;
  readonly version: string;
  readonly text: string;
};

/** What the plugin reads of a bundle: the files that each of its parts is made of. */
type BundlePart =
  | {
      readonly type: 'chunk';
      readonly modules: Readonly<Record<string, { readonly renderedLength: number } | undefined>>;
    }
  | { readonly type: 'asset'; readonly originalFileNames: readonly string[] };

const IN_PACKAGE = /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;

/** Folders of the packages in a bundle. Modules of which nothing is left after tree-shaking do not count. */
export function packageFolders(parts: readonly BundlePart[], root: string): ReadonlySet<string> {
  const files = parts.flatMap((part) =>
    part.type === 'asset'
      ? part.originalFileNames.map((file) => resolve(root, file))
      : Object.entries(part.modules).flatMap(([id, module]) =>
          module && module.renderedLength > 0 ? [id] : [],
        ),
  );
  return new Set(files.flatMap((file) => IN_PACKAGE.exec(file)?.[1] ?? []));
}

/** The licence of the package in a folder. A package that names none must not be published: this throws. */
export function licenceOf(folder: string): PackageLicence {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
    readonly author?: string | { readonly name: string };
    readonly homepage?: string;
  };
  const { name, version, license, author, homepage } = manifest;
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  if (texts.length === 0 && license === undefined)
    throw new Error(
      `${name} is in the bundle, but neither a file nor package.json says its licence.`,
    );
  const holder = typeof author === 'object' ? author.name : author;
  const stated = [license, holder, homepage].filter((part) => part !== undefined).join(', ');
  return { name, version, text: texts.length > 0 ? texts.join('\n\n') : stated };
}

/** Returns all licences as one text, sorted by package name; each version of a package appears once. */
export function licencesText(licences: readonly PackageLicence[]): string {
  const byTitle = new Map(
    licences.map(({ name, version, text }) => [`${name} ${version}`, text] as const),
  );
  return [...byTitle]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, text]) => `${title}\n\n${text}\n`)
    .join('\n\n');
}

/**
 * Two plugins that write `licences.txt` for what the bundle really contains. Vite bundles workers by
 * themselves and before the page is complete: `worker` gathers their packages for `page`.
 */
export function bundleLicences(): { readonly page: Plugin; readonly worker: Plugin } {
  const folders = new Set<string>();
  const gather = (parts: readonly BundlePart[], root: string): void => {
    for (const folder of packageFolders(parts, root)) folders.add(folder);
  };
  return {
    worker: {
      name: 'licences-of-workers',
      generateBundle(_, bundle) {
        gather(Object.values(bundle), this.environment.config.root);
      },
    },
    page: {
      name: 'licences',
      generateBundle(_, bundle) {
        gather(Object.values(bundle), this.environment.config.root);
        const source = licencesText([...folders].map(licenceOf));
        this.emitFile({ type: 'asset', fileName: 'licences.txt', source });
      },
    },
  };
}
