import { readFileSync } from 'node:fs';
import process from 'node:process';

/**
 * Serves one file of the kit with one line of it changed, so that `npm run facts -- --break` sees tests go red. The file itself
 * is left alone. `BREAK` is `{ file, from, to }` as JSON; without it nothing happens.
 */
export function brokenCodePlugin() {
  const broken = process.env.BREAK ? JSON.parse(process.env.BREAK) : undefined;
  return {
    name: 'broken-code',
    serve({ path }) {
      if (path !== `/${broken?.file}`) return undefined;
      const { file, from, to } = broken;
      return { body: readFileSync(file, 'utf8').replace(from, () => to), type: 'js' };
    },
  };
}
