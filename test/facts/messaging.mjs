/** What is broken for each fact, and the test that has to go red. */
const POLICY = 'src/policy/presets/messaging.ts';
const INVITE = 'test/elements/invite-dialog/subaccount.test.ts';
const SWITCHER = 'test/elements/subaccount-switcher/subaccount-switcher.test.ts';
const MANAGER = 'test/elements/subaccount-manager';
const TABLE = 'test/elements/user-table/subaccount-column.test.ts';
const PANEL = 'test/elements/user-panel';

export default [
  {
    id: 'MS-1',
    breaks: 'the button to add opens nothing',
    file: 'src/elements/subaccount-manager/add-button.ts',
    from: '@click=${add}',
    to: '',
    test: `${MANAGER}/naming.test.ts`,
  },
  {
    id: 'MS-2',
    breaks: 'the backend keeps the former name',
    file: 'src/adapter/memory/commands/subaccount.ts',
    from: "'subaccount.edit': edit,",
    to: "'subaccount.edit': () => null,",
    test: `${MANAGER}/naming.test.ts`,
  },
  {
    id: 'MS-3',
    breaks: 'the button to add is open to everybody',
    file: 'src/elements/subaccount-manager/add-button.ts',
    from: 'return isOpen(scope, decision)',
    to: 'return true',
    test: `${MANAGER}/policy.test.ts`,
  },
  {
    id: 'MS-4',
    breaks: 'a manager needs no sub-account',
    file: POLICY,
    from: "when: { all: [{ fact: 'change.roleId', is: 'manager' }, notOne] },",
    to: "when: { all: [{ fact: 'change.roleId', is: 'nobody' }, notOne] },",
    test: INVITE,
  },
  {
    id: 'MS-5',
    breaks: 'an admin may be given a sub-account',
    file: POLICY,
    from: "{ fact: 'change.roleId', is: 'admin' },",
    to: "{ fact: 'change.roleId', is: 'nobody' },",
    test: INVITE,
  },
  {
    id: 'MS-6',
    breaks: 'an admin sees the people of one sub-account only',
    file: 'src/adapter/memory/memory-adapter.ts',
    from: '(subaccountId === undefined || ',
    to: '(false || ',
    test: TABLE,
  },
  {
    id: 'MS-7',
    breaks: 'a manager may enter any sub-account',
    file: POLICY,
    from: "{ not: { fact: 'target.id', in: { fact: 'actor.subaccountIds' } } }",
    to: "{ fact: 'target.id', in: ['nowhere'] }",
    test: SWITCHER,
  },
  {
    id: 'MS-8',
    breaks: 'a manager may add admins',
    file: POLICY,
    from: "{ not: { fact: 'change.roleId', is: 'manager' } }",
    to: "{ not: { fact: 'change.roleId', in: ['manager', 'admin'] } }",
    test: INVITE,
  },
  {
    id: 'MS-9',
    breaks: 'a manager sees the people of other sub-accounts',
    file: POLICY,
    from: "{ not: { fact: 'target.subaccountIds', overlaps: { fact: 'actor.subaccountIds' } } },",
    to: "{ fact: 'target.roleIds', overlaps: ['nobody'] },",
    test: `${PANEL}/viewing.test.ts`,
  },
  {
    id: 'MS-10',
    breaks: 'a manager may not edit',
    file: POLICY,
    from: "'user.edit',\n        'user.change-role',",
    to: "'user.change-role',",
    test: `${PANEL}/editing.test.ts`,
  },
  {
    id: 'MS-11',
    breaks: 'the page asks for all of them, whichever was chosen',
    file: 'src/state/subaccounts/place.ts',
    from: 'return subaccountId === undefined ? {} : { subaccountId };',
    to: 'return {};',
    test: SWITCHER,
  },
  {
    id: 'MS-12',
    breaks: 'nobody hears that one has to be chosen first',
    file: 'src/elements/subaccount-switcher/subaccount-switcher-element.ts',
    from: "this.#open('list', true);",
    to: "this.#open('list', false);",
    test: SWITCHER,
  },
  {
    id: 'MS-13',
    breaks: 'the switcher of a manager is not fixed',
    file: 'src/elements/subaccount-switcher/subaccount-switcher-element.ts',
    from: 'return scope.isSubaccountFixed ?',
    to: 'return false ?',
    test: SWITCHER,
  },
  {
    id: 'MS-14',
    breaks: 'the column of sub-accounts is empty',
    file: 'src/elements/user-table/columns/subaccount.ts',
    from: "${shown.join(', ')}",
    to: '',
    test: TABLE,
  },
];
