import { css, html, nothing, type TemplateResult } from 'lit';
import { sayDecision, type Translator } from '../i18n/index.ts';
import type { Decision } from '../policy/index.ts';
import { icon } from './icons.ts';

/** One role to choose. */
export interface RoleOption {
  readonly id: string;
  readonly name: string;
  readonly decision: Decision;
}

export interface RoleChoice {
  /** Names the list: whose role it is. */
  readonly label: string;
  readonly options: readonly RoleOption[];
  readonly current: string | undefined;
  readonly t: Translator;
  readonly roleLabel: (id: string) => string | undefined;
  /** An unknown that the server alone can settle is open to be chosen. */
  readonly serverDecides: (decision: Decision) => boolean;
  readonly choose: (roleId: string) => void;
}

/**
 * A listbox of roles (ARIA listbox pattern). A closed one takes the focus like the others, is `aria-disabled`, and
 * says why and what to do about it: the words are part of its name, so that they are heard at once.
 */
export function roleChoice(choice: RoleChoice): TemplateResult {
  const { label, options, current } = choice;
  const start = options.find(({ id }) => id === current)?.id ?? options[0]?.id;
  return html`<div class="roles" role="listbox" aria-label=${label}>
    ${options.map((option) => roleOption(option, option.id === start, choice))}
  </div>`;
}

function roleOption(
  { id, name, decision }: RoleOption,
  isStart: boolean,
  choice: RoleChoice,
): TemplateResult {
  const { t, current, roleLabel, serverDecides, choose } = choice;
  const isCurrent = id === current;
  const server = serverDecides(decision);
  const open = !isCurrent && (decision.effect === 'allow' || server);
  // What is held already needs no reason why it could not be given.
  const said = isCurrent ? undefined : sayDecision(t, decision, { roleLabel, waiting: !server });
  return html`<div
    class="item"
    part="option"
    role="option"
    tabindex="-1"
    data-label=${name}
    ?data-autofocus=${isStart}
    aria-selected=${isCurrent}
    aria-disabled=${open || isCurrent ? nothing : 'true'}
    @click=${() => open && choose(id)}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      if (open) choose(id);
    }}
  >
    ${icon(isCurrent ? 'check' : open ? 'user' : 'lock')}
    <span class="label">
      <span dir="auto">${name}</span>
      ${
        said
          ? html`<span class="description">
              <span class="why">${said.reason}</span> ${said.remedy ? html`<span class="remedy">${said.remedy}</span>` : nothing}
            </span>`
          : nothing
      }
    </span>
  </div>`;
}

/** Beside `controls`. */
export const roleChoiceStyles = css`
  .roles {
    display: grid;
    gap: 1px;
    inline-size: min(21rem, calc(100vw - 2rem));
  }
  .roles .item .description :is(.why, .remedy) {
    display: block;
    text-wrap: pretty;
  }
  .roles .item .description .remedy {
    color: var(--_text);
  }
`;
