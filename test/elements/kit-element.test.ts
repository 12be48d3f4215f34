import { expect, fixture, html, unsafeStatic } from '@open-wc/testing';
import { html as lit } from 'lit';
import { KitElement } from '../../src/elements/kit-element.ts';
import type { AccountScope } from '../../src/state/index.ts';

class PlainElement extends KitElement {
  static override readonly tag = 'kit-plain';
  protected override render() {
    const state = this.scopeMissing ? 'missing' : this.scope ? 'there' : 'waiting';
    return lit`<p>${this.t('people.never')}</p><i>${state}</i>`;
  }
  get said(): string {
    return this.shadowRoot?.querySelector('p')?.textContent ?? '';
  }
}

/** Collects warnings while `act` runs. */
function warnings(act: () => void): string[] {
  const { warn } = console;
  const heard: string[] = [];
  console.warn = (text: string) => heard.push(text);
  try {
    act();
  } finally {
    console.warn = warn;
  }
  return heard;
}

/** As much of a scope as an element of this kind touches. */
const scopeOf = (rest: object = {}) =>
  ({ subscribe: () => () => undefined, ...rest }) as unknown as AccountScope;

describe('KitElement', () => {
  before(() => PlainElement.define());

  describe('define', () => {
    it('registers under its own tag, and says nothing when done twice', () => {
      expect(customElements.get('kit-plain')).to.equal(PlainElement);
      expect(warnings(() => PlainElement.define())).to.deep.equal([]);
    });

    it('takes another name, even beside the first', async () => {
      PlainElement.define(customElements, 'acme-plain');
      const element = await fixture<PlainElement>(
        html`<${unsafeStatic('acme-plain')}></${unsafeStatic('acme-plain')}>`,
      );
      expect(element).to.be.instanceOf(PlainElement);
      expect(element.said).to.equal('Never');
      expect(warnings(() => PlainElement.define(customElements, 'acme-plain'))).to.deep.equal([]);
    });

    it('leaves a name alone that another class holds, and warns once', () => {
      class Other extends HTMLElement {}
      customElements.define('kit-taken', Other);
      const heard = warnings(() => PlainElement.define(customElements, 'kit-taken'));
      expect(heard).to.have.length(1);
      expect(heard[0]).to.contain('<kit-taken>');
      expect(customElements.get('kit-taken')).to.equal(Other);
    });

    it('takes any registry', () => {
      const names: string[] = [];
      const registry = {
        get: () => undefined,
        define: (name: string) => names.push(name),
      } as unknown as CustomElementRegistry;
      PlainElement.define(registry);
      expect(names).to.deep.equal(['kit-plain']);
    });
  });

  it('says a page’s own words instead of the kit’s', async () => {
    const element = await fixture<PlainElement>(html`<kit-plain></kit-plain>`);
    element.messages = { 'people.never': 'Not once' };
    await element.updateComplete;
    expect(element.said).to.equal('Not once');
  });

  it('says the words of its account’s policy', async () => {
    const policy = { document: { messages: { en: { 'people.never': 'No visit' } } } };
    const element = await fixture<PlainElement>(
      html`<kit-plain .scope=${scopeOf({ policy })}></kit-plain>`,
    );
    expect(element.said).to.equal('No visit');
  });

  it('keeps a scope that was set before its class was known', async () => {
    const scope = scopeOf();
    const early: HTMLElement & Partial<PlainElement> = document.createElement('kit-early');
    early.scope = scope;
    early.messages = { 'people.never': 'Early' };
    document.body.append(early);
    PlainElement.define(customElements, 'kit-early');
    await early.updateComplete;
    expect(early.scope).to.equal(scope);
    expect(early.said).to.equal('Early');
    early.remove();
  });

  it('knows when nobody gives it an account', async () => {
    const element = await fixture<PlainElement>(html`<kit-plain></kit-plain>`);
    await new Promise((done) => setTimeout(done));
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('i')?.textContent).to.equal('missing');
  });
});
