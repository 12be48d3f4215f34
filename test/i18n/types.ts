/**
 * What the type check must refuse. Nothing here runs: each `@ts-expect-error` is a test, and `npm run types` fails if
 * the line below it would pass.
 */
import type { Problem } from '../../src/adapter/problem.ts';
import type { REASONS } from '../../src/domain/index.ts';
import type {
  Locale,
  MessageKey,
  MessageOverrides,
  Messages,
  SayableDecision,
  SayableProblem,
  Translator,
} from '../../src/i18n/index.ts';
import { registerMessages } from '../../src/i18n/index.ts';
import type { English } from '../../src/i18n/english.ts';
import fr from '../../src/i18n/locales/fr.ts';
import type { DomainMessages, PlaceholdersOf } from '../../src/i18n/message.ts';
import type { Decision } from '../../src/policy/decision.ts';

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <T extends true>(): T => true as T;

export function aLocale(): void {
  const complete = fr.messages;

  const { 'people.never': _gone, ...without } = complete;
  // @ts-expect-error a missing message
  void (without satisfies Messages);

  const { 'reason.noSeat': _unsaid, ...untranslated } = complete;
  // @ts-expect-error a reason of the policy that nobody translated
  void (untranslated satisfies Messages);

  // @ts-expect-error a missing placeholder
  void ({ ...complete, 'role.changed': 'Rôle {role}.' } as const satisfies Messages);

  // @ts-expect-error a misspelt placeholder
  void ({ ...complete, 'role.changed': '{nom} : {role}.' } as const satisfies Messages);

  // @ts-expect-error a plural whose general form lacks the number
  void ({ ...complete, 'people.count': { other: 'personnes' } } as const satisfies Messages);

  // @ts-expect-error a plural without a general form
  void ({ ...complete, 'people.count': { one: '{count}' } } as const satisfies Messages);

  const more = { ...complete, 'people.never': 'Jamais, {name}' } as const;
  // @ts-expect-error a placeholder that is never filled
  void ({ tag: 'fr', messages: more } satisfies Locale<typeof more>);

  const rare = { ...complete, 'people.count': { many: '{total}', other: '{count}' } } as const;
  // @ts-expect-error the same in a rare plural form
  void ({ tag: 'fr', messages: rare } satisfies Locale<typeof rare>);

  const unknown = { ...complete, 'people.nobody': 'Personne' } as const;
  // @ts-expect-error a message that does not exist
  void ({ tag: 'fr', messages: unknown } satisfies Locale<typeof unknown>);

  // A language with one form needs no plural; one with more may have it anywhere.
  void ({ ...complete, 'people.count': '{count}人' } as const satisfies Messages);
  void ({
    ...complete,
    'reason.limit': { by: 'max', one: 'Un seul.', other: '{max} au plus.' },
  } as const satisfies Messages);

  registerMessages(fr);
  registerMessages({ tag: 'fr-CA', messages: { 'people.never': 'Jamais' } });
  // @ts-expect-error a number is no message
  registerMessages({ tag: 'fr-CA', messages: { 'people.never': 1 } });
}

export function saying(t: Translator): void {
  t('people.never');
  t('people.count', { count: 3 });
  t('role.changed', { name: 'Ana', role: 'Owner' });
  t(Math.random() > 0.5 ? 'sort.byAsc' : 'sort.byDesc', { column: 'Name' });

  // @ts-expect-error no such message
  t('people.nobody');
  // @ts-expect-error its placeholders are missing
  t('people.count');
  // @ts-expect-error one of them is
  t('role.changed', { name: 'Ana' });
  // @ts-expect-error it has another name
  t('people.count', { number: 3 });
  // @ts-expect-error a plural is chosen by a number, not by text
  t('people.count', { count: '3' });
  // @ts-expect-error it takes none
  t('people.never', { count: 3 });

  // Any key may be looked for; what is found may be nothing.
  // @ts-expect-error it may be undefined
  t.find('role.auditor').length;
}

export function whatEnglishMustSay(): void {
  // Every reason of the registry, with exactly its parameters.
  type Saying = {
    [K in keyof typeof REASONS]: Equal<
      PlaceholdersOf<English[`reason.${K}`]>,
      (typeof REASONS)[K][number]
    >;
  }[keyof typeof REASONS];
  holds<Equal<Saying, true>>();

  // Every kind of problem.
  holds<`problem.${Problem['kind']}` extends MessageKey ? true : false>();

  // @ts-expect-error a reason that English does not say
  void ({} satisfies Pick<DomainMessages, 'reason.noSeat'>);
  // @ts-expect-error a reason said without one of its parameters
  void ('{needed} {pool}' satisfies DomainMessages['reason.noSeat']);
}

export function whatIsSaid(decision: Decision, problem: Problem): void {
  void (decision satisfies SayableDecision);
  void (problem satisfies SayableProblem);
  void ({ 'role.auditor': 'Auditor', 'people.never': 'Not yet' } satisfies MessageOverrides);
}
