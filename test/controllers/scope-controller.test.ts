import { ContextProvider } from '@lit/context';
import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { scopeContext } from '../../src/controllers/scope-context.ts';
import { ScopeController } from '../../src/controllers/scope-controller.ts';
import type { AccountScope } from '../../src/state/index.ts';

/** As much of a scope as the controller touches. */
class Line {
  readonly listeners = new Set<() => void>();
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
  notify(): void {
    for (const listener of this.listeners) listener();
  }
}
const scopeOf = (line: Line) => line as unknown as AccountScope;
const nameOf = (scope: AccountScope | undefined) => (scope as Line | undefined)?.name;

class ConsumerElement extends LitElement {
  readonly account = new ScopeController(this);
  renders = 0;
  protected override render() {
    this.renders++;
    return html`${this.account.missing ? 'missing' : (nameOf(this.account.scope) ?? 'waiting')}`;
  }
  get shown(): string {
    return this.renderRoot.textContent.trim();
  }
}
customElements.define('test-consumer', ConsumerElement);

const provide = (element: Element | null, line: Line) => {
  const provider = new ContextProvider(element as HTMLElement, {
    context: scopeContext,
    initialValue: scopeOf(line),
  });
  provider.hostConnected();
  return provider;
};
const consumerIn = (root: Element) =>
  root.querySelector<ConsumerElement>('test-consumer') as ConsumerElement;
const wait = (ms = 0) => new Promise((done) => setTimeout(done, ms));

describe('ScopeController', () => {
  it('finds the nearest provider', async () => {
    const page = await fixture(html`<div><section></section></div>`);
    provide(page, new Line('outer'));
    provide(page.firstElementChild, new Line('inner'));
    const consumer = new ConsumerElement();
    page.firstElementChild?.append(consumer);
    await consumer.updateComplete;
    expect(consumer.shown).to.equal('inner');
  });

  it('is found by a provider that comes after it', async () => {
    const page = await fixture(html`<div><test-consumer></test-consumer></div>`);
    await wait();
    provide(page, new Line('late'));
    await consumerIn(page).updateComplete;
    expect(consumerIn(page).shown).to.equal('late');
  });

  it('is found when the provider’s class is defined after its own', async () => {
    const page = await fixture(
      html`<test-late-scope><test-consumer></test-consumer></test-late-scope>`,
    );
    const line = new Line('upgraded');
    class LateScope extends LitElement {
      readonly provider = new ContextProvider(this, {
        context: scopeContext,
        initialValue: scopeOf(line),
      });
    }
    customElements.define('test-late-scope', LateScope);
    await consumerIn(page).updateComplete;
    expect(consumerIn(page).shown).to.equal('upgraded');
  });

  it('changes over to a nearer provider that comes later', async () => {
    const page = await fixture(html`<div><p><test-consumer></test-consumer></p></div>`);
    const outer = new Line('outer');
    provide(page, outer);
    await consumerIn(page).updateComplete;
    provide(page.firstElementChild, new Line('inner'));
    await consumerIn(page).updateComplete;
    expect(consumerIn(page).shown).to.equal('inner');
    expect(outer.listeners.size, 'lets go of the old one').to.equal(0);
  });

  it('is not disturbed by a provider elsewhere', async () => {
    const page = await fixture(html`<div><test-consumer></test-consumer><p></p></div>`);
    provide(page.querySelector('p'), new Line('elsewhere'));
    await wait();
    await consumerIn(page).updateComplete;
    expect(consumerIn(page).shown).to.equal('missing');
  });

  it('takes its own scope before any provider’s', async () => {
    const page = await fixture(html`<div><test-consumer></test-consumer></div>`);
    provide(page, new Line('provided'));
    const consumer = consumerIn(page);
    consumer.account.scope = scopeOf(new Line('own'));
    await consumer.updateComplete;
    expect(consumer.shown).to.equal('own');
    consumer.account.scope = undefined;
    await consumer.updateComplete;
    expect(consumer.shown).to.equal('provided');
  });

  it('waits a moment before it says that nobody provides an account', async () => {
    const page = await fixture(html`<div><test-consumer></test-consumer></div>`);
    const consumer = new ConsumerElement();
    page.append(consumer);
    await consumer.updateComplete;
    expect(consumer.shown).to.equal('waiting');
    await wait();
    await consumer.updateComplete;
    expect(consumer.shown).to.equal('missing');
    provide(page, new Line('late'));
    await consumer.updateComplete;
    expect(consumer.shown).to.equal('late');
  });

  it('waits for a provider that has no account yet', async () => {
    const page = await fixture(html`<div><test-consumer></test-consumer></div>`);
    const provider = provide(page, undefined as unknown as Line);
    await wait();
    await consumerIn(page).updateComplete;
    expect(consumerIn(page).shown).to.equal('waiting');
    provider.setValue(scopeOf(new Line('loaded')));
    await consumerIn(page).updateComplete;
    expect(consumerIn(page).shown).to.equal('loaded');
  });

  it('renders once for many notices, and never after it is gone', async () => {
    const line = new Line('busy');
    const page = await fixture(html`<div></div>`);
    provide(page, line);
    const consumer = new ConsumerElement();
    page.append(consumer);
    await consumer.updateComplete;
    const before = consumer.renders;
    line.notify();
    line.notify();
    await consumer.updateComplete;
    expect(consumer.renders).to.equal(before + 1);
    consumer.remove();
    expect(line.listeners.size).to.equal(0);
  });

  it('finds its account again after a move', async () => {
    const page = await fixture(html`<div><p></p><test-consumer></test-consumer></div>`);
    const [first, second] = [new Line('first'), new Line('second')];
    provide(page, first);
    provide(page.firstElementChild, second);
    const consumer = consumerIn(page);
    await consumer.updateComplete;
    expect(consumer.shown).to.equal('first');
    page.firstElementChild?.append(consumer);
    await consumer.updateComplete;
    expect(consumer.shown).to.equal('second');
    expect([first.listeners.size, second.listeners.size]).to.deep.equal([0, 1]);
  });
});
