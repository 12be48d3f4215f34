import { readdirSync } from 'node:fs';
import { expect } from 'chai';

const folder = new URL('../../stories/', import.meta.url);

/** `no-match` is `NoMatch`. */
const storyOf = (state: string): string =>
  state.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

interface Listed {
  readonly states: Readonly<Record<string, string>>;
}

const elements = readdirSync(new URL('states/', folder)).map((name) => name.replace(/\.ts$/, ''));

describe('the stories', () => {
  it('are of every element that draws something or has states', () => {
    const tags = readdirSync(new URL('../../src/define/', import.meta.url))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => name.replace(/\.ts$/, ''));
    expect(elements).to.have.members(tags);
  });

  for (const tag of elements) {
    it(`are one for each state of <${tag}>`, async () => {
      const { states } = (await import(new URL(`states/${tag}.ts`, folder).href)) as Listed;
      const stories = (await import(new URL(`${tag}.stories.ts`, folder).href)) as object;
      const names = Object.keys(stories).filter((name) => name !== 'default');
      expect(names).to.have.members(Object.keys(states).map(storyOf));
    });
  }
});
