import { expect } from 'chai';
import { createMemoryAdapter } from '../../../src/adapter/memory/index.ts';
import { emailKey, type ChangeData, type PersonRecord } from '../../../src/domain/index.ts';
import zoom from '../../../src/policy/presets/zoom.ts';
import {
  commandsOf,
  guessMapping,
  judgeImport,
  planImport,
  readCsv,
  type ImportRow,
  type JudgedRow,
} from '../../../src/state/csv/index.ts';
import { createScope, type AccountScope } from '../../../src/state/index.ts';
import { textFile } from './files.ts';

const PEOPLE: readonly PersonRecord[] = [
  { id: 'own', email: 'own@example.com', roleId: 'owner', status: 'active', userType: 'basic' },
  {
    id: 'ana', email: 'Ana@Bücher.example', firstName: 'Ana', lastName: 'Silva', roleId: 'member', status: 'active',
    userType: 'basic', department: 'Sales', groupIds: ['europe'],
  },
  { id: 'bo', email: 'bo@example.com', firstName: 'Bo', roleId: 'admin', status: 'active', userType: 'licensed' },
]; // prettier-ignore
const CHOICES = {
  role: ['owner', 'admin', 'member'].map((id) => ({ id, names: id === 'admin' ? ['Administrateur'] : [] })),
  userType: ['basic', 'licensed', 'on-prem'].map((id) => ({ id })),
  addons: ['webinar', 'large-meeting'].map((id) => ({ id, names: [id === 'webinar' ? 'Webinaire' : 'Large meeting'] })),
  group: [{ id: 'europe', names: ['Europe'] }, { id: 'americas', names: ['Amériques'] }],
}; // prettier-ignore

/** What someone who is added gets unless their row says otherwise. */
const DEFAULTS: ChangeData = { roleId: 'member', userType: 'basic' };

async function plan(text: string, defaults: ChangeData = {}): Promise<readonly ImportRow[]> {
  const table = await readCsv(textFile(text));
  const known = new Map(PEOPLE.map((person) => [emailKey(person.email), person]));
  return planImport(table, guessMapping(table), {
    known: (key) => known.get(key),
    choices: CHOICES,
    defaults,
  });
}

async function row(headings: string, cells: string): Promise<ImportRow> {
  const [first] = await plan(`${headings}\n${cells}\n`);
  return first!;
}

/** An account of these people with so many licences, seen by one of them. */
async function scopeOf(licensed: number, actor = 'own'): Promise<AccountScope> {
  const adapter = createMemoryAdapter({
    people: PEOPLE, policy: zoom, plan: 'pro', pools: { licensed, webinar: 5, 'large-meeting': 0 }, actor,
    groups: CHOICES.group.map(({ id }) => ({ id })), features: ['groups'], userTypes: ['basic', 'licensed'],
  }); // prettier-ignore
  const scope = createScope({ adapter, policy: zoom });
  await scope.refresh();
  return scope;
}

const actions = (rows: readonly ImportRow[]): string[] => rows.map(({ action }) => action);

