// Writes dist/: one module, one declaration and their maps for each source file.
import { rmSync } from 'node:fs';
import process from 'node:process';
import ts from 'typescript';
import { emittedImports } from './emitted-imports.mjs';
import { minifyTemplates } from './minify-templates.mjs';

// The compiler leaves behind what has no source any more.
rmSync('dist', { recursive: true, force: true });

const formatHost = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => process.cwd(),
  getNewLine: () => '\n',
};
const report = (diagnostics) => console.error(ts.formatDiagnostics(diagnostics, formatHost));
const config = ts.getParsedCommandLineOfConfigFile(
  'tsconfig.build.json',
  {},
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (diagnostic) => report([diagnostic]) },
);
const program = ts.createProgram(config.fileNames, config.options);
const emitted = program.emit(undefined, undefined, undefined, false, {
  before: [minifyTemplates],
  after: [emittedImports],
});
const diagnostics = [
  ...config.errors,
  ...ts.getPreEmitDiagnostics(program),
  ...emitted.diagnostics,
];
if (diagnostics.length > 0) report(diagnostics);
process.exit(diagnostics.length > 0 ? 1 : 0);
