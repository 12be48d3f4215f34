import { css, html, nothing, type TemplateResult } from 'lit';
import { sayDecision, type Said, type Translator } from '../i18n/index.ts';
import type { Decision } from '../policy/index.ts';
import { icon } from './icons.ts';

/** One role to choose. */
export interface RoleOption {
  readonly id: string;
  readonly name: string;
  readonly description?: string | undefined;
  /** Why it cannot be chosen and what to do about it. Absent: it can. */
  readonly closed?: Said | undefined;
}

export interface RoleChoice {
  /** Names the list: whose role it is. */
  readonly label: string;
  readonly options: readonly RoleOption[];
  readonly current: string | undefined;
  readonly choose: (roleId: string) => void;
}

export interface RoleWords {
  readonly t: Translator;
  readonly roleName: (id: string) => string;
  /** The backend's own label of a role, if it has one. */
  readonly roleLabel: (id: string) => string | undefined;
  /** An unknown that the server alone can settle is open to be chosen. */
  readonly serverDecides: (decision: Decision) => boolean;
}

/** The options that a policy's decisions make: what `assignableRoles` answers. */
export function roleOptions(
  decisions: ReadonlyMap<string, Decision>,
  { t, roleName, roleLabel, serverDecides }: RoleWords,
): readonly RoleOption[] {
  return [...decisions].map(([id, decision]) => {
    const open = decision.effect === 'allow' || serverDecides(decision);
    const closed = open ? undefined : sayDecision(t, decision, { roleLabel, waiting: true });
    const description =
      open && decision.effect === 'unknown'
        ? sayDecision(t, decision, { roleLabel, waiting: false })?.reason
        : undefined;
    return { id, name: roleName(id), description, closed };
  });
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
  { id, name, description, closed }: RoleOption,
  isStart: boolean,
  { current, choose }: RoleChoice,
): TemplateResult {
  const isCurrent = id === current;
  // What is held already needs no reason why it could not be given.
  const why = isCurrent ? undefined : closed;
  const pick = (): void => {
    if (!isCurrent && !why) choose(id);
  };
  return html`<div
    class="item"
    part="option"
    role="option"
    tabindex="-1"
    data-label=${name}
    ?data-autofocus=${isStart}
    aria-selected=${isCurrent}
    aria-disabled=${why ? 'true' : nothing}
    @click=${pick}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      pick();
    }}
  >
    ${icon(isCurrent ? 'check' : why ? 'lock' : 'user')}
    <span class="label">
      <span dir="auto">${name}</span>
      ${why || description ? html`<span class="description">${why ? reasonLines(why) : html`<span class="why">${description}</span>`}</span>` : nothing}
    </span>
  </div>`;
}

function reasonLines({ reason, remedy }: Said): TemplateResult {
  return html`<span class="why">${reason}</span> ${remedy ? html`<span class="remedy">${remedy}</span>` : nothing}`;
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