describe('planImport', () => {
  it('ZM-4 adds who is new, one address per invitation, with everything that the row says', async () => {
    const { action, commands, fields } = await row(
      'Email,First name,Last name,Role,User type,Add-ons,Group,Department,Job title',
      'new@example.com,Eva,Roy,Administrateur,licensed,Webinaire; large-meeting,Amériques,Sales,=CEO',
    );
    expect(action).to.equal('add');
    expect(fields).to.include.members(['email', 'role', 'jobTitle']);
    expect(commands).to.deep.equal([
      {
        action: 'user.invite',
        change: {
          people: [{ email: 'new@example.com', firstName: 'Eva', lastName: 'Roy' }],
          roleId: 'admin',
          userType: 'licensed',
          addons: ['webinar', 'large-meeting'],
          groupId: 'americas',
          values: { department: 'Sales', jobTitle: '=CEO' },
        },
      },
    ]);
  });

  it('ZM-4 gives who is added what the row does not say', async () => {
    const [eva] = await plan('Email,Role\neva@example.com,admin\n', DEFAULTS);
    expect(eva?.commands[0]?.change).to.deep.equal({
      people: [{ email: 'eva@example.com' }], roleId: 'admin', userType: 'basic',
    }); // prettier-ignore
  });

  it('ZM-4 does not send what the policy has no answer to', async () => {
    const judged = judgeImport(await plan('Email\neva@example.com\n'), await scopeOf(3));
    expect(judged[0]?.refusal?.effect).to.equal('unknown');
    expect(commandsOf(judged)).to.deep.equal([]);
  });

  it('ZM-4 changes only what differs, by the command that it would be done with by hand', async () => {
    const { action, commands, person } = await row(
      'Email,First name,Last name,Department,Role,User type,Group,Add-ons',
      'ana@xn--bcher-kva.example,Ana,Roy,Sales,member,licensed,Europe,webinar',
    );
    expect([action, person?.id]).to.deep.equal(['update', 'ana']);
    expect(commands.map(({ action: act, change }) => [act, change])).to.deep.equal([
      ['user.edit', { values: { lastName: 'Roy' } }],
      ['user.change-type', { userType: 'licensed' }],
      ['user.assign-addon', { addons: ['webinar'] }],
    ]);
    expect(
      commands.every(({ target }) => target && 'id' in target && target.id === 'ana'),
    ).to.equal(true);
  });

  it('ZM-4 leaves alone who is so already, and what a cell does not say', async () => {
    const rows = await plan(
      'Email,Name,Department,Role\nANA@bücher.example,Ana Silva,,member\nbo@example.com,,,\n',
    );
    expect(actions(rows)).to.deep.equal(['unchanged', 'unchanged']);
    expect(rows.flatMap(({ commands }) => commands)).to.deep.equal([]);
  });

  it('ZM-4 takes a whole name apart', async () => {
    const [eva, bo] = await plan(
      'Name,Email\n"Roy, Eva",eva@example.com\nBo Lind,bo@example.com\n',
    );
    expect(eva?.commands[0]?.change?.people).to.deep.equal([
      { email: 'eva@example.com', firstName: 'Eva', lastName: 'Roy' },
    ]);
    expect(bo?.commands[0]?.change?.values).to.deep.equal({ lastName: 'Lind' });
  });

  for (const [why, cells, fault] of [
    ['no address', ',admin', { field: 'email', code: 'no-address' }],
    ['half an address', 'ana@,admin', { field: 'email', code: 'no-domain', value: 'ana@' }],
    ['several addresses', 'a@b.example c@d.example,', { field: 'email', code: 'several-addresses', value: 'a@b.example c@d.example' }],
    ['a role that is none', 'a@b.example,king', { field: 'role', code: 'unknown-value', value: 'king' }],
    ['more cells than headings', 'a@b.example,admin,x', { code: 'too-many-cells' }],
  ] as const)
    it(`ZM-4 says of a row with ${why} what is wrong`, async () => {
      const { action, commands, faults } = await row('Email,Role', cells);
      expect([action, faults, commands]).to.deep.equal(['error', [fault], []]);
    }); // prettier-ignore

  it('ZM-4 says of an address that stands there twice where it stood first', async () => {
    const rows = await plan('Email\na@example.com\nA@Example.com\n');
    expect(actions(rows)).to.deep.equal(['add', 'error']);
    expect(rows[1]?.faults).to.deep.equal([{ field: 'email', code: 'twice', value: '2' }]);
  });

  it('ZM-4 says every mistake of a row at once', async () => {
    const { faults } = await row('Email,Role,User type', 'ana,king,gold');
    expect(faults.map(({ code }) => code)).to.deep.equal([
      'unknown-value',
      'unknown-value',
      'no-at',
    ]);
  });

  it('takes shorter rows as they are, and a file without a column of addresses as errors', async () => {
    expect((await row('Email,Role,Department', 'a@example.com')).action).to.equal('add');
    expect((await row('Who,Role', 'Ana,member')).faults).to.deep.equal([
      { field: 'email', code: 'no-address' },
    ]);
  });
});

describe('judgeImport', () => {
  it('ZM-4 ZM-8 counts the seats of all rows together', async () => {
    const scope = await scopeOf(3);
    const rows = await plan(
      `Email,User type\n${[1, 2, 3].map((n) => `n${n}@example.com,licensed`).join('\n')}\n`,
      { roleId: 'member' },
    );
    const judged = judgeImport(rows, scope);
    expect(judged.map(({ refusal }) => refusal?.effect)).to.deep.equal([
      undefined,
      undefined,
      'deny',
    ]);
    expect(commandsOf(judged)).to.have.length(2);
  });

  it('ZM-4 ZM-6 holds an import to the rules of adding and editing', async () => {
    const scope = await scopeOf(3, 'bo');
    const rows = await plan(
      'Email,Role,Department\nnew@example.com,admin,\nana@bücher.example,admin,\nown@example.com,,Sales\n',
      DEFAULTS,
    );
    const reasons = judgeImport(rows, scope).map(({ refusal }: JudgedRow) =>
      refusal?.effect === 'deny' ? refusal.rule : 'sent',
    );
    expect(reasons).to.deep.equal(['zoom/owner-makes-admins', 'builtin/no-permission', 'sent']);
  });

  it('ZM-4 is sent as one act, and a second time changes nothing', async () => {
    const scope = await scopeOf(9);
    const text =
      'Email,First name,Role,Add-ons\neva@example.com,Eva,admin,webinar\nana@bücher.example,Anna,admin,\n';
    const outcomes = await scope.run(commandsOf(judgeImport(await plan(text, DEFAULTS), scope)));
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['done', 'done', 'done']);
    const people = (await scope.adapter.people({ size: 50 })).items;
    const known = new Map(people.map((person) => [emailKey(person.email), person]));
    const table = await readCsv(textFile(text));
    const again = planImport(table, guessMapping(table), {
      known: (key) => known.get(key),
      choices: CHOICES,
    });
    expect(actions(again)).to.deep.equal(['unchanged', 'unchanged']);
  });
});
