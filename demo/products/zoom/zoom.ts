import { setupWorker } from 'msw/browser';
import fr from '../../../src/i18n/locales/fr.ts';
import { registerMessages } from '../../../src/index.ts';
import {
  createMockBackend,
  handlers,
  scenarios,
  type MockBackend,
  type MockOptions,
  type ScenarioName,
} from '../../../src/mock/index.ts';
import type { PolicyDocument, RoleDef } from '../../../src/policy/index.ts';
import zoom from '../../../src/policy/presets/zoom.ts';
import { controls, type Settings } from '../../controls.ts';

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
    en: { 'role.people-lead': 'People lead', 'field.x-cost-centre': 'Cost centre' },
    fr: { 'role.people-lead': 'Référent équipe', 'field.x-cost-centre': 'Centre de coûts' },
  },
};

const scope = document.querySelector('account-scope')!;
scope.policy = policy;
const baseUrl = scope.getAttribute('base-url') ?? '';
const signedOut = document.querySelector<HTMLElement>('#signed-out')!;

const worker = setupWorker();
let backend: MockBackend | undefined;
let made = '';

/** Puts a backend behind the address; people and their changes stay while only the viewer changes. */
function serve({ as, count, scenario }: Settings): void {
  const options: MockOptions = scenarios[scenario as ScenarioName];
  const key = `${scenario} ${count}`;
  if (!backend || made !== key) {
    backend = createMockBackend({
      seed: 7,
      count: Number(count),
      latency: 250,
      roles: [peopleLead],
      ...options,
    });
    worker.resetHandlers(...handlers(backend, { baseUrl }));
    made = key;
  }
  // A scenario may be about someone in particular.
  if (options.as !== undefined) return;
  const { memory } = backend;
  const { people } = memory.dump();
  const actor = people.find(({ roleId, status }) => roleId === as && status === 'active');
  if (actor) memory.actAs(actor.id);
}

/** The page's elements come to life once somebody answers them. */
let isUp = false;

async function connect(settings: Settings): Promise<void> {
  serve(settings);
  signedOut.hidden = true;
  if (!isUp) {
    isUp = true;
    const url = new URL('../../mockServiceWorker.js', document.baseURI).pathname;
    await worker.start({ quiet: true, onUnhandledRequest: 'bypass', serviceWorker: { url } });
    await import('../../../src/define.ts');
    return;
  }
  // Another address makes a new scope: what one person did is not offered to the next to undo.
  scope.baseUrl = undefined;
  await scope.updateComplete;
  scope.baseUrl = baseUrl;
}

scope.addEventListener('session-expired', (event) => {
  signedOut.hidden = false;
  signedOut.querySelector('button')!.onclick = () => {
    signedOut.hidden = true;
    if (backend) backend.conditions.expired = false;
    event.resume();
  };
});

// This page has a shop: five more, on the house.
scope.addEventListener('seat-buy', (event) => {
  event.preventDefault();
  const change = { values: { pool: event.pool }, count: 5 };
  void scope.scope?.run({ action: 'license.add', change });
});

controls({ as: policy.roles.map(({ id }) => id), scenario: Object.keys(scenarios) }, connect);
