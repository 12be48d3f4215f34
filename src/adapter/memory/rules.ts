import type { PersonRecord } from '../../domain/index.ts';
import { compilePolicy, type Policy, type RoleDef } from '../../policy/index.ts';
import type { AccountData } from './account-data.ts';
import type { MemoryOptions } from './options.ts';

/** The policy in force, with the account's own roles in its document. */
export interface Rules {
  readonly policy?: Policy;
  /** Every role, highest first; empty where nobody said which there are. */
  readonly roles: readonly RoleDef[];
  /** What `user.view` looks at in a person: two who agree in it are both seen, or neither is. */
  readonly viewedBy: readonly (keyof PersonRecord)[];
}

/** Compiles the policy of the options together with the custom roles of the account. */
export function rulesOf(
  { policy, actions }: MemoryOptions,
  { roles }: Pick<AccountData, 'roles'>,
): Rules {
  if (!policy) return { roles, viewedBy: [] };
  const given = 'document' in policy ? policy : undefined;
  // A custom role that has the id of a document's role takes its place.
  const document = given ? given.document : (policy as Exclude<typeof policy, Policy>);
  const own = document.roles.filter(({ id }) => !roles.some((role) => role.id === id));
  const compiled =
    given && !roles.length
      ? given
      : compilePolicy({ ...document, roles: [...own, ...roles] }, actions && { actions });
  const looks = document.rules.filter(({ actions: on }) =>
    on.some((pattern) => ['*', 'user.*', 'user.view'].includes(pattern)),
  );
  const facts = JSON.stringify(looks).matchAll(/"target\.(\w+)/g);
  return {
    policy: compiled,
    roles: compiled.roles,
    viewedBy: [
      ...new Set(['roleId', 'roleIds', ...Array.from(facts, ([, name]) => name)]),
    ] as (keyof PersonRecord)[],
  };
}
