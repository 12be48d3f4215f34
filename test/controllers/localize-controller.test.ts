import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { LocalizeController } from '../../src/controllers/localize-controller.ts';
import { registerMessages } from '../../src/i18n/index.ts';
import type { MessageOverrides } from '../../src/i18n/index.ts';
import fr from '../../src/i18n/locales/fr.ts';

class SpeakerElement extends LitElement {
  words: MessageOverrides | undefined;
  readonly localize = new LocalizeController(this, { messages: () => this.words });
  protected override render() {
    return html`${this.localize.t('people.never')}`;
  }
  get said(): string {
    return this.renderRoot.textContent.trim();
  }
}
customElements.define('test-speaker', SpeakerElement);

/** A shadow root with a speaker inside. */
class ShadeElement extends LitElement {
  protected override render() {
    return html`<div><test-speaker></test-speaker></div>`;
  }
}
customElements.define('test-shade', ShadeElement);

const speakerIn = (root: ParentNode | null) =>
  root?.querySelector<SpeakerElement>('test-speaker') as SpeakerElement;
const settle = async (speaker: SpeakerElement) => {
  await new Promise((done) => setTimeout(done)); // Observers report in a microtask.
  await speaker.updateComplete;
};
const page = document.documentElement;

describe('LocalizeController', () => {
  before(() => registerMessages(fr));
  afterEach(() => {
    page.lang = 'en';
    page.removeAttribute('dir');
  });

  it('speaks the language of the nearest element that names one', async () => {
    const box = await fixture(
      html`<div lang="fr"><p lang="en"><test-speaker></test-speaker></p></div>`,
    );
    expect(speakerIn(box).said).to.equal('Never');
    const french = await fixture(html`<div lang="fr"><test-speaker></test-speaker></div>`);
    expect(speakerIn(french).said).to.equal('Jamais');
  });

  it('lets its own lang go before all others', async () => {
    const box = await fixture(
      html`<div lang="en"><test-speaker lang="fr-CH"></test-speaker></div>`,
    );
    expect(speakerIn(box).said).to.equal('Jamais');
    expect(speakerIn(box).localize.locale).to.equal('fr-CH');
  });

  it('looks through shadow roots', async () => {
    const box = await fixture(html`<div lang="fr"><test-shade></test-shade></div>`);
    const speaker = speakerIn(box.querySelector('test-shade')?.shadowRoot ?? null);
    expect(speaker.said).to.equal('Jamais');
  });

  it('follows the page when it changes its language', async () => {
    const speaker = await fixture<SpeakerElement>(html`<test-speaker></test-speaker>`);
    expect(speaker.said).to.equal('Never');
    page.lang = 'fr';
    await settle(speaker);
    expect(speaker.said).to.equal('Jamais');
  });

  it('follows an element around it, in the page or in a shadow root', async () => {
    const box = await fixture(html`<div><test-shade></test-shade></div>`);
    const root = box.querySelector('test-shade')?.shadowRoot as ShadowRoot;
    const speaker = speakerIn(root);
    box.setAttribute('lang', 'fr');
    await settle(speaker);
    expect(speaker.said).to.equal('Jamais');
    root.querySelector('div')?.setAttribute('lang', 'en');
    await settle(speaker);
    expect(speaker.said).to.equal('Never');
  });

  it('speaks English where nothing else can be said', async () => {
    const box = await fixture(html`<div lang="tlh"><test-speaker></test-speaker></div>`);
    expect(speakerIn(box).said).to.equal('Never');
    expect(speakerIn(box).localize.number(1234)).to.equal('1,234');
  });

  it('changes over when a locale is added later', async () => {
    const box = await fixture(html`<div lang="eo"><test-speaker></test-speaker></div>`);
    registerMessages({ tag: 'eo', messages: { 'people.never': 'Neniam' } });
    await settle(speakerIn(box));
    expect(speakerIn(box).said).to.equal('Neniam');
  });

  it('puts its host’s own words first', async () => {
    const speaker = await fixture<SpeakerElement>(html`<test-speaker></test-speaker>`);
    speaker.words = { 'people.never': 'Not yet' };
    speaker.requestUpdate();
    await speaker.updateComplete;
    expect(speaker.said).to.equal('Not yet');
  });

  it('knows the direction of the text around, and follows it', async () => {
    const box = await fixture(html`<div><test-speaker></test-speaker></div>`);
    const { localize } = speakerIn(box);
    expect(localize.dir).to.equal('ltr');
    box.setAttribute('dir', 'rtl');
    await settle(speakerIn(box));
    expect(localize.dir).to.equal('rtl');
    box.removeAttribute('dir');
    page.dir = 'rtl';
    await settle(speakerIn(box));
    expect(localize.dir).to.equal('rtl');
  });

  it('follows where it is moved to', async () => {
    const box = await fixture(html`<div><p lang="fr"></p><test-speaker></test-speaker></div>`);
    const speaker = speakerIn(box);
    box.querySelector('p')?.append(speaker);
    await speaker.updateComplete;
    expect(speaker.said).to.equal('Jamais');
  });
});
