import '../../../src/define.ts';
import { createMemoryAdapter } from '../../../src/adapter/memory/index.ts';
import { registerMessages } from '../../../src/index.ts';
import fr from '../../../src/i18n/locales/fr.ts';
import { zoomAccount } from '../../../src/mock/zoom-account.ts';
import zoom from '../../../src/policy/presets/zoom.ts';
import type { PolicyDocument, RoleDef } from '../../../src/policy/index.ts';
import { controls, type Settings } from '../../controls.ts';
import { troubled } from '../../troubled.ts';

registerMessages(fr);

/** A role of the host's own: permissions are all it needs, the preset's limits hold for it too. */
const peopleLead: RoleDef = {
  id: 'people-lead',
  permissions: ['user.list', 'user.view', 'user.change-role'],
};
const policy: PolicyDocument = {
  ...zoom,
  roles: [...zoom.roles, peopleLead],
  messages: {
    en: { 'role.people-lead': 'People lead' },
    fr: { 'role.people-lead': 'Référent équipe' },
  },
};

const scope = document.querySelector('account-scope')!;
let backend: ReturnType<typeof createMemoryAdapter> | undefined;
let made = '';

/** Puts the page on the backend that the settings ask for; people and their changes stay while only the viewer changes. */
async function connect({ as, people, backend: behaviour }: Settings): Promise<void> {
  const key = people;
  if (!backend || made !== key) {
    const account = zoomAccount({ seed: 7, count: Number(people), roles: [peopleLead] });
    backend = createMemoryAdapter({ ...account, policy });
    made = key;
  }
  const actor = backend
    .dump()
    .people.find(({ roleId, status }) => roleId === as && status === 'active');
  if (actor) backend.actAs(actor.id);
  // A new adapter makes a new scope: what one person did is not offered to the next to undo.
  scope.policy = policy;
  scope.adapter = undefined;
  await scope.updateComplete;
  scope.adapter = troubled(backend, behaviour);
}

controls(
  policy.roles.map(({ id }) => id),
  connect,
);
