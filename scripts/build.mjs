// Writes dist/: one module, one declaration and their maps for each source file.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import process from 'node:process';

// tsc leaves behind what has no source any more.
rmSync('dist', { recursive: true, force: true });
const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'];
process.exit(spawnSync(process.execPath, tsc, { stdio: 'inherit' }).status ?? 1);
