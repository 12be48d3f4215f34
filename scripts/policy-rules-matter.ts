// Whether each part of each preset matters: takes away one rule, seat use, limit, permission or exception at
// a time, and asks the truth tables again. What nothing notices is either not tested or not needed.
//   npx tsx scripts/policy-rules-matter.ts
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import {
  compilePolicy,
  type Condition,
  type PolicyDocument,
  type RoleDef,
} from '../src/policy/index.ts';
import '../test/policy/clickmeeting.test.ts';
import '../test/policy/logmein.test.ts';
import '../test/policy/messaging.test.ts';
import '../test/policy/respond-io.test.ts';
import '../test/policy/zoom.test.ts';
import { documentOf, mistakes, tables } from '../test/policy/table.ts';

type Cut = readonly [name: string, document: PolicyDocument];

const without = <T>(list: readonly T[], one: T) => list.filter((other) => other !== one);

function cutsOfRole(role: RoleDef): (readonly [string, RoleDef])[] {
  const { min, max, ...unlimited } = role;
  return [
    ...role.permissions.map(
      (one) =>
        [`permission ${one}`, { ...role, permissions: without(role.permissions, one) }] as const,
    ),
    ...(role.except ?? []).map(
      (one) => [`except ${one}`, { ...role, except: without(role.except ?? [], one) }] as const,
    ),
    ...(min === undefined
      ? []
      : [['min', max === undefined ? unlimited : { ...unlimited, max }] as const]),
    ...(max === undefined
      ? []
      : [['max', min === undefined ? unlimited : { ...unlimited, min }] as const]),
  ];
}

/** A condition with each member of its lists taken away in turn, where others remain. */
function cutsOfCondition(when: Condition, path = ''): (readonly [string, Condition])[] {
  if ('not' in when)
    return cutsOfCondition(when.not, `${path}.not`).map(([at, not]) => [at, { not }] as const);
  const kind = 'all' in when ? 'all' : 'any' in when ? 'any' : undefined;
  const members = 'all' in when ? when.all : 'any' in when ? when.any : [];
  if (!kind) return [];
  const as = (list: readonly Condition[]) => ({ [kind]: list }) as unknown as Condition;
  return members.flatMap((one, i) => [
    ...(members.length > 1 ? [[`${path}.${kind}[${i}]`, as(without(members, one))] as const] : []),
    ...cutsOfCondition(one, `${path}.${kind}[${i}]`).map(
      ([at, less]) => [at, as(members.map((other) => (other === one ? less : other)))] as const,
    ),
  ]);
}

/** The document with each of its parts taken away in turn; of a rule also each of its actions and conditions. */
function cutsOf(document: PolicyDocument): Cut[] {
  const { roles, rules, seats = [] } = document;
  return [
    ...rules.map(
      (rule) => [`rule ${rule.id}`, { ...document, rules: without(rules, rule) }] as const,
    ),
    ...rules
      .filter(({ actions }) => actions.length > 1)
      .flatMap((rule) =>
        rule.actions.map((action) => {
          const less = { ...rule, actions: without(rule.actions, action) };
          const cut = { ...document, rules: rules.map((one) => (one === rule ? less : one)) };
          return [`rule ${rule.id} for ${action}`, cut] as const;
        }),
      ),
    ...rules.flatMap((rule) =>
      (rule.when === true ? [] : cutsOfCondition(rule.when)).map(([path, when]) => {
        const cut = {
          ...document,
          rules: rules.map((one) => (one === rule ? { ...rule, when } : one)),
        };
        return [`rule ${rule.id}: when${path}`, cut] as const;
      }),
    ),
    ...seats.map(
      (use) => [`seat use ${use.id}`, { ...document, seats: without(seats, use) }] as const,
    ),
    ...roles.flatMap((role) =>
      cutsOfRole(role).map(([name, less]) => {
        const cut = { ...document, roles: roles.map((one) => (one === role ? less : one)) };
        return [`role ${role.id}: ${name}`, cut] as const;
      }),
    ),
  ];
}

/** The parts of the presets that no truth row misses, by name, and how many were tried. */
export function survivors(): { readonly tried: number; readonly survived: readonly string[] } {
  const as = <T>(list: readonly T[]) => list;
  const cuts = tables.flatMap((table) =>
    cutsOf(table.document).map(([name, document]) => {
      const policy = compilePolicy(documentOf({ ...table, document }, as));
      return [`${document.id}: ${name}`, mistakes(table, policy).length > 0] as const;
    }),
  );
  return {
    tried: cuts.length,
    survived: cuts.filter(([, isMissed]) => !isMissed).map(([name]) => name),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { tried, survived } = survivors();
  for (const name of survived) console.error(`Nothing misses ${name}`);
  console.log(
    `${tried} parts of the presets taken away, ${survived.length} of them missed by no row`,
  );
  process.exitCode = survived.length > 0 ? 1 : 0;
}
