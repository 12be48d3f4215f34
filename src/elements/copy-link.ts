import { personName, type PersonRecord } from '../domain/index.ts';
import type { Translator } from '../i18n/index.ts';
import type { Outcome } from '../state/index.ts';

/** Puts the link that `invitation.copy-link` has brought into the clipboard, and says whether it is there. */
export async function copyLink(
  outcome: Outcome | undefined,
  person: PersonRecord,
  t: Translator,
  say: (text: string) => void,
): Promise<void> {
  if (outcome?.status !== 'done') return;
  const link = outcome.value && 'label' in outcome.value ? (outcome.value.label ?? '') : '';
  try {
    await navigator.clipboard.writeText(link);
    say(t('row.linkCopied', { name: personName(person) }));
  } catch {
    say(t('row.linkNotCopied', { link }));
  }
}
