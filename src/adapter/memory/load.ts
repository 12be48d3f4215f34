import type { RoleDef } from '../../policy/index.ts';
import type { MemoryPerson } from './options.ts';
import type { Store } from './store.ts';

/** Puts given people into the store; a mistake in them is told with its path and value. */
export function load(store: Store, people: readonly MemoryPerson[], isNew = true): void {
  people.forEach((person, i) => {
    for (const part of ['id', 'email', 'roleId'] as const) {
      const value: unknown = person[part];
      if (typeof value !== 'string' || !value) {
        throw new TypeError(
          `people[${i}].${part}: expected a text, found ${JSON.stringify(value)}`,
        );
      }
    }
    if (isNew && store.get(person.id)) {
      throw new TypeError(`people[${i}].id: ${JSON.stringify(person.id)} is there twice`);
    }
    store.put({ ...person, status: person.status ?? 'active' }, person.version);
  });
  store.commit();
}

/** Who is signed in unless somebody says so: the first active person of the highest role. */
export function defaultActor(store: Store, roles: readonly RoleDef[]): string {
  let [best, bestRank] = ['', Infinity];
  for (const { record } of store.rows()) {
    if (record.status !== 'active') continue;
    const at = roles.findIndex(({ id }) => id === record.roleId);
    const rank = at < 0 ? roles.length : at;
    if (rank < bestRank) [best, bestRank] = [record.id, rank];
  }
  return best;
}

/** The licence kinds that people hold. */
export function typesHeld(people: readonly MemoryPerson[]): readonly string[] {
  return [...new Set(people.flatMap(({ userType }) => userType ?? []))];
}
