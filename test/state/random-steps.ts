import fc from 'fast-check';
import { isPending, type SelectedPeople } from '../../src/state/index.ts';
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
  | { readonly do: 'to many'; readonly people: readonly number[]; readonly role: string }
  | { readonly do: 'to all'; readonly except: readonly number[]; readonly role: string }
  | { readonly do: 'invite'; readonly names: readonly number[]; readonly role: string }
  | { readonly do: 'resend' | 'revoke'; readonly who: number }
  | { readonly do: (typeof PLAIN)[number] };

const PLAIN = [
  'undo', 'retry', 'cancel', 'veto', 'refresh', 'sign in', 'offline', 'online', 'release', 'turn',
  'pause', 'resume', 'give up', 'retry failed', 'undo run',
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
  of(1, fc.record({ do: is('to many'), people, role })),
  of(1, fc.record({ do: is('to all'), except: people, role })),
  of(1, fc.record({ do: is('invite'), names: fc.uniqueArray(fc.nat(3), { minLength: 1 }), role })),
  of(2, fc.record({ do: is('resend', 'revoke'), who: fc.nat(2) })),
  of(14, fc.record({ do: is(...PLAIN) })),
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
  /** Plans and runs; what cannot be read is nothing done. */
  const toMany = (selected: SelectedPeople, roleId: string): void => {
    const plan = scope.plan({ action: 'user.change-role', change: { roleId } }, selected);
    const run = plan.then((made) => {
      const begun = made.run();
      all.runs.push(begun);
      return begun.ended;
    });
    running.push(run.catch(() => undefined));
  };
  const last = all.runs.at(-1);
  switch (one.do) {
    case 'to many':
      toMany({ ids: one.people.map((n) => `p${n}`) }, one.role);
      break;
    case 'to all':
      toMany({ query: {}, except: one.except.map((n) => `p${n}`) }, one.role);
      break;
    case 'invite': {
      const invitees = one.names.map((n) => ({ email: `new${n}@example.com` }));
      running.push(
        scope.run({ action: 'user.invite', change: { people: invitees, roleId: one.role } }),
      );
      break;
    }
    case 'resend':
    case 'revoke': {
      const invited = [...held(memory).values()].filter(({ status }) => status === 'pending');
      const { id } = invited[one.who] ?? {};
      if (id !== undefined)
        running.push(scope.run({ action: `invitation.${one.do}`, target: { kind: 'person', id } }));
      break;
    }
    case 'pause':
      last?.pause();
      break;
    case 'resume':
      last?.resume();
      break;
    case 'give up':
      last?.cancel();
      break;
    case 'retry failed':
      running.push(last?.retryFailed() ?? Promise.resolve());
      break;
    case 'undo run': {
      const undone = last?.undo();
      if (undone) {
        all.runs.push(undone);
        running.push(undone.ended);
      }
      break;
    }
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
