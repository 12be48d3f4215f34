/** The README, as somebody who is new here copies from it. */
import { readFileSync } from 'node:fs';

export const readme = readFileSync('README.md', 'utf8');

/** A snippet of a language below a heading, the first unless said otherwise, to the letter. */
export function snippet(heading: string, language: string, index = 0): string {
  const below = readme.split(`## ${heading}\n`)[1];
  const code = below?.split(`\`\`\`${language}\n`)[index + 1]?.split('\n```')[0];
  if (code === undefined) throw new Error(`README.md has no ${language} below "${heading}".`);
  return code;
}
