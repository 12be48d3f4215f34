import type { RunValue } from '../../../adapter/port.ts';
import type { Subaccount } from '../../../domain/index.ts';
import type { Translator } from '../../../i18n/index.ts';
import type { Outcome } from '../../../state/index.ts';
import { sizeName } from './buying-view.ts';
import type { ActForm } from './form.ts';

/** What an act without a form did, in one sentence. */
export function sayDone(
  { name }: Subaccount,
  { command: { action }, value }: Outcome & { readonly status: 'done' },
  t: Translator,
): string {
  if (action === 'subaccount.delete') return t('acts.deleted', { name });
  if (action === 'subaccount.resend-activation') return t('acts.resent', { name });
  const until = value && 'activeUntil' in value ? value.activeUntil : undefined;
  return until === undefined
    ? t('acts.cancelled', { name })
    : t('acts.cancelledUntil', { name, date: t.date(until) });
}

/** What a form did. */
export function sayFormDone(
  { kind, one, values }: ActForm,
  value: RunValue,
  t: Translator,
): string {
  const name = (value && 'name' in value ? value.name : one?.name) ?? '';
  switch (kind) {
    case 'create':
      return t('manager.added', { name });
    case 'resize':
      return t('acts.resized', { name, size: sizeName(t, values['size'] ?? '') });
    case 'reassign':
      return t('acts.reassigned', { name, who: values['userName'] ?? '' });
    default:
      return t('acts.saved', { name });
  }
}
