import fc from 'fast-check';
import { isPending } from '../../src/state/index.ts';
import { held, type Faulty } from './faulty.ts';
import { turn } from './manual-clock.ts';
import { changeRole } from './setup.ts';

/** How many people there are at first: `p0`, who is signed in, to `p129`. */
export const PEOPLE = 130;

/** One thing that happens on the page, at the backend or in between. */
export type Step =
  | { readonly do: 'change'; readonly people: readonly number[]; readonly role: string }
  | { readonly do: 'suspend' | 'delete' | 'remove elsewhere'; readonly who: number }
  | { readonly do: 'edit elsewhere'; readonly who: number; readonly role: string }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'show'; readonly row: number }
  | { readonly do: (typeof PLAIN)[number] };

const PLAIN = [
  'undo', 'retry', 'cancel', 'veto', 'refresh', 'sign in', 'offline', 'online', 'release', 'turn',
] as const; // prettier-ignore

// The first few are chosen more often, so that commands meet on one person.
const anyone = fc.oneof(fc.nat(4), fc.nat(PEOPLE - 1));
// Whom nobody lets in any more sees nothing; that is another test.
const other = anyone.map((n) => Math.max(1, n));
const role = fc.constantFrom('owner', 'admin', 'member');
const people = fc.uniqueArray(anyone, { minLength: 1, maxLength: 4 });

const is = <const T extends string | number>(...values: T[]) => fc.constantFrom(...values);
const of = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });

export const step: fc.Arbitrary<Step> = fc.oneof(
  of(6, fc.record({ do: is('change'), people, role })),
  of(2, fc.record({ do: is('suspend', 'delete'), who: other })),
  of(1, fc.record({ do: is('remove elsewhere'), who: other })),
  of(2, fc.record({ do: is('edit elsewhere'), who: other, role })),
  of(9, fc.record({ do: is(...PLAIN) })),
  of(4, fc.record({ do: is('wait'), ms: is(0, 400, 1000, 9000, 40_000) })),
  of(3, fc.record({ do: is('show'), row: fc.nat(PEOPLE - 1) })),
);

/** Does one step. What goes on after it is added to `running`. */
export async function take(all: Faulty, one: Step, running: Promise<unknown>[]): Promise<void> {
  const { clock, line, memory, note, scope, window } = all;
  const person = (n: number) => ({ kind: 'person', id: `p${n}` }) as const;
  const elsewhere = (n: number, parts: { roleId: string } | null): void => {
    if (!held(memory).has(`p${n}`)) return;
    memory.edit(`p${n}`, parts);
    note(`p${n}`);
  };
  switch (one.do) {
    case 'change':
      running.push(scope.run(one.people.map((n) => changeRole(`p${n}`, one.role))));
      break;
    case 'suspend':
    case 'delete':
      running.push(scope.run({ action: `user.${one.do}`, target: person(one.who) }));
      break;
    case 'edit elsewhere':
      elsewhere(one.who, { roleId: one.role });
      break;
    case 'remove elsewhere':
      elsewhere(one.who, null);
      break;
    case 'undo':
      running.push(scope.undo());
      break;
    case 'retry':
      for (const { command } of scope.activities.slice(0, 1)) running.push(scope.retry(command.id));
      break;
    case 'cancel':
      for (const { command } of scope.activities.filter(isPending).slice(0, 1))
        scope.cancel(command.id);
      break;
    case 'veto':
      scope.addEventListener(
        'account-command',
        (event) => event.waitUntil(Promise.resolve({ veto: 'No' })),
        { once: true },
      );
      break;
    case 'refresh':
      running.push(scope.refresh());
      break;
    case 'sign in':
      all.signIn();
      break;
    case 'offline':
      line.offline();
      break;
    case 'online':
      line.online();
      break;
    case 'release':
      return line.release();
    case 'turn':
      return turn();
    case 'wait':
      return clock.advance(one.ms);
    case 'show':
      window.show(one.row, one.row + 15);
  }
}
