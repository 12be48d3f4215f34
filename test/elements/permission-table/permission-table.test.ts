import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define.ts';
import { createMemoryAdapter } from '../../../src/adapter/memory/index.ts';
import fr from '../../../src/i18n/locales/fr.ts';
import { registerMessages, type PermissionTableElement } from '../../../src/index.ts';
import { respondIoAccount } from '../../../src/mock/index.ts';
import type { PolicyDocument } from '../../../src/policy/index.ts';
import respondIo from '../../../src/policy/presets/respond-io.ts';
import { NOW, readable, until } from '../people-page.ts';

registerMessages(fr);

async function shown(
  policy: PolicyDocument | undefined,
  { lang = 'en', roleId = '' } = {},
): Promise<PermissionTableElement> {
  const adapter = createMemoryAdapter(respondIoAccount({ count: 8, now: NOW }));
  const box = await fixture<HTMLElement>(html`<div lang=${lang}>
    <account-scope .policy=${policy} .adapter=${adapter}>
      <permission-table role-id=${roleId}></permission-table>
    </account-scope>
  </div>`);
  const element = box.querySelector('permission-table')!;
  await until(() => element.scope?.account.status === 'ready', 'the account is known');
  await until(() => element.shadowRoot!.querySelector('[part]'), 'something is drawn');
  return element;
}

const rows = ({ shadowRoot }: PermissionTableElement): string[][] =>
  [...shadowRoot!.querySelectorAll('tr')].map((row) => [...row.children].map(readable));

describe('<permission-table>', () => {
  it('RI-2 RI-3 RI-4 RI-5 RI-17 shows each role with how far it reaches in settings, users, workspaces and billing', async () => {
    const element = await shown(respondIo);
    await until(() => rows(element)[1]?.[0]?.includes('Your role'), 'whose role it is');
    expect(rows(element)).to.deep.equal([
      ['Role', 'General settings', 'Users', 'Workspaces', 'Billing'],
      ['Organization admin Your role', 'Full', 'Full', 'Full', 'Full'],
      ['Billing admin', 'View', 'View', 'View', 'Full'],
      ['User admin', 'View', 'Limited', 'Full', 'View'],
      ['Member', 'None', 'None', 'Limited', 'None'],
    ]);
    await expect(element).to.be.accessible();
  });

  it('points out the role that is being chosen, and says so', async () => {
    const element = await shown(respondIo, { roleId: 'user-admin' });
    const current = element.shadowRoot!.querySelectorAll('[aria-current=true]');
    expect([...current].map(readable)).to.deep.equal(['User admin']);
  });

  it('speaks French', async () => {
    const [head = [], first = []] = rows(await shown(respondIo, { lang: 'fr' }));
    expect(head.slice(1)).to.deep.equal([
      'Paramètres généraux',
      'Utilisateurs',
      'Espaces de travail',
      'Facturation',
    ]);
    expect(first[1]).to.equal('Complet');
  });

  it('says that only the server knows, where there is no policy', async () => {
    const element = await shown(undefined);
    expect(element.shadowRoot!.querySelector('table')).to.equal(null);
    expect(readable(element.shadowRoot!.querySelector('[part~=state-no-policy]')!)).to.contain(
      'decided by the server',
    );
  });
});
