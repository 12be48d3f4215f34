import { FILTER_OPERATORS, PEOPLE_FIELDS, type PeopleField } from '../../../domain/index.ts';
import type { Check } from '../check.ts';
import { ensure } from '../ensure.ts';

const isField = (id: string) =>
  (PEOPLE_FIELDS as readonly string[]).includes(id) || id.startsWith('x-');

export const capabilityChecks: readonly Check[] = [
  {
    name: 'capabilities-make-sense',
    promise: 'advertises known fields and operators, and a method for everything that needs one',
    run: async ({ adapter, capabilities }) => {
      const { people, batch, preview, live, audit } = capabilities;
      ensure(typeof adapter.id === 'string' && adapter.id, 'the adapter has no id');
      ensure(people.maxSize >= 1, `people.maxSize is ${people.maxSize}`);
      for (const field of people.sort)
        ensure(isField(field), `sort by ${field}, which is no field`);
      for (const field of Object.keys(people.filter) as PeopleField[]) {
        const operators = people.filter[field] ?? [];
        ensure(isField(field), `filter by ${field}, which is no field`);
        ensure(operators.length, `filter by ${field} with no operator`);
        for (const op of operators)
          ensure(
            FILTER_OPERATORS.includes(op),
            `filter by ${field} with ${op}, which is no operator`,
          );
      }
      ensure(!batch || adapter.batch, 'batch is advertised, and there is no batch()');
      ensure(
        preview.length === 0 || adapter.preview,
        'preview is advertised, and there is no preview()',
      );
      ensure(!audit || adapter.audit, 'audit is advertised, and there is no audit()');
      ensure(live === 'none' || adapter.watch, `live is ${live}, and there is no watch()`);
      ensure(
        JSON.stringify(await adapter.capabilities()) === JSON.stringify(capabilities),
        'asked twice, it answers differently',
      );
    },
  },
  {
    name: 'account-tells-who-and-what',
    promise: 'tells who is signed in, and of the account only facts that it advertises',
    run: async ({ adapter, capabilities }) => {
      const { actor, facts, now } = await adapter.account();
      ensure(typeof actor.id === 'string' && actor.id, 'the actor has no id');
      ensure(typeof actor.roleId === 'string' && actor.roleId, 'the actor has no role');
      for (const fact of Object.keys(facts)) {
        ensure(
          (capabilities.facts as readonly string[]).includes(fact),
          `${fact} is told, but not advertised`,
        );
      }
      ensure(
        now === undefined || !Number.isNaN(Date.parse(now)),
        `now is ${now}, which is no date`,
      );
      for (const { total, used } of Object.values(facts.seats ?? {})) {
        ensure(
          Number.isInteger(total) && Number.isInteger(used) && total >= 0 && used >= 0,
          `a pool has ${used} of ${total} seats taken`,
        );
      }
    },
  },
];
