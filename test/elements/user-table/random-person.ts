import fc from 'fast-check';
import type { FaultKind } from '../../adapter/faults.ts';
import { drawn, searchBox, type FaultyPage } from './faulty-page.ts';

/** One thing that a person does at the screen, or that happens to their line. */
export type Step =
  | { readonly do: 'search'; readonly text: string }
  | { readonly do: 'change role'; readonly row: number; readonly role: string }
  | { readonly do: 'select'; readonly row: number }
  | { readonly do: 'change the selected'; readonly role: string }
  | { readonly do: 'scroll'; readonly share: number }
  | { readonly do: 'wait'; readonly ms: number }
  | {
      readonly do: 'goes wrong';
      readonly on: 'people' | 'run' | 'batch';
      readonly fault: FaultKind;
    }
  | { readonly do: 'undo' | 'try again' | 'dismiss' | 'clear' | 'reconnect' };

const is = <const T extends string | number>(...values: T[]) => fc.constantFrom(...values);
const of = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });
const role = is('Owner', 'Admin', 'Member');
const row = fc.nat(6);
const fault = is<FaultKind>(
  'drop', 'drop-after', '500', '429', 'delay', 'out-of-order', 'abort', 'offline', 'session-expired',
); // prettier-ignore

export const step: fc.Arbitrary<Step> = fc.oneof(
  of(5, fc.record({ do: is('change role'), row, role })),
  of(2, fc.record({ do: is('search'), text: is('', 'a', 'an', 'e') })),
  of(3, fc.record({ do: is('select'), row })),
  of(2, fc.record({ do: is('change the selected'), role })),
  of(1, fc.record({ do: is('scroll'), share: is(0, 0.5, 1) })),
  of(3, fc.record({ do: is('wait'), ms: is(0, 1_000, 40_000) })),
  of(4, fc.record({ do: is('goes wrong'), on: is('people', 'run', 'batch'), fault })),
  of(5, fc.record({ do: is('undo', 'try again', 'dismiss', 'clear', 'reconnect') })),
);

const shown = (page: FaultyPage, selector: string, at = 0): HTMLElement | undefined =>
  page.$$(selector)[at];
const named = (page: FaultyPage, selector: string, words: RegExp): HTMLElement | undefined =>
  page.$$(selector).find(({ textContent, ariaLabel }) => words.test(ariaLabel ?? textContent));

/** Does one step, as far as the screen offers it. */
export async function take(page: FaultyPage, one: Step): Promise<void> {
  switch (one.do) {
    case 'search': {
      const box = page.root.querySelector<HTMLInputElement>('input[type=search]');
      if (!box) break;
      box.value = one.text;
      box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      // The page waits a moment for more; its time, not that of the line.
      await new Promise((resolve) =>
        page.table.addEventListener('view-changed', resolve, { once: true }),
      );
      break;
    }
    case 'change role':
      shown(page, '.body .role-trigger', one.row)?.click();
      await drawn(page);
      named(page, '#menu [role=option]', new RegExp(`^\\s*${one.role}`))?.click();
      await drawn(page);
      page.$('#menu').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      break;
    case 'select':
      shown(page, '.body .checkbox', one.row)?.click();
      break;
    case 'change the selected':
      shown(page, '.bulk-button')?.click();
      await drawn(page);
      shown(page, '#menu [data-value="user.change-role"]')?.click();
      await drawn(page);
      named(page, '#menu [role=menuitem]', new RegExp(`^\\s*${one.role}`))?.click();
      await drawn(page);
      await page.pass(0);
      shown(page, '.confirmation [type=submit]')?.click();
      await drawn(page);
      shown(page, '.confirmation .button')?.click();
      break;
    case 'scroll': {
      const box = page.root.querySelector('.viewport');
      if (box) box.scrollTop = (box.scrollHeight - box.clientHeight) * one.share;
      break;
    }
    case 'wait':
      await page.pass(one.ms);
      break;
    case 'goes wrong':
      page.line.next(one.on, one.fault);
      break;
    case 'reconnect':
      reconnect(page);
      break;
    case 'undo':
      shown(page, '[role=grid]')?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }),
      );
      break;
    case 'try again':
      named(
        page,
        '.notice .button, .footer .button, .state .button',
        /^\s*(Try again|Retry)/,
      )?.click();
      break;
    case 'dismiss':
      named(page, '.notice .button, .bulk-bar .button', /^\s*Dismiss/)?.click();
      break;
    case 'clear':
      named(page, '.bulk-bar .button', /^\s*Clear the selection/)?.click();
  }
  await drawn(page);
}

/** The line is whole again, and whoever was signed out is signed in. */
export function reconnect(page: FaultyPage): void {
  page.line.online();
  page.line.renew();
  for (const { resume } of page.expiries) resume();
}

/** What is pressed, where it is there, until nothing is left to be done. */
const AT_REST = [
  ['.footer .button, .state .button', /^\s*(Try again|Retry)/],
  ['.bulk-bar .button', /^\s*(Resume|Cancel)/],
  ['.bulk-bar .button', /^\s*Dismiss/],
  ['.bulk-bar .button', /^\s*Clear the selection/],
] as const;

/** Lets everything come to its end, by the hand of the person where it takes one. */
export async function comeToRest(page: FaultyPage): Promise<void> {
  page.line.calm();
  for (let turn = 0; turn < 6; turn++) {
    reconnect(page);
    await page.line.release();
    await page.pass(120_000);
    named(page, '.confirmation .button', /^\s*(Cancel|Close)/)?.click();
    for (const [where, words] of AT_REST) named(page, where, words)?.click();
    for (const button of page
      .$$('.notice .button')
      .filter(({ ariaLabel }) => ariaLabel === 'Dismiss'))
      button.click();
    await drawn(page);
  }
}

/** What the person has typed and not sent. */
export const typed = (page: FaultyPage): string => searchBox(page).value;
