import type { Subaccount } from '../../../domain/index.ts';
import type { AccountScope, NewCommand, Outcome } from '../../../state/index.ts';
import { fieldsTold, valuesTold } from '../row-actions.ts';
import { typedFor } from './confirm-act.ts';

/** What one of the forms is for. */
export type FormKind = 'create' | 'edit' | 'resize' | 'reassign' | 'buy';

/** What stands in a form, and what became of it. Kept until it is done or given up. */
export interface ActForm {
  readonly kind: FormKind;
  /** Whom it is about, as it was when the form was opened. */
  readonly one?: Subaccount;
  readonly values: Readonly<Record<string, string>>;
  /** Fields that are wanting, or that the backend did not take. */
  readonly faults: Readonly<Record<string, 'missing' | 'refused'>>;
  readonly sending?: AbortController;
  readonly failure?: Outcome;
}

/** Fields of those that a form may have, in their order. */
const DETAILS = ['name', 'pageName', 'userName', 'email'] as const;
export type Detail = (typeof DETAILS)[number];
/** Has to be typed before somebody's data is erased. */
export const TYPED = 'typed';

/** What a form asks for, in order: what the backend says that the act takes (CM-15). */
export function detailsOf(kind: FormKind, scope: AccountScope): readonly Detail[] {
  if (kind === 'reassign') return ['userName', 'email'];
  if (kind !== 'create' && kind !== 'edit') return [];
  const told = fieldsTold(scope, kind === 'create' ? 'subaccount.create' : 'subaccount.edit') ?? [];
  return DETAILS.filter((field) => told.includes(field));
}

/** A form as it opens. */
export function openForm(
  kind: FormKind,
  one: Subaccount | undefined,
  scope: AccountScope,
): ActForm {
  const values: Record<string, string> = {};
  for (const field of detailsOf(kind, scope))
    values[field] = (kind === 'edit' && one?.[field]) || '';
  if (kind === 'resize') values['size'] = one?.size ?? sizesOf(scope)[0] ?? '';
  return { kind, values, faults: {}, ...(one && { one }) };
}

/** The sizes that one may be given. */
export function sizesOf(scope: AccountScope): readonly string[] {
  return valuesTold(scope, 'subaccount.resize', 'size');
}

/** What is still to be filled in. */
export function missingIn(form: ActForm, scope: AccountScope): readonly string[] {
  const missing: string[] = detailsOf(form.kind, scope).filter(
    (field) => !form.values[field]?.trim(),
  );
  if (form.kind === 'reassign' && form.one) {
    const typed = form.values[TYPED]?.trim().toLocaleLowerCase();
    const isTyped = typedFor(form.one).some((text) => text.toLocaleLowerCase() === typed);
    if (!isTyped) missing.unshift(TYPED);
  }
  return missing;
}

/** The command that a form stands for; `undefined`: nothing would change. */
export function commandOf(form: ActForm, scope: AccountScope): NewCommand | undefined {
  const { kind, one, values } = form;
  const given = Object.fromEntries(
    detailsOf(kind, scope).map((field) => [field, values[field]?.trim() ?? '']),
  );
  if (kind === 'create') return { action: 'subaccount.create', change: { values: given } };
  if (!one) return undefined;
  // After a refusal the person has seen how it is by now, and goes by that.
  const { version } = (form.failure && scope.findSubaccount(one.id)) ?? one;
  const target = {
    kind: 'subaccount',
    id: one.id,
    ...(version !== undefined && { version }),
  } as const;
  switch (kind) {
    case 'edit': {
      const changed = Object.entries(given).filter(
        ([field, text]) => text !== (one[field as Detail] ?? ''),
      );
      if (changed.length === 0) return undefined;
      return { action: 'subaccount.edit', target, change: { values: Object.fromEntries(changed) } };
    }
    case 'resize': {
      const { size = '' } = values;
      return size === one.size
        ? undefined
        : { action: 'subaccount.resize', target, change: { values: { size } } };
    }
    case 'reassign': {
      const { email = '', ...rest } = given;
      return {
        action: 'subaccount.reassign',
        target,
        change: { people: [{ email }], values: rest },
      };
    }
    default:
      return undefined;
  }
}

/** The fields that the backend named in its refusal. */
export function refusedFields(
  { kind }: ActForm,
  outcome: Outcome,
  scope: AccountScope,
): ActForm['faults'] {
  if (outcome.status !== 'refused') return {};
  const named = (outcome.problem.fields ?? []).map(
    ({ pointer }) => pointer.split('/').at(-1) ?? '',
  );
  return Object.fromEntries(
    detailsOf(kind, scope)
      .filter((field) => named.includes(field))
      .map((field) => [field, 'refused' as const]),
  );
}
