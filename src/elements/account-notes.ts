import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { roleLabels } from '../controllers/role-labels.ts';
import { addEnglish, roleName, type Translator } from '../i18n/index.ts';
import words from '../i18n/locales/en-notes.ts';
import { InviteRequestEvent, type AccountScope } from '../state/index.ts';
import { noteStyles, noteView } from '../views/note.ts';
import { fewHolders, isCancelled } from './account-standing.ts';

/** Brings words and looks along, once for each element. */
export function begin(host: ReactiveControllerHost & HTMLElement): void {
  addEnglish(words);
  const { styleSheet } = noteStyles;
  if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
}

/** What there is to say. Of a cancelled account nothing else matters. */
export function accountNotes(
  scope: AccountScope,
  t: Translator,
  readonly: boolean,
): readonly TemplateResult[] {
  return isCancelled(scope) ? [cancelledNote(scope, t)] : fewNotes(scope, t, readonly);
}

/** That the account has ended, and when it is going to be deleted, where the backend says so (RI-18). */
function cancelledNote({ account }: AccountScope, t: Translator): TemplateResult {
  const deletionAt = account.status === 'ready' ? account.facts.deletionAt : undefined;
  return noteView({
    name: 'cancelled',
    icon: 'alert',
    text: t('note.cancelled'),
    next:
      deletionAt === undefined
        ? t('note.cancelled.next')
        : t('note.cancelled.until', { date: t.date(deletionAt, { dateStyle: 'long' }) }),
  });
}

/** Roles that too few people hold, said to those who can do something about it (RI-7). */
function fewNotes(
  scope: AccountScope,
  t: Translator,
  readonly: boolean,
): readonly TemplateResult[] {
  return fewHolders(scope).flatMap(({ roleId, count, recommended }) => {
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
