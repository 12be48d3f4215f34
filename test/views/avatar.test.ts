import { expect, fixture, html } from '@open-wc/testing';
import { avatar, initials, tintOf } from '../../src/views/avatar.ts';

describe('initials', () => {
  const rows: readonly [name: string, expected: string][] = [
    ['Ana Lúcia Prado', 'AP'],
    ['Cher', 'C'],
    ['jean-noël œuvrard', 'JŒ'],
    ['  Zoë   van  Dijk ', 'ZD'],
    ['山田太郎', '山'],
    ['山田 太郎', '山'],
    ['김철수', '김'],
    ['Ömer İnan', 'Öİ'],
    ['🦊 Fox', 'F'],
    ['👩🏽‍🚀', '👩🏽‍🚀'],
    ['Ana (Ops) Prado', 'AP'],
    ['ß Groß', 'ßG'],
    ['ana.prado@example.com', 'AP'],
    ['ana@example.com', 'A'],
    ['e\u0301lodie', 'É'],
    ['नमिता', 'न'],
    ['', ''],
    ['   ', ''],
  ];
  for (const [name, expected] of rows) {
    it(`of “${name}” are “${expected}”`, () => expect(initials(name)).to.equal(expected));
  }
});

describe('avatar', () => {
  const show = (person: Parameters<typeof avatar>[0]) =>
    fixture<HTMLElement>(html`<p>${avatar(person)}</p>`);

  it('shows initials, and stays silent: the name stands beside it', async () => {
    const box = await show({ id: '7', name: 'Ana Prado' });
    expect(box.textContent.trim()).to.equal('AP');
    expect(box.querySelector('.avatar')?.getAttribute('aria-hidden')).to.equal('true');
  });

  it('shows a person where there is no name at all', async () => {
    const box = await show({ id: '7', name: '' });
    expect(box.querySelector('svg')).to.not.equal(null);
  });

  it('asks for a picture late, and without telling where from', async () => {
    const box = await show({ id: '7', name: 'Ana', src: '/ana.png' });
    const image = box.querySelector('img') as HTMLImageElement;
    expect(image.loading).to.equal('lazy');
    expect(image.referrerPolicy).to.equal('no-referrer');
    expect(image.alt).to.equal('');
  });

  it('goes back to the initials when the picture fails', async () => {
    const box = await show({ id: '7', name: 'Ana Prado', src: '/nobody.png' });
    const image = box.querySelector('img') as HTMLImageElement;
    image.dispatchEvent(new Event('error'));
    expect(image.hidden).to.equal(true);
    expect(box.textContent.trim()).to.equal('AP');
  });

  it('keeps a tint as long as the id, and spreads ids over all of them', () => {
    expect(tintOf('person-1')).to.equal(tintOf('person-1'));
    const tints = Array.from({ length: 400 }, (_, i) => tintOf(`person-${i}`));
    for (let tint = 0; tint < 8; tint++) {
      const share = tints.filter((each) => each === tint).length;
      expect(share, `tint ${tint}`).to.be.within(25, 80);
    }
  });
});
