import { actionRegistry, type Subaccount } from '../../../domain/index.ts';
import type { ConfirmRequest } from '../../../views/confirmation.ts';
import { consequencesOf, isFinal } from '../../confirm-request.ts';
import type { ManagerContext } from '../manager-context.ts';
import { actLabel } from './act-menu.ts';

/** Whoever has a sub-account, as they are to be typed before they are erased (CM-20); the name of the thing, if nobody is known. */
export function typedFor({ userName, email, name }: Subaccount): readonly string[] {
  const given = [userName, email].filter((text): text is string => Boolean(text));
  return given.length > 0 ? given : [name];
}

/**
 * What is asked before something is done to a sub-account that is not easily taken back. What follows is told by the
 * registry, and until when it lives by the backend's preview, where it has one.
 */
export async function confirmRequest(
  action: string,
  one: Subaccount,
  { t, scope }: ManagerContext,
): Promise<ConfirmRequest | undefined> {
  const { effects = [], irreversible } = actionRegistry(scope.actions)[action] ?? {};
  if (!irreversible && !effects.includes('ends-at-period')) return undefined;
  const until = effects.includes('ends-at-period') ? await endOf(action, one, scope) : undefined;
  const name = actLabel(action, t);
  const [typed, orTyped] = typedFor(one);
  return {
    title: t('confirm.one', { action: name, name: one.name }),
    names: [],
    consequences:
      until === undefined
        ? consequencesOf(action, t, scope)
        : [t('acts.cancel.until', { date: t.date(until) })],
    ...(isFinal(action, scope) && {
      ...(typed !== undefined && { typed }),
      ...(orTyped !== undefined && { orTyped }),
    }),
    action: name,
    danger: true,
    ...(action === 'subaccount.cancel' && { keep: t('change.close') }),
  };
}

/** Until when it would live; `undefined` where the backend does not say. */
async function endOf(
  action: string,
  { id }: Subaccount,
  scope: ManagerContext['scope'],
): Promise<string | undefined> {
  try {
    const preview = await scope.preview([{ action, target: { kind: 'subaccount', id } }]);
    const effect = preview?.perTarget[0]?.effects.find(({ code }) => code === 'ends-at-period');
    const until = effect?.params?.['until'];
    return typeof until === 'string' ? until : undefined;
  } catch {
    // It is told in general words then.
    return undefined;
  }
}
