import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html, type TemplateResult } from 'lit';
import { ACTION_SHAPES } from '../../src/domain/actions.ts';
import {
  actionName,
  createTranslator,
  roleName,
  sayDecision,
  type Translator,
} from '../../src/i18n/index.ts';
import { compilePolicy, type Decision, type Policy } from '../../src/policy/index.ts';
import { presets } from '../../src/policy/presets/index.ts';
import { accountRoles, askAs, someoneOf } from '../../src/state/permissions.ts';
import { icon, iconStyles } from '../../src/views/icons.ts';
import { toolbarOf } from '../account/with-account.ts';
import { inTokens } from './in-tokens.ts';

const meta: Meta = {
  title: 'Foundations/Permissions',
  parameters: { controls: { disable: true }, bare: true },
};
export default meta;

const styles = css`
  ${iconStyles}
  :host {
    max-inline-size: none;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    background: var(--_surface);
  }
  .frame {
    max-block-size: 80vh;
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-large);
    background: var(--_surface);
  }
  tbody th {
    inline-size: 15rem;
  }
  tbody th code {
    display: block;
    color: var(--_text-muted);
    font-weight: 400;
  }
  .group th {
    padding-block-start: 20px;
    color: var(--_text-muted);
    font-size: var(--_size-small);
    text-transform: capitalize;
  }
  td {
    min-inline-size: 11rem;
  }
  .answer {
    position: relative;
    display: flex;
    align-items: start;
    gap: 8px;
  }
  .answer .icon {
    margin-block-start: 3px;
  }
  .is-allow {
    color: var(--_success);
  }
  .is-deny {
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }
  .is-open {
    color: var(--_warning);
    font-size: var(--_size-small);
  }
  .is-viewed {
    background: var(--_accent-soft);
  }
`;

/** Of somebody of the lowest role, close by. */
function ask(policy: Policy, roleId: string, action: string): Decision {
  return askAs(policy, roleId, action, someoneOf(accountRoles(policy).at(-1) ?? roleId));
}

function answer(decision: Decision, t: Translator): TemplateResult {
  const said = sayDecision(t, decision);
  switch (decision.effect) {
    case 'allow':
      return html`<span class="answer is-allow">${icon('check')}<span class="visually-hidden">Allowed</span></span>`;
    case 'deny':
      return html`<span class="answer is-deny">${icon('lock')}<span>${said?.reason} ${said?.remedy}</span></span>`;
    case 'unknown':
      return html`<span class="answer is-open">${icon('clock')}<span>Depends on <code>${decision.missing.join(', ')}</code></span></span>`;
  }
}

const hidden = css`
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;

/** Role by role, action by action, asked of the policy document of the product in the toolbar. */
export const WhatCanThisRoleDo: StoryObj = {
  name: 'What can this role do?',
  render: (_args, context) => {
    const { product, as, locale } = toolbarOf(context);
    const policy = compilePolicy(presets[product as keyof typeof presets]);
    const t = createTranslator({ tags: [locale] });
    const actions = Object.keys(ACTION_SHAPES) as (keyof typeof ACTION_SHAPES)[];
    const offered = actions.filter((action) =>
      policy.roles.some(({ id }) => {
        const decision = ask(policy, id, action);
        return decision.effect !== 'deny' || decision.reason.key !== 'notOffered';
      }),
    );
    const nouns = [...new Set(offered.map((action) => action.split('.')[0] ?? ''))];
    const viewed = (id: string): string => (id === as ? 'is-viewed' : '');
    return inTokens(
      () => html`<h1>What can this role do?</h1>
        <p class="lead">
          Asked of the document <code>${policy.id}</code> itself, the way an element, a server and the mock ask it: by somebody of that role, about
          somebody of the lowest one, on an account where nothing is used up. Choose another product, or a role to follow, in the toolbar.
        </p>
        <div class="frame" tabindex="0" role="region" aria-label="Permissions of ${policy.id}">
          <table>
            <thead>
              <tr><th scope="col">Action</th>${policy.roles.map(({ id }) => html`<th scope="col" class=${viewed(id)}>${roleName(t, id)}</th>`)}</tr>
            </thead>
            ${nouns.map(
              (noun) => html`<tbody>
                <tr class="group"><th scope="rowgroup" colspan=${policy.roles.length + 1}>${noun}</th></tr>
                ${offered
                  .filter((action) => action.startsWith(`${noun}.`))
                  .map(
                    (action) => html`<tr>
                      <th scope="row">${nameOf(action, t)}<code>${action}</code></th>
                      ${policy.roles.map(({ id }) => html`<td class=${viewed(id)} lang=${locale}>${answer(ask(policy, id, action), t)}</td>`)}
                    </tr>`,
                  )}
              </tbody>`,
            )}
          </table>
        </div>`,
      css`${styles}${hidden}`,
    );
  },
};

/** The name that people read; most actions have none, as nobody chooses them from a list. */
function nameOf(action: string, t: Translator): string {
  const name = actionName(t, action);
  return name === action ? '' : name;
}
