import { html, nothing, type TemplateResult } from 'lit';
import type { Subaccount } from '../../domain/index.ts';
import type { Translator } from '../../i18n/index.ts';
import type { SubaccountWindow } from '../../state/index.ts';
import { icon } from '../../views/icons.ts';
import { canBuy } from './add-button.ts';
import type { ManagerContext } from './manager-context.ts';

export interface ManagerFooter {
  readonly window: SubaccountWindow | undefined;
  /** The one that was just added, where the list does not show it. */
  readonly added: Subaccount | undefined;
  readonly search: string;
  /** Goes to the one that was added. */
  readonly show: () => void;
}

/** How many there are, what keeps some from being shown, and where the one is that was just added. */
export function managerFooter(
  { window, added, search, show }: ManagerFooter,
  { t, scope }: ManagerContext,
): TemplateResult {
  const slots = canBuy(scope) ? scope.seats('subaccount') : undefined;
  const scanned = search.trim() ? window?.partial?.scanned : undefined;
  return html`<div class="footer" part="footer">
    <span class="count" part="count">${countText(window, t)}</span>
    ${slots === undefined ? nothing : html`<span class="free">${t('manager.slots', { count: slots.free })}</span>`}
    ${scanned === undefined ? nothing : html`<span>${t('manager.partial', { count: scanned })}</span>`}
    ${
      added
        ? html`<span class="added">
            <span dir="auto">${t('manager.added', { name: added.name })}</span>
            <button type="button" class="button quiet small" @click=${show}>${t('manager.show')}</button>
          </span>`
        : nothing
    }
    ${
      scope.sessionExpired
        ? html`<span class="obstacle">${icon('lock')}<span>${t('problem.unauthenticated')} ${t('problem.unauthenticated.next')}</span></span>`
        : nothing
    }
    ${
      window?.problem && window.status === 'ready'
        ? html`<span class="obstacle">
            ${icon('alert')}<span>${t('people.outdated')}</span>
            <button type="button" class="button quiet small" @click=${() => window.retry()}>${t('change.retry')}</button>
          </span>`
        : nothing
    }
  </div>`;
}

function countText(window: SubaccountWindow | undefined, t: Translator): string {
  if (window?.status !== 'ready') return '';
  const { length, total, totalIs } = window;
  if (total === undefined || totalIs === 'estimate')
    return t('manager.about', { count: total ?? length });
  return t('manager.count', { count: total });
}
