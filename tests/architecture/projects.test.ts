import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { projectFolder } from './source-tree.ts';

/** Which of the global names a file of the TypeScript project may use. */
function knownNames(project: string, names: readonly string[]): readonly string[] {
  const folder = join(projectFolder, project);
  const config = ts.readConfigFile(join(folder, 'tsconfig.json'), (file) => ts.sys.readFile(file));
  const { options, fileNames } = ts.parseJsonConfigFileContent(config.config, ts.sys, folder);
  const probe = join(folder, 'probe.ts');
  const text = `${names.map((name) => `void ${name};`).join('\n')}\nexport {};`;
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (file) => file === probe || disk.fileExists(file),
    getSourceFile: (file, ...rest) =>
      file === probe
        ? ts.createSourceFile(file, text, ts.ScriptTarget.ES2023)
        : disk.getSourceFile(file, ...rest),
  };
  const declarations = fileNames.filter((file) => file.endsWith('.d.ts'));
  const program = ts.createProgram([probe, ...declarations], options, host);
  const unknown = new Set(
    program
      .getSemanticDiagnostics(program.getSourceFile(probe))
      .map(({ start = 0, length = 0 }) => text.slice(start, start + length)),
  );
  return names.filter((name) => !unknown.has(name));
}

describe('the TypeScript projects', () => {
  it.each([
    ['src/core', ['TextDecoder']],
    ['src/formats', ['TextDecoder', 'Blob', 'FileReaderSync']],
    ['src/worker', ['TextDecoder', 'Blob', 'FileReaderSync']],
    ['src', ['TextDecoder', 'Blob', 'document']],
    ['src/commands', ['TextDecoder', 'Blob', 'process']],
  ])('%s compiles the globals %j and no others', (project, expected) => {
    const names = ['TextDecoder', 'Blob', 'FileReaderSync', 'document', 'process'];
    expect(knownNames(project, names)).toEqual(expected);
  });
});
