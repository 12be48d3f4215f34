import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { roleLabels } from '../controllers/role-labels.ts';
import { addEnglish, roleName, type Translator } from '../i18n/index.ts';
import words from '../i18n/locales/en-notes.ts';
import { InviteRequestEvent, type AccountScope } from '../state/index.ts';
import { noteStyles, noteView } from '../views/note.ts';
import type { FewHolders } from './few-holders.ts';

/** Brings words and looks along, once for each element. */
export function begin(host: ReactiveControllerHost & HTMLElement): void {
  addEnglish(words);
  const { styleSheet } = noteStyles;
  if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
}

/** A role that too few people hold, said to those who can do something about it (RI-7). */
export function accountNotes(
  few: readonly FewHolders[],
  scope: AccountScope,
  t: Translator,
  readonly: boolean,
): readonly TemplateResult[] {
  return few.flatMap(({ roleId, count, recommended }) => {
    const decision = scope.decide({ action: 'user.invite', change: { roleId }, draft: true });
    const isOpen = ['allowed', 'server-decides'].includes(scope.standing(decision));
    if (readonly || !scope.offers('user.invite') || !isOpen) return [];
    const role = roleName(t, roleId, roleLabels(scope)(roleId));
    return noteView({
      name: 'few-holders',
      icon: 'users',
      text: t('note.few', { count, role }),
      next: t('note.few.next', { recommended }),
      action: {
        label: t('note.few.add'),
        run: () => scope.dispatchEvent(new InviteRequestEvent({ roleId })),
      },
    });
  });
}
